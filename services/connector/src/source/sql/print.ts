import type { PrintedStatement } from '../statement';
import type { CommonSelect, FromItem, Join, Relation, Select, SelectColumn, SortItem, Sql, SqlType } from './sql';

/** Names of the database: those of the contract and those that the planner makes (`t1`, `c1`). */
const IDENTIFIER = /^[a-z][a-z0-9_]*$/;

/** The statement as text and parameters. Throws when a name is none of the contract: a fault of ours, never of a caller. */
export function printStatement(select: Select): PrintedStatement {
  const printer = new Printer();
  const text = printer.select(select);
  return { text, parameters: printer.parameters };
}

type Printers = { readonly [K in Sql['kind']]: (node: Extract<Sql, { kind: K }>) => string };

class Printer {
  readonly #places = new Map<string, number>();
  readonly parameters: string[] = [];

  /** Inside of `once` a parameter is read without a subquery of its own. */
  #once = false;

  readonly #print: Printers = {
    column: ({ table, column }) => `${identifier(table)}.${identifier(column)}`,
    parameter: ({ text, type }) => {
      const setting = this.#setting(text, type);
      return this.#once ? setting : `(select ${setting})`;
    },
    constant: ({ text }) => quoted(text),
    number: ({ value }) => String(value),
    word: ({ word }) => word,
    operator: (node) => this.#operator(node),
    prefix: ({ operator, operand }) => `(${operator} ${this.#sql(operand)})`,
    test: ({ operand, test }) => `(${this.#sql(operand)} ${test})`,
    call: (node) => this.#call(node),
    cast: ({ operand, type }) => `(${this.#sql(operand)})::${type}`,
    vietnamese: ({ operand }) => `(${this.#sql(operand)} collate "vi-x-icu")`,
    extract: ({ field, operand }) => `extract(${field} from ${this.#sql(operand)})`,
    atUtc: ({ operand }) => `(${this.#sql(operand)} at time zone 'UTC')`,
    case: ({ branches, otherwise }) =>
      `case ${branches.map(({ when, then }) => `when ${this.#sql(when)} then ${this.#sql(then)}`).join(' ')} else ${this.#sql(otherwise)} end`,
    rowValue: ({ items }) => `(${this.#list(items)})`,
    anyOf: ({ value, list }) => `(${this.#sql(value)} = any (${this.#array(list)}))`,
    arrayOf: ({ select }) => `array(${this.select(select)})`,
    // The test keeps PostgreSQL from making a join of it, which it could carry out for each row again.
    among: ({ values, select }) => `((${this.#list(values)}) in (${this.select(select)}) is true)`,
    rowNumber: ({ partitionBy, orderBy }) =>
      `row_number() over (partition by ${this.#list(partitionBy)}${this.#orderBy(orderBy, ' ')})`,
    exists: ({ select }) => `exists (${this.select(select)})`,
    scalar: ({ select }) => `(${this.select(select)})`,
    once: ({ operand }) => this.#onceOnly(operand),
  };

  select(select: Select): string {
    const { common, columns, from, joins, where, groupByFirst, distinct, orderBy, limit, offset } = select;
    const groups = Array.from({ length: groupByFirst }, (_, index) => String(index + 1));
    return [
      common.length === 0 ? '' : `with ${common.map((one) => this.#common(one)).join(', ')}`,
      `select ${distinct ? 'distinct ' : ''}${columns.map((column) => this.#column(column)).join(', ')}`,
      from === null ? '' : `from ${this.#from(from)}`,
      ...joins.map((join) => this.#join(join)),
      where.length === 0 ? '' : `where ${where.map((condition) => this.#sql(condition)).join(' and ')}`,
      groups.length === 0 ? '' : `group by ${groups.join(', ')}`,
      this.#orderBy(orderBy, ''),
      // Read without a subquery: the planner of PostgreSQL must know how few rows are wanted.
      limit === null ? '' : `limit ${this.#setting(String(limit), 'bigint')}`,
      offset === null || offset === 0 ? '' : `offset ${this.#setting(String(offset), 'bigint')}`,
    ]
      .filter((clause) => clause !== '')
      .join(' ');
  }

  #sql(node: Sql): string {
    const print = this.#print[node.kind] as (node: Sql) => string;
    return print(node);
  }

