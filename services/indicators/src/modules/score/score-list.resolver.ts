import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { dayInVietnam } from '@lientinh/contracts';
import { getLatestProvince } from '@lientinh/datasets';
import { selfAssessedScope } from '@lientinh/identity';
import {
  decodeCursor,
  Instant,
  pageSize,
  toConnection,
  type Connection,
  type RequestContext,
} from '@lientinh/subgraph';
import type { IndicatorsServices } from '../../services';
import { getCriterion, getFramework, getIndex } from '../framework/framework-lookup.rules';
import { listDerivedPage } from './derived-page';
import { RankingConnection, ScoreConnection, ScoreFilter } from './score-list.types';
import { countScores, listScorePage, type ScoreSelection } from './score-page.store';
import { getSheet } from './score.loaders';
import { rankedScores } from './ranked-scores.rules';
import { toScore, type Score } from './score.types';

type Context = RequestContext<IndicatorsServices>;

const AFTER = 'endCursor of the page before.';
const FIRST = 'Rows of the page: 50 unless asked, 500 at most.';
const AS_OF = 'Answer with what the platform knew at this instant.';

@Resolver()
export class ScoreListResolver {
  @Query(() => ScoreConnection, {
    description:
      'Every score that was stated, by year, province, criterion, status and source. | Các điểm số đã công bố.',
  })
  async scores(
    @Arg('filter', () => ScoreFilter, { description: 'Which scores.' }) filter: ScoreFilter,
    @Ctx() context: Context,
    @Arg('first', () => Int, { nullable: true, description: FIRST }) first?: number | null,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after?: string | null,
    @Arg('recordedAsOf', () => Instant, { nullable: true, description: AS_OF }) recordedAsOf?: string | null,
  ): Promise<Connection<Score>> {
    const selection = toSelection(filter, recordedAsOf ?? null, context);
    const size = pageSize(first);
    const start = decodeCursor(after, 5);
    if (filter.status === 'DERIVED') return listDerivedPage(context, selection, start, size);
    const { reader } = context.database;
    const [rows, totalCount] = await Promise.all([
      listScorePage(reader, selection, start, size + 1),
      countScores(reader, selection),
    ]);
    const keys = new Map(rows.map(({ score, key }) => [score, key]));
    const page = rows.map(({ score }) => score);
    const connection = toConnection(
      { rows: page, size, totalCount, afterCursor: start !== null },
      (score) => keys.get(score) ?? [],
    );
    return mapConnection(connection, (figure) => toScore(figure, selection.recordedAsOf));
  }

  @Query(() => RankingConnection, {
    description:
      'The provinces of one criterion by rank, then code: the computed rank where the criterion is complete, else those figures whose source prints a rank. | Bảng xếp hạng.',
  })
  async ranking(
    @Arg('index', () => ID, { description: 'Code of the index.' }) index: string,
    @Arg('year', () => Int, { description: 'The year scored.' }) year: number,
    @Ctx() context: Context,
    @Arg('criterion', () => ID, {
      nullable: true,
      defaultValue: 'TOTAL',
      description: 'TOTAL, or the code of a criterion.',
    })
    criterion?: string | null,
    @Arg('first', () => Int, { nullable: true, description: FIRST }) first?: number | null,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after?: string | null,
    @Arg('recordedAsOf', () => Instant, { nullable: true, description: AS_OF }) recordedAsOf?: string | null,
  ): Promise<Connection<Score>> {
    getFramework(getIndex(index).code, year);
    const { definition } = getCriterion(index, year, criterion ?? 'TOTAL');
    const start = decodeCursor(after, 2);
    const sheet = await getSheet(context, { index, year, recordedAsOf: recordedAsOf ?? null });
    const ranked = rankedScores(sheet, definition.code);
    const rows = start === null ? ranked : ranked.filter(({ key }) => isAfter(key, start));
    const connection = toConnection(
      {
        rows: rows.slice(0, pageSize(first) + 1),
        size: pageSize(first),
        totalCount: ranked.length,
        afterCursor: start !== null,
      },
      ({ key }) => key,
    );
    return mapConnection(connection, ({ figure }) => toScore(figure, recordedAsOf ?? null));
  }
}

function isAfter(
  [rank, province]: readonly [number, string],
  [startRank = 0, start = '']: readonly (string | number)[],
): boolean {
  return rank > Number(startRank) || (rank === Number(startRank) && province > String(start));
}

function toSelection(filter: ScoreFilter, recordedAsOf: string | null, context: Context): ScoreSelection {
  const { code: index } = getIndex(filter.index);
  const years = filter.years ?? null;
  const provinceCodes = filter.provinces ?? null;
  const criteria = filter.criteria ?? null;
  provinceCodes?.forEach((code) => getLatestProvince(code, dayInVietnam(context.now)));
  criteria?.forEach((code) => getCriterion(index, years?.[0] ?? 0, code));
  const scope = selfAssessedScope(context.principal);
  const selfAssessedCodes = scope === 'EVERY_PROVINCE' ? null : scope;
  return { index, years, provinceCodes, criteria, status: filter.status ?? null, recordedAsOf, selfAssessedCodes };
}

/** The same page with other nodes. */
function mapConnection<From, To>(connection: Connection<From>, map: (node: From) => To): Connection<To> {
  const edges = connection.edges.map(({ cursor, node }) => ({ cursor, node: map(node) }));
  return { ...connection, edges, nodes: edges.map(({ node }) => node) };
}
