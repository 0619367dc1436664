import type { Dataset } from '@lientinh/contracts';

/** SQL: the instant at which rows of a data set are read; evaluated once in a statement. */
export const asOf = (dataset: Dataset): string => `(select bi.as_of('${dataset}'))`;

/**
 * SQL: the row of the alias was current at the instant. Written so that the planner takes nearly every row for current, which is so: of
 * two comparisons with an instant that it does not know yet it would expect a ninth, and sort what an index gives in order.
 */
export const currentAt = (alias: string, instant: string): string =>
  `(case when ${alias}.recorded_from <= ${instant} and ${alias}.recorded_to > ${instant} then true end) is not null`;

/** SQL: the row of the alias had ended by the instant. The first half lets the index of ended rows serve. */
export const endedBy = (alias: string, instant: string): string =>
  `${alias}.recorded_to <> 'infinity' and ${alias}.recorded_to <= ${instant}`;

/** SQL: id of the publication at the row's place in the ledger, as `publicationId` of the protocol makes it. */
export const publicationIdSql = (dataset: Dataset, alias: string): string =>
  `('${dataset.toLowerCase().replaceAll('_', '-')}-' || ${alias}.publication) collate "C"`;

/** SQL: the columns beside a province's id. The join costs nothing where none of them is asked for. */
export const PROVINCE_COLUMNS = `u.code collate "C" as province_code, u.name_vi collate "vi-x-icu" as province_name_vi,
  u.name_en collate "vi-x-icu" as province_name_en, u.current_code collate "C" as current_province_code,
  u.current_name_vi collate "vi-x-icu" as current_province_name_vi, u.current_name_en collate "vi-x-icu" as current_province_name_en`;
export const joinProvince = (id: string): string => `left join province u on u.id = ${id}`;

/** SQL: a text as a string of an address; quotes are doubled. */
export const quotedText = (text: string): string => `'''' || replace(${text}, '''', '''''') || ''''`;
/** SQL: a day as an address has it. */
export const day = (date: string): string => `to_char(${date}, 'YYYY-MM-DD')`;
