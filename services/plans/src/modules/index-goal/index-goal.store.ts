import { z } from 'zod';
import { GOAL_LEVELS } from '@lientinh/plan-reader';
import { statement, type Reader } from '@lientinh/postgres';
import { sourceColumns, sourceShape, toSource } from '../plan/fact-source';
import { knownAt } from '../plan/known-at';
import type { IndexGoal } from './index-goal.types';

const points = z.string().transform(Number).nullable();
const whole = z.number().int().nullable();

const goalRow = z
  .object({
    goal_id: z.string(),
    province_id: z.string(),
    publication: z.coerce.number().int(),
    index_code: z.string(),
    level: z.enum(GOAL_LEVELS),
    criterion_code: z.string().nullable(),
    criterion_id: z.string().nullable(),
    printed_criterion: z.string(),
    baseline_year: whole,
    baseline_score: points,
    baseline_max: points,
    baseline_rank: whole,
    ranked_among: whole,
    target_year: z.number().int(),
    target_score: points,
    target_max: points,
    target_rank: whole,
    target_rank_gain: whole,
    ...sourceShape,
  })
  .transform((row): Omit<IndexGoal, 'knownAt'> => ({
    id: row.goal_id,
    provinceId: row.province_id,
    publicationSequence: row.publication,
    indexCode: row.index_code,
    index: { code: row.index_code },
    level: row.level,
    criterionCode: row.criterion_code,
    criterion: row.criterion_id === null ? null : { id: row.criterion_id },
    printedCriterion: row.printed_criterion,
    baselineYear: row.baseline_year,
    baselineScore: row.baseline_score,
    baselineMax: row.baseline_max,
    baselineRank: row.baseline_rank,
    rankedAmong: row.ranked_among,
    targetYear: row.target_year,
    targetScore: row.target_score,
    targetMax: row.target_max,
    targetRank: row.target_rank,
    targetRankGain: row.target_rank_gain,
    source: toSource(row),
  }));
export type IndexGoalRow = z.output<typeof goalRow>;

const COLUMNS = `g.goal_id, g.province_id, g.publication, g.index_code, g.level, g.criterion_code, g.criterion_id, g.printed_criterion,
  g.baseline_year, g.baseline_score, g.baseline_max, g.baseline_rank, g.ranked_among, g.target_year, g.target_score, g.target_max,
  g.target_rank, g.target_rank_gain, ${sourceColumns('g')}`;

const byPublications = statement(
  'list-index-goals',
  goalRow,
  `select ${COLUMNS} from index_goal g where g.publication = any($1::bigint[]) order by g.publication, g.ordinal`,
);
const byIds = statement(
  'find-index-goals',
  goalRow,
  `select ${COLUMNS} from plan p join index_goal g on g.publication = p.publication
   where ${knownAt('p', '$2')} and g.goal_id = any($1::text[])`,
);

/** The goals of plans, by publication, in print order. */
export function listIndexGoals(reader: Reader, publications: readonly number[]): Promise<IndexGoalRow[]> {
  return reader.all(byPublications, [publications]);
}

/** Current goals by id. */
export function findIndexGoals(reader: Reader, ids: readonly string[]): Promise<IndexGoalRow[]> {
  return reader.all(byIds, [ids, null]);
}
