import { callSql, castSql, constantSql, joined, numberSql, oneOf, operatorSql, type Sql } from '../../source/sql/sql';
import type { CsvFields, OutputColumn } from '../plan';

/** What CSV shows of a field, for PostgreSQL to write: the same texts as `compileCsvRow` makes of its output. */
export function csvText(value: Sql, { type, property }: OutputColumn, { guard }: CsvFields): Sql {
  switch (type) {
    case 'Edm.Int32':
    case 'Edm.Int64':
    case 'Edm.Date':
    case 'JSON':
      return value;
    case 'Edm.Boolean':
      return castSql(value, 'text');
    case 'Edm.DateTimeOffset':
      return instantText(value);
    case 'Edm.Decimal':
      // Columns of the contract have a precision: what has one is never infinite.
      return property === null ? withInfinity(value) : value;
    case 'Edm.Double':
      return withInfinity(value);
    default:
      return guard && !isOfPlatform(property) ? guarded(value) : value;
  }
}

const replaced = (text: Sql, from: string, to: string): Sql =>
  callSql('replace', text, constantSql(from), constantSql(to));

/** `2026-03-04 17:30:15.25+00` → `2026-03-04T17:30:15.25Z`, the zone of the session being UTC: faster than by JSON or `to_char`. */
const instantText = (value: Sql): Sql => replaced(replaced(castSql(value, 'text'), ' ', 'T'), '+00', 'Z');

const withInfinity = (value: Sql): Sql => replaced(castSql(value, 'text'), 'Infinity', 'INF');

/**
 * Columns of any set whose texts the platform makes, has from its reference data, or takes in one form only (national codes of procedures,
 * `1.001193`): nobody can write a formula there.
 */
const OF_PLATFORM = new Set([
  'province_id',
  'province_code',
  'province_name_vi',
  'province_name_en',
  'current_province_code',
  'current_province_name_vi',
  'current_province_name_en',
  'publication_id',
  'procedure_code',
]);

const isOfPlatform = (property: OutputColumn['property']): boolean =>
  property !== null && (property.column.values !== undefined || OF_PLATFORM.has(property.column.name));

/** First characters that spreadsheets take for the beginning of a formula (OWASP, CSV Injection): tab, CR, `+ - = @`, full-width ones. */
const FORMULA_SIGNS = [9, 13, 43, 45, 61, 64, 0xff0b, 0xff0d, 0xff1d, 0xff20];
/** Between them lie the first characters of nearly every text: letters, then digits. */
const SAFE_RANGES = [
  [65, 0xff0a],
  [46, 60],
] as const;

/** An apostrophe before text that begins like a formula; most texts are done with the first question. */
function guarded(text: Sql): Sql {
  const first = callSql('ascii', text);
  const safe = SAFE_RANGES.map(([from, to]) => ({
    when: operatorSql('and', operatorSql('>=', first, numberSql(from)), operatorSql('<=', first, numberSql(to))),
    then: text,
  }));
  const isFormula = oneOf(FORMULA_SIGNS.map((sign) => operatorSql('=', first, numberSql(sign))));
  return {
    kind: 'case',
    branches: [...safe, { when: isFormula, then: joined([constantSql("'"), text]) }],
    otherwise: text,
  };
}
