import { isoInstant } from './field-text';
import type { EdmType } from '../model/edm';
import type { OutputColumn } from '../plan/plan';
import { type JsonFlavour } from './json-flavour';

/** A row as the source gives it. */
export type Row = readonly (string | null)[];
/** Writes one row as JSON. */
export type RowEncoder = (row: Row) => string;
/** What stands at the beginning of an entity, before its properties: `"@odata.id":"…"` and so on, without a comma at the end. */
export type EntityControl = (row: Row) => string;
export type Encode = (text: string) => string;
/** How the JSON of an expansion, by its name, is written. */
export type ExpansionEncoder = (name: string) => Encode;

/** What JSON wants escaped (RFC 8259, section 7). */
const NEEDS_ESCAPE = /["\\\u0000-\u001f]/;

/** A JSON string. Text from PostgreSQL is valid UTF-8, so that only quotes, backslashes and control characters are escaped. */
export const jsonString: Encode = (text) => (NEEDS_ESCAPE.test(text) ? JSON.stringify(text) : `"${text}"`);

const raw: Encode = (text) => text;
const quoted: Encode = (text) => `"${text}"`;
const boolean: Encode = (text) => (text === 't' ? 'true' : 'false');

/** PostgreSQL's three values that are no numbers, as OData writes them (ABNF: nanInfinity). */
const NOT_NUMBERS: Readonly<Record<string, string>> = { NaN: '"NaN"', Infinity: '"INF"', '-Infinity': '"-INF"' };
const number: Encode = (text) => (text.charCodeAt(text.length - 1) > 57 ? (NOT_NUMBERS[text] ?? text) : text);

const instant: Encode = (text) => `"${isoInstant(text)}"`;

/** How a field of each type is written; `large` numbers go as strings when doubles cannot hold them for the caller. */
function encodeOf(type: OutputColumn['type'], ieee754Compatible: boolean): Encode {
  const encoders: Readonly<Record<EdmType | 'JSON', Encode>> = {
    'Edm.String': jsonString,
    'Edm.Boolean': boolean,
    'Edm.Int32': raw,
    'Edm.Int64': ieee754Compatible ? quoted : raw,
    'Edm.Decimal': ieee754Compatible ? quoted : number,
    'Edm.Double': number,
    'Edm.Date': quoted,
    'Edm.DateTimeOffset': instant,
    'Edm.TimeOfDay': quoted,
    'Edm.Duration': quoted,
    'Edm.Guid': quoted,
    JSON: raw,
  };
  return encoders[type];
}

/** Types that a reader of JSON tells from the value itself; the others are annotated when all metadata is asked for. */
const PLAIN_TYPES = new Set<OutputColumn['type']>(['Edm.String', 'Edm.Boolean', 'Edm.Int32', 'Edm.Double', 'JSON']);
const HIDDEN = new Set<OutputColumn['role']>(['KEY', 'PAGING', 'REMOVED']);

/** Whether the caller sees the column. */
export const isShown = ({ role }: OutputColumn): boolean => !HIDDEN.has(role);

/** The value of one field as JSON. */
export function encodeValue(type: OutputColumn['type'], text: string | null, flavour: JsonFlavour): string {
  return text === null ? 'null' : encodeOf(type, flavour.ieee754Compatible)(text);
}

/**
 * Compiles the writing of a plan's rows as JSON objects: what depends on the columns is decided once, a row only joins texts. `entity`
 * writes control information of each row; null for none. `expansion` writes the JSON that is there already; null: as it is.
 */
export function compileRowEncoder(
  columns: readonly OutputColumn[],
  flavour: JsonFlavour,
  entity: EntityControl | null = null,
  expansion: ExpansionEncoder | null = null,
): RowEncoder {
  const shown = columns.map((column, place) => ({ column, place })).filter(({ column }) => isShown(column));
  const places = shown.map(({ place }) => place);
  const encoders = shown.map(({ column }) =>
    column.type === 'JSON' && expansion !== null
      ? expansion(column.name)
      : encodeOf(column.type, flavour.ieee754Compatible),
  );
  const names = shown.map(({ column }) => nameOf(column, flavour));
  const comma = (index: number): string => (index === 0 && entity === null ? '' : ',');
  const beforeNull = names.map((name, index) => `${comma(index)}${JSON.stringify(name)}:null`);
  const beforeValue = shown.map(
    ({ column }, index) => comma(index) + annotation(column, flavour) + `${JSON.stringify(names[index])}:`,
  );
  return (row) => {
    let text = entity === null ? '{' : `{${entity(row)}`;
    for (let index = 0; index < places.length; index += 1) {
      const value = row[places[index] as number] as string | null;
      text +=
        value === null
          ? (beforeNull[index] as string)
          : (beforeValue[index] as string) + (encoders[index] as Encode)(value);
    }
    return `${text}}`;
  };
}

function nameOf({ role, name }: OutputColumn, { version }: JsonFlavour): string {
  return role === 'EXPANSION_COUNT' && version === '4.01' ? name.replace('@odata.count', '@count') : name;
}

function annotation(column: OutputColumn, { metadata, version }: JsonFlavour): string {
  if (metadata !== 'full' || PLAIN_TYPES.has(column.type)) return '';
  const name = JSON.stringify(`${column.name}@${version === '4.0' ? 'odata.' : ''}type`);
  return `${name}:"#${column.type.slice('Edm.'.length)}",`;
}
