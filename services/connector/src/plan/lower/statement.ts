import type { EntitySet, Model, Navigation } from '../../model/edm';
import { targetOf } from '../../model';
import {
  allOf,
  columnSql,
  emptySelect,
  operatorSql,
  type CommonSelect,
  type FromItem,
  type Join,
  type Relation,
  type Select,
  type Sql,
} from '../../source/sql/sql';
import { MAXIMUM_RANGES } from '../limits';
import type { RowScope } from '../plan';
import { planTooLarge } from '../plan.errors';
import type { RowVariable } from '../typed/shape';
import type { TypedExpansion } from '../typed/query';
import { refuseUnlessAllowed, scopeConditions } from '../row-scope';
import { ALONE } from './own-column';
import { RowsFirst } from './rows-first';

/** A SELECT while it is made: navigation paths add joins, conditions add up. */
export class SelectDraft {
  readonly common: CommonSelect[] = [];
  readonly joins: Join[] = [];
  readonly where: Sql[] = [];
  #rowsFirst: RowsFirst | null = null;

  constructor(readonly from: FromItem) {}

  /** For what is to be asked once for all of its rows; `name` gives them one. */
  rowsFirst(name: () => string): RowsFirst {
    return (this.#rowsFirst ??= new RowsFirst(name()));
  }

  /** As it is now, with what is given. */
  finish(rest: Partial<Select>): Select {
    const select = { ...emptySelect, ...this.#parts(), ...rest };
    return this.#rowsFirst?.around(select) ?? select;
  }

  #parts(): Pick<Select, 'common' | 'from' | 'joins' | 'where'> {
    const { common, from, joins, where } = this;
    return { common, from, joins, where };
  }
}

/** Related rows of each row, asked for once for all. */
export interface Related {
  readonly count: Sql;
  /** A JSON list; null where they are only counted. */
  readonly list: Sql | null;
}

/** The first name of a statement: that of the rows that it begins with. */
const FIRST = 't1';

/** Rows under an alias: of a set, or groups (`set` is null). */
export interface Range {
  readonly alias: string;
  readonly draft: SelectDraft;
  readonly set: EntitySet | null;
  readonly joined: Map<string, Range>;
  readonly related: Map<TypedExpansion, Related>;
}

/** The rows of a page, and the column that their order begins with, ascending or descending. */
export interface ReadInOrder {
  readonly row: RowVariable;
  readonly column: string;
}

/** What making one statement keeps in mind: which row stands under which alias, and which sets are read. Rights narrow every set. */
export class Statement {
  readonly #ranges = new Map<RowVariable, Range>();
  readonly #sets = new Set<EntitySet>();
  #names = 0;
  #relations = 0;

  constructor(
    readonly model: Model,
    readonly scope: RowScope,
    private readonly inOrder: ReadInOrder | null = null,
  ) {}

  /**
   * Whether rows are read in order of the column and only the first of them: an index on it then serves only conditions on the column
   * itself. In any other order PostgreSQL does better with conditions as they are, of which it has statistics.
   */
  isReadInOrderOf(row: RowVariable, column: string | undefined): boolean {
    return this.inOrder !== null && this.inOrder.row === row && this.inOrder.column === column;
  }

  /** Every set that was read so far. */
  get sets(): readonly EntitySet[] {
    return [...this.#sets];
  }

  /** Whether these are the rows that the statement begins with, not rows that others lead to: each is there once. */
  isOfRequest({ alias, draft }: Range): boolean {
    return alias === FIRST && draft.from.alias === FIRST;
  }

  /** A name that stands nowhere else in the statement. */
  name(): string {
    this.#names += 1;
    return `t${this.#names}`;
  }

  /** A name for a view or what is made of one. ODATA_PLAN_TOO_LARGE. */
  alias(): string {
    this.#relations += 1;
    if (this.#relations > MAXIMUM_RANGES)
      throw planTooLarge({
        option: 'path',
        at: 0,
        what: { vi: 'bảng trong một câu hỏi', en: 'ranges of one statement' },
        limit: MAXIMUM_RANGES,
      });
    return this.name();
  }

  /** Begins a SELECT from the view of the row's set. */
  open(row: RowVariable, set: EntitySet): SelectDraft {
    const draft = this.#begin(row, this.#view(set), set);
    const ordered = (column: string): boolean => this.isReadInOrderOf(row, column);
    draft.where.push(...scopeConditions(set, draft.from.alias, this.scope, this.model, ordered));
    return draft;
  }

  /** Lets the row stand for rows that are read alone. Not narrowed: of sets that rights leave whole. */
  placeAlone(row: RowVariable, set: EntitySet): void {
    const draft = new SelectDraft({ relation: this.#view(set), alias: ALONE });
    this.#ranges.set(row, { alias: ALONE, draft, set, joined: new Map(), related: new Map() });
  }

  /** Begins a SELECT from a finished one whose columns are those of the row. */
  openDerived(row: RowVariable, select: Select): SelectDraft {
    const set = row.shape.kind === 'entities' ? row.shape.set : null;
    return this.#begin(row, { kind: 'derived', select }, set);
  }

  /** Lets the row stand for rows that another row leads to. */
  place(row: RowVariable, range: Range): void {
    this.#ranges.set(row, range);
  }

  rangeOf(row: RowVariable): Range {
    const range = this.#ranges.get(row);
    if (range === undefined) throw new Error('a row is spoken of outside of its statement');
    return range;
  }

  /** The range at the end of single navigations; the same path is joined once. */
  follow(range: Range, path: readonly Navigation[]): Range {
    return path.reduce((from, navigation) => from.joined.get(navigation.name) ?? this.#join(from, navigation), range);
  }

  /** Rows of the navigation's target that belong to the row of `from`. */
  openRelated(row: RowVariable, from: Range, navigation: Navigation): SelectDraft {
    const draft = this.open(row, targetOf(this.model, navigation));
    draft.where.push(...belonging(from.alias, draft.from.alias, navigation));
    return draft;
  }

  #begin(row: RowVariable, relation: Relation, set: EntitySet | null): SelectDraft {
    const draft = new SelectDraft({ relation, alias: this.alias() });
    this.#ranges.set(row, { alias: draft.from.alias, draft, set, joined: new Map(), related: new Map() });
    return draft;
  }

  #join(from: Range, navigation: Navigation): Range {
    const set = targetOf(this.model, navigation);
    const relation = this.#view(set);
    const alias = this.alias();
    const conditions = [
      ...belonging(from.alias, alias, navigation),
      ...scopeConditions(set, alias, this.scope, this.model),
    ];
    from.draft.joins.push({ relation, alias, on: allOf(conditions) });
    const range: Range = { alias, draft: from.draft, set, joined: new Map(), related: new Map() };
    from.joined.set(navigation.name, range);
    return range;
  }

  #view(set: EntitySet): Relation {
    refuseUnlessAllowed(set, this.scope);
    this.#sets.add(set);
    return { kind: 'view', name: set.set.name };
  }
}

const belonging = (from: string, to: string, { definition }: Navigation): readonly Sql[] =>
  definition.on.map((pair) => operatorSql('=', columnSql(to, pair.to), columnSql(from, pair.from)));
