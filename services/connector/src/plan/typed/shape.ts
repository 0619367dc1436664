import type { EdmType, EntitySet } from '../../model/edm';

/** How texts compare: as Vietnamese sorts them, or by code point. */
export type Collation = 'VIETNAMESE' | 'BINARY';

/** A column of rows that are groups: a property that was grouped by (its path), or an alias. */
export interface GroupColumn {
  /** One name: a property of the group. Several: a property of the row at the end of navigations. */
  readonly path: readonly string[];
  readonly type: EdmType;
  readonly nullable: boolean;
  readonly collation: Collation;
  /** True: grouped by; a group is told by these. */
  readonly key: boolean;
}
/** What rows look like: entities of a set, or groups. */
export type Shape =
  | { readonly kind: 'entities'; readonly set: EntitySet }
  | { readonly kind: 'groups'; readonly of: EntitySet; readonly columns: readonly GroupColumn[] };

/** A row that expressions speak of: `$it`, the variable of a lambda, a row of an expansion. Told apart by identity. */
export interface RowVariable {
  readonly shape: Shape;
}
