import { z } from 'zod';
import type { SourceReference } from '@lientinh/subgraph';

/** SQL: name of the document that a fact of `alias` stands in. */
export const documentName = (alias: string): string =>
  `(select d.document_name from plan d where d.publication = ${alias}.publication limit 1) as document_name`;

/** Columns that say where a fact stands. */
export const sourceColumns = (alias: string): string => `${alias}.line_from, ${alias}.line_to, ${documentName(alias)}`;

export const sourceShape = {
  line_from: z.number().int().nullable(),
  line_to: z.number().int().nullable(),
  document_name: z.string().nullable(),
};

/** The source of a fact; null where neither document nor lines are known. */
export function toSource(row: {
  readonly line_from: number | null;
  readonly line_to: number | null;
  readonly document_name: string | null;
}): SourceReference | null {
  if (row.document_name === null && row.line_from === null) return null;
  return { document: row.document_name, url: null, lineFrom: row.line_from, lineTo: row.line_to };
}

/** One source for each stretch of lines; the document alone where no lines are known. */
export function toSources(document: string | null, from: readonly number[], to: readonly number[]): SourceReference[] {
  if (from.length === 0) return document === null ? [] : [{ document, url: null, lineFrom: null, lineTo: null }];
  return from.map((lineFrom, place) => ({ document, url: null, lineFrom, lineTo: to[place] ?? lineFrom }));
}
