import { pascalCase, type BiNavigation, type BiSet } from '@lientinh/bi';
import type { Client } from 'pg';
import { canonical, odataCondition, sqlCondition, type Condition } from './three-doors-sets';

/** Rows of a set with related rows in each: for OData one request, for SQL a question for each row. */
export interface ExpansionQuestion {
  readonly set: BiSet;
  readonly navigation: BiNavigation;
  readonly target: BiSet;
  /** The first or the last so many rows of the set. */
  readonly rows: number;
  readonly fromTheEnd: boolean;
  /** What is asked of the related rows. */
  readonly condition: Condition | null;
  readonly descending: boolean;
  readonly top: number | null;
  readonly skip: number;
}

/** A row's key, the number of its related rows before `$top` and `$skip`, and the keys of those shown. */
interface Answered {
  readonly key: readonly (string | null)[];
  readonly count: number;
  readonly related: readonly (readonly (string | null)[])[];
}

type Json = Readonly<Record<string, unknown>>;

const keyOf = ({ key, columns }: BiSet, read: (name: string) => unknown): readonly (string | null)[] =>
  key.map((name) => {
    const column = columns.find((one) => one.name === name);
    if (column === undefined) throw new Error(`no column ${name}`);
    return canonical(column, read(name) as string | null);
  });

const ordered = ({ key }: BiSet, descending: boolean): readonly string[] =>
  key.map((name) => `${pascalCase(name)}${descending ? ' desc' : ''}`);

function addressOf(question: ExpansionQuestion): string {
  const { set, navigation, target, rows, fromTheEnd, condition, descending, top, skip } = question;
  const inner = [
    `$select=${target.key.map(pascalCase).join(',')}`,
    `$orderby=${ordered(target, descending).join(',')}`,
    '$count=true',
    ...(condition === null ? [] : [`$filter=${odataCondition(condition)}`]),
    ...(top === null ? [] : [`$top=${top}`]),
    ...(skip === 0 ? [] : [`$skip=${skip}`]),
  ];
  const expand = encodeURIComponent(`${pascalCase(navigation.name)}(${inner.join(';')})`);
  const order = encodeURIComponent(ordered(set, fromTheEnd).join(','));
  return `${pascalCase(set.name)}?$select=${set.key.map(pascalCase).join(',')}&$orderby=${order}&$top=${rows}&$expand=${expand}`;
}

async function byOData(connector: string, token: string, question: ExpansionQuestion): Promise<readonly Answered[]> {
  const { set, navigation, target } = question;
  const address = `${connector}/odata/v4/${addressOf(question)}`;
  const response = await fetch(address, { headers: { accept: 'application/json', authorization: `Bearer ${token}` } });
  const answer = (await response.json()) as { readonly value: readonly Json[] };
  if (response.status !== 200) throw new Error(`${address}: ${JSON.stringify(answer)}`);
  const name = pascalCase(navigation.name);
  return answer.value.map((row) => ({
    key: keyOf(set, (column) => row[pascalCase(column)]),
    count: Number(row[`${name}@odata.count`]),
    related: (row[name] as readonly Json[]).map((one) => keyOf(target, (column) => one[pascalCase(column)])),
  }));
}

const orderBy = ({ key }: BiSet, descending: boolean): string =>
  key.map((name) => `v.${name}${descending ? ' desc' : ''}`).join(', ');

async function bySql(client: Client, question: ExpansionQuestion): Promise<readonly Answered[]> {
  const { set, navigation, target, rows: wanted, fromTheEnd, condition, descending, top, skip } = question;
  const { on } = navigation;
  const columns = [...new Set([...set.key, ...on.map(({ from }) => from)])];
  const { rows } = await client.query<Record<string, string | null>>(
    `select ${columns.map((name) => `v.${name}::text as ${name}`).join(', ')} from bi.${set.name} v
     order by ${orderBy(set, fromTheEnd)} limit ${wanted}`,
  );
  const equal = on.map(({ to }, place) => `v.${to}::text = $${place + 1}`);
  const asked = condition === null ? [] : [`(${sqlCondition(condition, `$${on.length + 1}`)})`];
  const answers: Answered[] = [];
  for (const row of rows) {
    const found = await client.query<Record<string, string | null>>(
      `select ${target.key.map((name) => `v.${name}::text as ${name}`).join(', ')} from bi.${target.name} v
       where ${[...equal, ...asked].join(' and ')} order by ${orderBy(target, descending)}`,
      [...on.map(({ from }) => row[from] ?? null), ...(condition === null ? [] : [condition.value])],
    );
    const keys = found.rows.map((one) => keyOf(target, (name) => one[name]));
    answers.push({
      key: keyOf(set, (name) => row[name]),
      count: keys.length,
      related: keys.slice(skip, top === null ? undefined : skip + top),
    });
  }
  return answers;
}

/** The same related rows through both doors. */
export async function askExpansions(
  connector: string,
  token: string,
  client: Client,
  question: ExpansionQuestion,
): Promise<{ address: string; odata: readonly Answered[]; sql: readonly Answered[] }> {
  const odata = await byOData(connector, token, question);
  return { address: addressOf(question), odata, sql: await bySql(client, question) };
}
