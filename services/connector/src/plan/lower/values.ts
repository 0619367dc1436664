import type { EdmType } from '../../model/edm';
import {
  callSql,
  castSql,
  constantSql,
  joined,
  numberSql,
  operatorSql,
  orElse,
  parameterSql,
  type Sql,
  type SqlType,
} from '../../source/sql/sql';

/** The type of PostgreSQL that values of an EDM type have; results of whole-number arithmetic are `numeric`. */
export const SQL_TYPE = {
  'Edm.String': 'text',
  'Edm.Boolean': 'boolean',
  'Edm.Int32': 'integer',
  'Edm.Int64': 'bigint',
  'Edm.Decimal': 'numeric',
  'Edm.Double': 'double precision',
  'Edm.Date': 'date',
  'Edm.DateTimeOffset': 'timestamptz',
  'Edm.TimeOfDay': 'time',
  'Edm.Duration': 'interval',
  'Edm.Guid': 'uuid',
} as const satisfies Readonly<Record<EdmType, SqlType>>;

/** A PostgreSQL array of texts, as text. */
export function arrayText(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

/** Whether the value is one of the texts, read as values of the type; null of null. */
export function anyOf(value: Sql, texts: readonly string[], type: EdmType = 'Edm.String'): Sql {
  return { kind: 'anyOf', value, list: parameterSql(arrayText(texts), `${SQL_TYPE[type]}[]`) };
}

const QUOTE = constantSql('"');

/** An instant as it stands in JSON between quotes, in the session's time zone, which is UTC. */
const instantJson = (value: Sql): Sql =>
  callSql('replace', castSql(callSql('to_json', value), 'text'), constantSql('+00:00'), constantSql('Z'));
/** An instant as OData writes it: `2026-11-21T14:20:50.123456Z`. */
export const instantText = (value: Sql): Sql => callSql('btrim', instantJson(value), QUOTE);

/** A duration as OData writes it, with the sign in front; the session writes intervals in ISO 8601. */
export function durationText(value: Sql): Sql {
  const whole = callSql('justify_hours', value);
  const zero = castSql(constantSql('0'), 'interval');
  const negative = joined([constantSql('-'), castSql({ kind: 'prefix', operator: '-', operand: whole }, 'text')]);
  return {
    kind: 'case',
    branches: [{ when: operatorSql('<', whole, zero), then: negative }],
    otherwise: castSql(whole, 'text'),
  };
}

const asText = (value: Sql): Sql => castSql(value, 'text');
const inQuotes = (value: Sql): Sql => joined([QUOTE, value, QUOTE]);
const JSON_OF: Readonly<Record<EdmType, (value: Sql) => Sql>> = {
  'Edm.String': (value) => asText(callSql('to_json', value)),
  'Edm.Boolean': asText,
  'Edm.Int32': asText,
  'Edm.Int64': asText,
  'Edm.Decimal': asText,
  'Edm.Double': (value) =>
    callSql('replace', asText(callSql('to_json', value)), constantSql('Infinity'), constantSql('INF')),
  'Edm.Date': (value) => inQuotes(asText(value)),
  'Edm.DateTimeOffset': instantJson,
  'Edm.TimeOfDay': (value) => inQuotes(asText(value)),
  'Edm.Duration': (value) => inQuotes(durationText(value)),
  'Edm.Guid': (value) => inQuotes(asText(value)),
};

/** The value as text that is JSON, the same as in an answer's own rows; never null. */
export const jsonText = (value: Sql, type: EdmType): Sql => orElse(JSON_OF[type](value), constantSql('null'));

/** Percent-encoding of what may not stand in a segment of an address, and doubled quotes. */
const ESCAPES: readonly (readonly [string, string])[] = [
  ['%', '%25'],
  ["'", '%27%27'],
  ['/', '%2F'],
  ['?', '%3F'],
  ['#', '%23'],
  ['"', '%22'],
  ['\\', '%5C'],
  ['&', '%26'],
  ['+', '%2B'],
  [' ', '%20'],
];
/** A value as it stands in a key of an address. */
export function keyText(value: Sql, type: EdmType): Sql {
  if (type === 'Edm.DateTimeOffset')
    return callSql('replace', instantText(value), constantSql(':'), constantSql('%3A'));
  if (type !== 'Edm.String') return asText(value);
  const escaped = ESCAPES.reduce(
    (text, [from, to]) => callSql('replace', text, constantSql(from), constantSql(to)),
    value,
  );
  return joined([constantSql("'"), escaped, constantSql("'")]);
}

/** The number of rows. */
export const countSql: Sql = callSql('count');
/** Any value, for `exists`. */
export const anyColumn = { expression: numberSql(1), alias: null } as const;
