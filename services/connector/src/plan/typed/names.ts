import type { RowVariable } from './shape';
import type { Typed } from './typed-expression';

/** A row and the computed properties it has beside those of its shape, by alias. */
export interface RowNames {
  readonly row: RowVariable;
  readonly computed: ReadonlyMap<string, Typed>;
}
/** The names that an expression may use. */
export interface Names {
  /** What names without a variable are looked up in. */
  readonly it: RowNames;
  /** `$it`, `$this` and variables of lambdas. */
  readonly variables: ReadonlyMap<string, RowNames>;
  /** The option that the expression stands in, for errors. */
  readonly option: string;
}
