import { z } from 'zod';
import { parseDecimal } from '../numbers/decimal.rules';
import type { StatedScore } from './stated-score';

const optionalNumber = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : Number(text)));

/** The columns that every statement on scores selects; `s` is the score, `p` its publication. */
export const SCORE_COLUMNS = `s.index_code, s.year, s.province_id, s.criterion_code, s.status, s.standing, s.value, s.max_score, s.method,
  s.published_rank, s.published_ranked_among, s.source_document, s.source_url, s.publication, p.id as publication_id,
  to_char(s.recorded_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at`;

export const SCORE_SOURCE = `score s join publication p on p.dataset = 'SCORES' and p.sequence = s.publication`;

/** A row of `SCORE_COLUMNS`. */
export const scoreRow = z
  .object({
    index_code: z.string(),
    year: z.number().int(),
    province_id: z.string(),
    criterion_code: z.string(),
    status: z.enum(['SELF_ASSESSED', 'APPRAISED', 'PUBLISHED']),
    standing: z.enum(['OFFICIAL', 'REPORTED']),
    value: z.string().transform(parseDecimal),
    max_score: optionalNumber,
    method: z.enum(['APPRAISAL', 'LEADER_SURVEY', 'CITIZEN_SURVEY', 'STATISTICS', 'SURVEY', 'COMPOSITE']).nullable(),
    published_rank: z.number().int().nullable(),
    published_ranked_among: z.number().int().nullable(),
    source_document: z.string().nullable(),
    source_url: z.string().nullable(),
    publication: z.coerce.number().int(),
    publication_id: z.string(),
    recorded_at: z.string(),
  })
  .transform((row): StatedScore => ({
    index: row.index_code,
    year: row.year,
    provinceId: row.province_id,
    criterion: row.criterion_code,
    status: row.status,
    standing: row.standing,
    value: row.value,
    maxScore: row.max_score,
    method: row.method,
    publishedRank: row.published_rank,
    publishedRankedAmong: row.published_ranked_among,
    source:
      row.source_document === null && row.source_url === null
        ? null
        : { document: row.source_document, url: row.source_url },
    sequence: row.publication,
    publication: row.publication_id,
    recordedAt: row.recorded_at,
  }));