  #list(nodes: readonly Sql[]): string {
    return nodes.map((node) => this.#sql(node)).join(', ');
  }

  /** Chains of one operator stand in one pair of parentheses, so that long filters do not nest. */
  #operator(node: Extract<Sql, { kind: 'operator' }>): string {
    if (node.operator !== 'and' && node.operator !== 'or' && node.operator !== '||')
      return `(${this.#sql(node.left)} ${node.operator} ${this.#sql(node.right)})`;
    const parts: Sql[] = [];
    const waiting: Sql[] = [node];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      if (next.kind === 'operator' && next.operator === node.operator) waiting.push(next.right, next.left);
      else parts.push(next);
    return `(${parts.map((part) => this.#sql(part)).join(` ${node.operator} `)})`;
  }

  #call(node: Extract<Sql, { kind: 'call' }>): string {
    const { name, arguments: list, distinct = false, filter = null, orderBy = [] } = node;
    if (name === 'make_interval_of_days') return `make_interval(days => ${this.#list(list)})`;
    const inner = name === 'count' && list.length === 0 ? '*' : this.#list(list);
    const call = `${name}(${distinct ? 'distinct ' : ''}${inner}${this.#orderBy(orderBy, ' ')})`;
    return filter === null ? call : `${call} filter (where ${this.#sql(filter)})`;
  }

  /** `any ((select …))` would be a subquery of rows; the cast makes it an array. */
  #array(list: Sql): string {
    return list.kind === 'parameter' ? `${this.#sql(list)}::${list.type}` : this.#sql(list);
  }

  #onceOnly(operand: Sql): string {
    const before = this.#once;
    this.#once = true;
    const text = this.#sql(operand);
    this.#once = before;
    return before ? text : `(select ${text})`;
  }

  #column({ expression, alias }: SelectColumn): string {
    const text = this.#sql(expression);
    return alias === null ? text : `${text} as ${identifier(alias)}`;
  }

  #from({ relation, alias }: FromItem): string {
    return `${this.#relation(relation)} ${identifier(alias)}`;
  }

  #relation(relation: Relation): string {
    switch (relation.kind) {
      case 'view':
        return `bi.${identifier(relation.name)}`;
      case 'common':
        return identifier(relation.name);
      case 'derived':
        return `(${this.select(relation.select)})`;
    }
  }

  #common({ name, select }: CommonSelect): string {
    return `${identifier(name)} as materialized (${this.select(select)})`;
  }

  #orderBy(items: readonly SortItem[], before: string): string {
    return items.length === 0 ? '' : `${before}order by ${items.map((item) => this.#sort(item)).join(', ')}`;
  }

  #join(join: Join): string {
    return `left join ${this.#from(join)} on ${this.#sql(join.on)}`;
  }

  /** Null is lower than every value (OData 4.01 Part 1, 11.2.6.2); not said where there is none, so that indexes serve. */
  #sort({ expression, descending, nullable }: SortItem): string {
    const nulls = nullable ? ` nulls ${descending ? 'last' : 'first'}` : '';
    return `${this.#sql(expression)}${descending ? ' desc' : ''}${nulls}`;
  }

  #setting(text: string, type: SqlType): string {
    const key = `${type} ${text}`;
    const place = this.#places.get(key) ?? this.parameters.push(text);
    this.#places.set(key, place);
    return `current_setting('bi.p${place}')${type === 'text' ? '' : `::${type}`}`;
  }
}

function identifier(name: string): string {
  if (!IDENTIFIER.test(name)) throw new Error(`not a name of the contract: ${name}`);
  return `"${name}"`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
