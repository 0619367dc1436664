import type { EdmType, EntitySet } from '../model/edm';
import type { OutputColumn } from '../plan/plan';
import { isoInstant } from './field-text';
import type { Row } from './row-encoder';

/** A value as it stands in an address: strings in quotes, quotes doubled; not yet encoded. */
export function keyLiteral(type: EdmType, text: string): string {
  if (type === 'Edm.String') return `'${text.replaceAll("'", "''")}'`;
  if (type === 'Edm.Boolean') return text === 't' ? 'true' : 'false';
  return type === 'Edm.DateTimeOffset' ? isoInstant(text) : text;
}

/** `Scores('a%20b')`, `Quotas(Name='x',Year=2024)`: encoded, relative to the service root. `literals` in the order of the key. */
export function entityPath(set: EntitySet, literals: readonly string[]): string {
  const parts = set.key.map(({ name }, index) => {
    const value = encodeURIComponent(literals[index] ?? '');
    return set.key.length === 1 ? value : `${encodeURIComponent(name)}=${value}`;
  });
  return `${encodeURIComponent(set.name)}(${parts.join(',')})`;
}

/** Address of each row, relative to the service root; null when the columns have not the whole key. */
export function rowAddress(set: EntitySet, columns: readonly OutputColumn[]): ((row: Row) => string) | null {
  const places = set.key.map(({ column }) =>
    columns.findIndex(({ role, property }) => role !== 'PAGING' && property?.column.name === column.name),
  );
  if (places.includes(-1)) return null;
  return (row) =>
    entityPath(
      set,
      set.key.map(({ type }, index) => keyLiteral(type, row[places[index] ?? -1] ?? '')),
    );
}

/** `NAME=` before a value; strings are walked over whole. */
const KEY_PART = /(?:([^=,'"()\s]+)=)?('(?:[^']|'')*'|[^,']+)(?:,|$)/gy;

/**
 * Address of a row that is no more, from its key as `bi.deletions` has it (`'id'`, `Name='x',Year=2018`, in the names of the contract)
 * to the names of this model. Null when the text is no key of the set.
 */
export function deletedEntityPath(
  set: EntitySet,
  entityKey: string,
  englishNameOf: (column: string) => string,
): string | null {
  const values = [...entityKey.matchAll(KEY_PART)].map(([, name, literal]) => ({ name, literal: literal ?? '' }));
  if (values.length !== set.key.length) return null;
  const literals = set.key.map(({ column }) =>
    set.key.length === 1 ? values[0]?.literal : values.find(({ name }) => name === englishNameOf(column.name))?.literal,
  );
  return literals.every((literal) => literal !== undefined) ? entityPath(set, literals) : null;
}
