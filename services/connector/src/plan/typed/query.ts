import type { SearchExpression } from '../../query/ast';
import type { EntitySet, Navigation, Property } from '../../model/edm';
import type { RowVariable } from './shape';
import type { Typed } from './typed-expression';

/** One expression of an order. */
export interface TypedOrder {
  readonly expression: Typed;
  readonly descending: boolean;
}
/** A field of the answer. */
export type Output =
  | { readonly kind: 'property'; readonly property: Property }
  | { readonly kind: 'computed'; readonly name: string; readonly expression: Typed }
  /** A column of a group, by its place. */
  | { readonly kind: 'groupColumn'; readonly place: number };

/** Related rows within a row. */
export interface TypedExpansion {
  readonly navigation: Navigation;
  readonly target: EntitySet;
  readonly form: 'entities' | 'references' | 'count';
  readonly query: TypedQuery;
}

/** One aggregated value of a group. */
export interface TypedAggregate {
  readonly method: 'sum' | 'min' | 'max' | 'average' | 'countdistinct' | 'count';
  /** Null: the rows are counted. */
  readonly expression: Typed | null;
}
/** A step that `$apply` takes; `compute` only gives names, so it is none. */
export type Step =
  | { readonly kind: 'filter'; readonly predicate: Typed }
  | { readonly kind: 'search'; readonly search: SearchExpression }
  | { readonly kind: 'order'; readonly order: readonly TypedOrder[] }
  | { readonly kind: 'limit'; readonly top: number | null; readonly skip: number }
  | {
      readonly kind: 'group';
      readonly keys: readonly Typed[];
      readonly aggregates: readonly TypedAggregate[];
      /** Of the rows of a group, those that are aggregated; null: all. */
      readonly where: Typed | null;
      /** The rows that come out: keys first, aggregates behind them. */
      readonly result: RowVariable;
    };

/** Checked options: which rows, in which order, with what. */
export interface TypedQuery {
  /** The rows that it begins with. */
  readonly row: RowVariable;
  readonly steps: readonly Step[];
  /** The rows after the steps. */
  readonly result: RowVariable;
  readonly filter: Typed | null;
  readonly search: SearchExpression | null;
  readonly order: readonly TypedOrder[];
  readonly outputs: readonly Output[];
  readonly expansions: readonly TypedExpansion[];
  readonly top: number | null;
  readonly skip: number;
  readonly count: boolean;
  /** Whether `$select` was there, so that the context names the fields. */
  readonly selected: boolean;
}
