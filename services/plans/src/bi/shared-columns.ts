import { planPublicationId } from './recorded';

/** SQL: the unit of `alias.province_id` as `u`, and the unit of today as `c`. */
export const joinProvince = (alias: string): string =>
  `join bi.province_reference u on u.id = ${alias}.province_id join bi.province_reference c on c.id = u.current_id`;

/** Columns of `joinProvince`. */
export const PROVINCE = `u.id collate "C" as province_id, u.code collate "C" as province_code, u.name_vi as province_name_vi,
  u.name_en collate "vi-x-icu" as province_name_en, c.code collate "C" as current_province_code,
  c.name_vi as current_province_name_vi, c.name_en collate "vi-x-icu" as current_province_name_en`;

/** The plan `p` of a fact of `alias` beside it; its id from the fact, where an index serves it. */
export const planBeside = (alias: string): string =>
  `${alias}.plan_id collate "C" as plan_id, p.number collate "C" as plan_number, p.title collate "vi-x-icu" as plan_title,
   p.kind collate "C" as plan_kind, p.period_from as plan_period_from, p.period_to as plan_period_to`;

/** Where a fact of `alias` stands in the document of plan `p`. */
export const sourceOf = (alias: string): string =>
  `p.document_name collate "vi-x-icu" as source_document, null::text collate "C" as source_url,
   ${alias}.line_from as source_line_from, ${alias}.line_to as source_line_to`;

/** Which publication states plan `p` and its facts. */
export const STATED_BY = `${planPublicationId('p')} as publication_id`;

/**
 * A figure as a DECIMAL of 38 digits with 20 after the point, without zeros at the end. Publishers' programs send binary fractions,
 * which fit; null for what has more than 18 digits before the point.
 */
export const figure = (column: string): string =>
  `case when abs(${column}) < 1000000000000000000 then trim_scale(round(${column}, 20)) end`;
