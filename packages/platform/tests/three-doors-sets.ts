import { pascalCase, type BiColumn, type BiSet } from '@lientinh/bi';
import type { Client } from 'pg';

export interface Condition {
  readonly column: BiColumn;
  readonly operator: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'contains' | 'startswith' | 'in';
  /** PostgreSQL's text of the value. */
  readonly value: string | null;
}

/** One question to one set, to be written once as an OData address and once as SQL. */
export interface SetQuestion {
  readonly set: BiSet;
  readonly conditions: readonly Condition[];
  readonly joinedBy: 'and' | 'or';
  readonly negated: boolean;
  /** Holds beside all the others: sets that are worked out are asked for an index and a year, as people do. */
  readonly within: readonly Condition[];
  readonly orderBy: { readonly column: BiColumn; readonly descending: boolean } | null;
  readonly top: number;
  readonly skip: number;
}

type Rows = readonly Readonly<Record<string, string | null>>[];

const instant = (text: string): string => new Date(text).toISOString().slice(0, 19);

/** One text for one value, whichever door it came through. */
export function canonical(column: BiColumn, value: string | number | boolean | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value);
  switch (column.type) {
    case 'BOOLEAN':
      return text === 't' ? 'true' : text === 'f' ? 'false' : text;
    case 'INSTANT':
      return `${instant(text)}.${(/\.(\d+)/.exec(text)?.[1] ?? '').padEnd(6, '0')}`;
    default:
      return text;
  }
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function odataLiteral(column: BiColumn, value: string): string {
  switch (column.type) {
    case 'TEXT':
      return quote(value);
    case 'INSTANT':
      return `${value.replace(' ', 'T').replace(/\+00$/, '')}Z`;
    case 'BOOLEAN':
      return value === 't' || value === 'true' ? 'true' : 'false';
    default:
      return value;
  }
}

/** The condition as OData writes it. */
export function odataCondition({ column, operator, value }: Condition): string {
  const name = pascalCase(column.name);
  const literal = value === null ? 'null' : odataLiteral(column, value);
  if (operator === 'contains' || operator === 'startswith') return `${operator}(${name},${literal})`;
  return operator === 'in' ? `${name} in (${literal})` : `${name} ${operator} ${literal}`;
}

function odataAddress({ set, conditions, joinedBy, negated, within, orderBy, top, skip }: SetQuestion): string {
  const freely = conditions.map(odataCondition).join(` ${joinedBy} `);
  const filter = [
    ...within.map(odataCondition),
    ...(freely === '' ? [] : [`${negated ? 'not ' : ''}(${freely})`]),
  ].join(' and ');
  const order = [
    ...(orderBy === null ? [] : [`${pascalCase(orderBy.column.name)}${orderBy.descending ? ' desc' : ''}`]),
    ...set.key.map(pascalCase),
  ];
  const options = [
    ...(filter === '' ? [] : [`$filter=${encodeURIComponent(filter)}`]),
    `$orderby=${encodeURIComponent([...new Set(order)].join(','))}`,
    `$top=${top}`,
    `$skip=${skip}`,
  ];
  return `${pascalCase(set.name)}?${options.join('&')}`;
}

const TYPES: Readonly<Record<BiColumn['type'], string>> = {
  TEXT: 'text',
  BOOLEAN: 'boolean',
  INTEGER: 'integer',
  BIGINT: 'bigint',
  DECIMAL: 'numeric',
  DATE: 'date',
  INSTANT: 'timestamptz',
};

/** OData's rules on null: `eq` and `ne` know it as a value, an order with it is false, a function of it is null. */
export function sqlCondition({ column, operator }: Condition, parameter: string): string {
  const name = column.name;
  const typed = `${parameter}::${TYPES[column.type]}`;
  switch (operator) {
    case 'eq':
    case 'in':
      return `${name} is not distinct from ${typed}`;
    case 'ne':
      return `${name} is distinct from ${typed}`;
    case 'contains':
      return `position(${typed} in ${name}) > 0`;
    case 'startswith':
      return `starts_with(${name}, ${typed})`;
    default:
      return `coalesce(${name} ${{ lt: '<', le: '<=', gt: '>', ge: '>=' }[operator]} ${typed}, false)`;
  }
}

function sqlText({ set, conditions, joinedBy, negated, within, orderBy, top, skip }: SetQuestion): string {
  const held = (one: Condition, place: number): string => `(${sqlCondition(one, `$${place + 1}`)})`;
  const freely = conditions.map((one, place) => held(one, within.length + place)).join(` ${joinedBy} `);
  const all = [...within.map(held), ...(freely === '' ? [] : [`${negated ? 'not ' : ''}(${freely})`])];
  const order = [
    ...(orderBy === null
      ? []
      : [`v.${orderBy.column.name} ${orderBy.descending ? 'desc nulls last' : 'asc nulls first'}`]),
    ...set.key.map((name) => `v.${name}`),
  ];
  const where = all.length === 0 ? '' : `where ${all.join(' and ')}`;
  return `select ${set.columns.map(({ name }) => `v.${name}::text as ${name}`).join(', ')} from bi.${set.name} v ${where}
    order by ${order.join(', ')} limit ${top} offset ${skip}`;
}

/** The same question through both doors. */
export async function askSets(
  connector: string,
  token: string,
  client: Client,
  question: SetQuestion,
): Promise<{ address: string; odata: Rows; sql: Rows }> {
  const { columns } = question.set;
  const address = `${connector}/odata/v4/${odataAddress(question)}`;
  const response = await fetch(address, {
    headers: { accept: 'application/json;IEEE754Compatible=true', authorization: `Bearer ${token}` },
  });
  const answer = (await response.json()) as {
    readonly value: readonly Record<string, string | number | boolean | null>[];
  };
  if (response.status !== 200) throw new Error(`${address}: ${JSON.stringify(answer)}`);
  const { rows } = await client.query<Record<string, string | null>>(
    sqlText(question),
    [...question.within, ...question.conditions].map(({ value }) => value),
  );
  const shown = (
    read: (column: BiColumn) => string | number | boolean | null | undefined,
  ): Record<string, string | null> =>
    Object.fromEntries(columns.map((column) => [column.name, canonical(column, read(column))]));
  return {
    address,
    odata: answer.value.map((row) => shown((column) => row[pascalCase(column.name)])),
    sql: rows.map((row) => shown((column) => row[column.name])),
  };
}
