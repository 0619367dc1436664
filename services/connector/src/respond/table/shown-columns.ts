import type { BilingualText } from '@lientinh/contracts';
import type { EntitySet, Property } from '../../model/edm';
import type { OutputColumn } from '../../plan/plan';
import type { RequestOptions } from '../../query/ast';
import type { Heads } from './format-options';

/** A column of a file: one that the caller asked for. */
export interface ShownColumn {
  /** Place of its field in the rows. */
  readonly place: number;
  readonly type: OutputColumn['type'];
  /** Name of the property, alias or navigation. */
  readonly name: string;
  /** Null for what was computed or expanded. */
  readonly property: Property | null;
}

/** Columns of the contract that the notes of a file are made of, where a set has them. */
const NOTE_COLUMNS = new Set([
  'source_document',
  'source_url',
  'is_methodology_break',
  'index_code',
  'year',
  'criterion_code',
  'criterion_name_vi',
]);

const HIDDEN_ROLES = new Set<OutputColumn['role']>(['KEY', 'PAGING', 'REMOVED']);

/** Columns that say why another is empty: `missing`, `publication_delay_missing` … */
export const isReasonColumn = (name: string): boolean => name === 'missing' || name.endsWith('_missing');

/** The properties that must be read beside those selected, so that a file can say where its figures come from and what is missing. */
export function noteProperties(options: RequestOptions, set: EntitySet): readonly Property[] {
  const { select, apply } = options;
  if (select === null || apply !== null) return [];
  const selected = new Set(select.map(({ path }) => path.join('/')));
  if (selected.has('*')) return [];
  return [...set.properties.values()].filter(
    ({ name, column }) => !selected.has(name) && (NOTE_COLUMNS.has(column.name) || isReasonColumn(column.name)),
  );
}

/** The options with those properties selected too. */
export function withNoteProperties(options: RequestOptions, set: EntitySet): RequestOptions {
  const added = noteProperties(options, set);
  if (options.select === null || added.length === 0) return options;
  return { ...options, select: [...options.select, ...added.map(({ name }) => ({ path: [name], at: 0 }))] };
}

/** The columns of a file, in the order of the plan. `options` are those asked, before properties were added for notes. */
export function shownColumns(
  columns: readonly OutputColumn[],
  options: RequestOptions,
  set: EntitySet,
): readonly ShownColumn[] {
  const added = new Set(noteProperties(options, set).map(({ name }) => name));
  return columns.flatMap(({ name, type, role, property }, place) => {
    const hidden = HIDDEN_ROLES.has(role) || (role === 'PROPERTY' && added.has(name));
    return hidden ? [] : [{ place, type, name, property }];
  });
}

/** The head of a column. What was computed has no label: its alias is. */
export function headOf({ property, name }: ShownColumn, heads: Heads): string {
  return property === null || heads === 'names' ? name : property.column.label[heads];
}

/** What a column means, where the contract says so. */
export function meaningOf({ property }: ShownColumn): BilingualText | null {
  return property?.column.description ?? null;
}
