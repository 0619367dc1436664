import {
  allOf,
  columnSql,
  emptySelect,
  operatorSql,
  type CommonSelect,
  type Join,
  type Select,
  type SelectColumn,
  type Sql,
} from '../../source/sql/sql';
import { speaksOf } from './sql-operands';

/** Values of the rows that are equal to columns of what is joined to them. */
export interface JoinPair {
  readonly value: Sql;
  readonly column: string;
}

/**
 * Two SELECTs in place of one: the rows first, cut to the page, with every value that is needed of them; around them what is asked once for
 * all of these rows, joined to them.
 */
export class RowsFirst {
  readonly #columns = new Map<string, SelectColumn & { readonly alias: string }>();
  readonly #common: CommonSelect[] = [];
  readonly #joins: Join[] = [];

  /** `name`: of the SELECT of the rows. */
  constructor(readonly name: string) {}

  /** The value as a column of the SELECT of the rows. */
  keep(value: Sql): Extract<Sql, { kind: 'column' }> {
    const key = JSON.stringify(value);
    const column = this.#columns.get(key) ?? { expression: value, alias: `c${this.#columns.size + 1}` };
    this.#columns.set(key, column);
    return { kind: 'column', table: this.name, column: column.alias };
  }

  /** Joins a SELECT to the rows, one of its rows at most to each; its columns are read under `name`. */
  join({ name, select }: CommonSelect, on: readonly JoinPair[]): void {
    const conditions = on.map(({ value, column }) => operatorSql('=', columnSql(name, column), this.keep(value)));
    this.#common.push({ name, select });
    this.#joins.push({ relation: { kind: 'common', name }, alias: name, on: allOf(conditions) });
  }

  /** The SELECT whose expressions are of the rows and of what is joined, as two. */
  around(select: Select): Select {
    if (select.groupByFirst > 0 || select.distinct) throw new Error('groups have no related rows');
    const lift = (expression: Sql): Sql => this.#lift(expression);
    const columns = select.columns.map(({ expression, alias }) => ({ expression: lift(expression), alias }));
    const orderBy = select.orderBy.map((item) => ({ ...item, expression: lift(item.expression) }));
    const isCut = select.limit !== null || select.offset !== null;
    const rows: Select = { ...select, columns: [...this.#columns.values()], orderBy: isCut ? select.orderBy : [] };
    return {
      ...emptySelect,
      common: [{ name: this.name, select: rows }, ...this.#common],
      columns,
      from: { relation: { kind: 'common', name: this.name }, alias: this.name },
      joins: this.#joins,
      orderBy,
    };
  }

  /** The expression with every part that is of the rows alone read from them. */
  #lift(node: Sql): Sql {
    const names = new Set(this.#common.map(({ name }) => name));
    if (!speaksOf(node, names)) return FIXED.has(node.kind) ? node : this.keep(node);
    const lift = (operand: Sql): Sql => this.#lift(operand);
    switch (node.kind) {
      case 'column':
        return node;
      case 'operator':
        return { ...node, left: lift(node.left), right: lift(node.right) };
      case 'cast':
        return { ...node, operand: lift(node.operand) };
      case 'call':
        return { ...node, arguments: node.arguments.map(lift) };
      case 'case': {
        const branches = node.branches.map(({ when, then }) => ({ when: lift(when), then: lift(then) }));
        return { ...node, branches, otherwise: lift(node.otherwise) };
      }
      default:
        throw new Error(`related rows do not stand in ${node.kind}`);
    }
  }
}

/** What is the same for every row. */
const FIXED: ReadonlySet<Sql['kind']> = new Set<Sql['kind']>(['constant', 'number', 'word', 'parameter']);
