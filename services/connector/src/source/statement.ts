/** SQL whose values are all parameters: `text` has none of the caller's characters in it. */
export interface PrintedStatement {
  /**
   * One SELECT, without a semicolon. The n-th parameter (from 1) stands as `(select current_setting('bi.p<n>')::<type>)`: COPY takes no
   * placeholders, and a scalar subquery is evaluated once. The values themselves go by `set_config($1, $2)` with placeholders.
   */
  readonly text: string;
  readonly parameters: readonly string[];
  /** True when it reads views that are worked out, of whose rows PostgreSQL guesses too few: joins are not to be loops. */
  readonly withoutLoops?: boolean;
}
