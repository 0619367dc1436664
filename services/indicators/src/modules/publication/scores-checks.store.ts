import { referenceDayOfYear } from '@lientinh/contracts';
import { notPermitted } from '@lientinh/identity';
import type { SetCheck } from '@lientinh/publishing';
import type { ScoresHeader } from './scores-header';
import { rowError } from './scores-problems.rules';
import { LOOKED_UP, STAGING } from './scores-staging.store';

/** The numbers that are taken: decimal point, optional exponent (JSON writes very small numbers so). */
const NUMBER = `^-?[0-9]{1,21}([.][0-9]{1,30})?([eE][+-]?[0-9]{1,3})?$`;
const RANK = '^[0-9]{1,4}$';
const METHODS = `('APPRAISAL', 'LEADER_SURVEY', 'CITIZEN_SURVEY', 'STATISTICS', 'SURVEY', 'COMPOSITE')`;

/**
 * All checks of staged scores in one statement over the reference tables. Each line of the list is one check: path, code, value sent,
 * detail for the message (the maximum, the first row of the same cell), whether the row fails; null counts as not failing.
 */
const CHECK = `
  with bounds as (
    select maximum from criterion where index_code = $1 and code = 'TOTAL'
      and valid_from_year <= $2 and (valid_to_year is null or $2 <= valid_to_year)),
  looked_up as (
    select t.*, p.id as province_id, c.code as known_criterion, c.maximum,
      coalesce(c.maximum, (select maximum from bounds)) as bound,
      case when t.value ~ '${NUMBER}' then t.value::numeric end as number,
      case when t."maxScore" ~ '${NUMBER}' then t."maxScore"::numeric end as stated_maximum,
      case when t."publishedRank" ~ '${RANK}' then t."publishedRank"::integer else 0 end as rank,
      case when t."publishedRankedAmong" ~ '${RANK}' then t."publishedRankedAmong"::integer else 0 end as ranked_among,
      min(t.row_number) over (partition by t.province, t.criterion) as first_row
    from ${LOOKED_UP})
  select l.row_number, k.path, k.code, k.value, to_jsonb(k.detail) as details from looked_up l, lateral (values
    ('province', 'SCORE_PROVINCE_UNKNOWN', l.province, null::text, l.province_id is null),
    ('criterion', 'SCORE_CRITERION_UNKNOWN', l.criterion, null, l.known_criterion is null),
    ('criterion', 'SCORE_DUPLICATE_CELL', l.province || ' ' || l.criterion, l.first_row::text, l.row_number > l.first_row),
    ('value', 'SCORE_NOT_A_NUMBER', l.value, null, l.number is null),
    ('value', 'SCORE_NEGATIVE', l.value, null, l.number < 0),
    ('value', 'SCORE_ABOVE_MAXIMUM', l.value, l.bound::text, l.known_criterion is not null and l.number > l.bound + 0.005),
    ('maxScore', 'SCORE_NOT_A_NUMBER', l."maxScore", null, l."maxScore" is not null and l.stated_maximum is null),
    ('maxScore', 'SCORE_MAXIMUM_DIFFERS', l."maxScore", coalesce(l.maximum::text, '> 0'),
      l.known_criterion is not null and (l.stated_maximum <> l.maximum or l.stated_maximum <= 0)),
    ('method', 'SCORE_METHOD_UNKNOWN', l.method, null, l.method not in ${METHODS}),
    ('publishedRank', 'SCORE_RANK_INVALID', l."publishedRank", null, l."publishedRank" is not null
      and (l.rank < 1 or (l."publishedRankedAmong" is not null and l.ranked_among >= 1 and l.rank > l.ranked_among))),
    ('publishedRankedAmong', 'SCORE_RANK_INVALID', l."publishedRankedAmong", null,
      l."publishedRankedAmong" is not null and l.ranked_among < 1)
  ) as k(path, code, value, detail, fails)
  where k.fails`;

/** Holds every staged row against the framework and the provinces of the year. */
export function scoresCheck(header: ScoresHeader): SetCheck {
  const { index, year } = header;
  return {
    name: 'check-staged-scores',
    sql: CHECK,
    parameters: [index, year, referenceDayOfYear(year)],
    error: (finding) => rowError(finding, header),
  };
}

/** Finds rows of other provinces than the publisher's own. */
export function ownProvinceCheck(provinceCode: string): SetCheck {
  return {
    name: 'check-own-province',
    sql: `select row_number, 'province' as path, 'NOT_PERMITTED' as code, province as value, null::jsonb as details
      from ${STAGING} where province is distinct from $1`,
    parameters: [provinceCode],
    error: ({ value }) => notPermitted({ right: 'PROVINCE', subject: value ?? '' }),
  };
}
