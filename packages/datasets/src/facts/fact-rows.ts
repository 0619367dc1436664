import type { ProvinceCode } from '@lientinh/contracts';
import { z } from 'zod';
import { optionalNumber, optionalText, optionalYear, readDataRows, requiredText, year } from '../csv-rows';
import { parsedOnce } from '../parsed-once';

/** One figure as one page states it. */
export interface IndexFact {
  /** 0-based row of `facts/index_facts.csv`. */
  readonly row: number;
  /** Code of the year's province; `00` is the country, `V1`–`V6` are regions. */
  readonly provinceCode: ProvinceCode;
  readonly index: string;
  /** Criterion as the collection names it: `TOTAL`, `D1`, `CSTP1`, `LV1_CHI_DAO` … */
  readonly criterion: string;
  /** Year of the index, not of its publication. */
  readonly year: number;
  readonly score: number | null;
  readonly maxScore: number | null;
  readonly rank: number | null;
  readonly rankedAmong: number | null;
  readonly sourceUrl: string;
  readonly sourceTitle: string;
  /** Short remark of the collectors (`rank = order listed`). */
  readonly remark: string | null;
}

/** A figure on administrative procedures or online services. */
export interface ProcedureFact {
  readonly provinceCode: ProvinceCode;
  readonly metric: string;
  /** Null where the page carries no date. */
  readonly year: number | null;
  readonly value: number;
  readonly unit: 'procedures' | 'services' | 'dossiers' | 'percent';
  readonly sourceUrl: string;
  readonly sourceTitle: string;
}

/** A figure on which two sources disagree. */
export interface FactConflict {
  readonly provinceCode: ProvinceCode;
  readonly index: string;
  readonly criterion: string;
  readonly year: number;
  /** `score` or `rank`. */
  readonly what: string;
  /** Each value with its source, as noted by the collectors. */
  readonly values: string;
}

const AREA_CODE = z.string().regex(/^(\d{2}|V[1-6])$/);

const INDEX_FACT_ROW = z.object({
  province_code: AREA_CODE,
  index_code: requiredText,
  criterion_code: requiredText,
  year,
  score: optionalNumber,
  max_score: optionalNumber,
  rank: optionalNumber,
  rank_of: optionalNumber,
  source_url: z.url(),
  source_title: requiredText,
  remark: optionalText,
});

const PROCEDURE_FACT_ROW = z
  .object({
    province_code: AREA_CODE,
    metric: requiredText,
    year: optionalYear,
    value: z.coerce.number(),
    unit: z.enum(['procedures', 'services', 'dossiers', 'percent']),
    source_url: z.url(),
    source_title: requiredText,
  })
  .transform((row): ProcedureFact => ({
    provinceCode: row.province_code,
    metric: row.metric,
    year: row.year,
    value: row.value,
    unit: row.unit,
    sourceUrl: row.source_url,
    sourceTitle: row.source_title,
  }));

const CONFLICT_ROW = z
  .object({
    province_code: AREA_CODE,
    index_code: requiredText,
    criterion_code: requiredText,
    year,
    what: requiredText,
    values: requiredText,
  })
  .transform((row): FactConflict => ({
    provinceCode: row.province_code,
    index: row.index_code,
    criterion: row.criterion_code,
    year: row.year,
    what: row.what,
    values: row.values,
  }));

/** Every figure of the collection, in file order. */
export const indexFacts = parsedOnce((): readonly IndexFact[] =>
  readDataRows('facts/index_facts.csv', INDEX_FACT_ROW).map((row, place) =>
    Object.freeze({
      row: place,
      provinceCode: row.province_code,
      index: row.index_code,
      criterion: row.criterion_code,
      year: row.year,
      score: row.score,
      maxScore: row.max_score,
      rank: row.rank,
      rankedAmong: row.rank_of,
      sourceUrl: row.source_url,
      sourceTitle: row.source_title,
      remark: row.remark,
    }),
  ),
);

/** Figures on administrative procedures, each with the page that states it. */
export const procedureFacts = parsedOnce(() => readDataRows('facts/tthc_facts.csv', PROCEDURE_FACT_ROW));

/** Figures on which sources disagree; all values are published, none is preferred here. */
export const factConflicts = parsedOnce(() => readDataRows('facts/conflicts.csv', CONFLICT_ROW));

/** True for the country and the six regions, which are no provinces. */
export function isNationalArea(code: string): boolean {
  return code === '00' || code.startsWith('V');
}
