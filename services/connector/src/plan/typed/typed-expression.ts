import type { EdmType, EntitySet, Navigation, Property } from '../../model/edm';
import type { ExtractField } from '../../source/sql/sql';
import type { SearchExpression } from '../../query/ast';
import type { Collation, RowVariable } from './shape';

export type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';
export type Arithmetic = 'add' | 'sub' | 'mul' | 'div' | 'divby' | 'mod';
/** Built-in functions with a meaning of their own in SQL (OData 4.01 Part 2, 5.1.1.5 to 5.1.1.11). */
export type FunctionName =
  | 'concat'
  | 'contains'
  | 'endswith'
  | 'startswith'
  | 'indexof'
  | 'length'
  | 'substring'
  | 'tolower'
  | 'toupper'
  | 'trim'
  | 'date'
  | 'time'
  | 'now'
  | 'mindatetime'
  | 'maxdatetime'
  | 'fractionalseconds'
  | 'totalseconds'
  | 'totaloffsetminutes'
  | 'round'
  | 'floor'
  | 'ceiling'
  | ExtractName;
export type ExtractName = Exclude<ExtractField, 'epoch'>;

/** The rows of a collection-valued navigation, seen from a row: single navigations first, the collection last. */
export interface TypedCollection {
  readonly from: RowVariable;
  readonly path: readonly Navigation[];
  readonly navigation: Navigation;
  readonly target: EntitySet;
}

/** What every checked node has. `size`: nodes in it, computed properties written out. */
interface Node {
  readonly type: EdmType;
  /** Whether it can be null. */
  readonly nullable: boolean;
  readonly collation: Collation;
  readonly size: number;
}
export type TypedLiteral = Node & { readonly kind: 'literal'; readonly text: string };
/** The checked tree: every node has a type, operands are of the types that their operator takes. */
export type Typed =
  | TypedLiteral
  | (Node & { readonly kind: 'null' })
  /** A property of a row, or of the row at the end of single navigations from it. */
  | (Node & {
      readonly kind: 'property';
      readonly row: RowVariable;
      readonly path: readonly Navigation[];
      readonly property: Property;
    })
  /** A column of rows that are groups. */
  | (Node & { readonly kind: 'groupColumn'; readonly row: RowVariable; readonly place: number })
  | (Node & { readonly kind: 'comparison'; readonly operator: Comparison; readonly left: Typed; readonly right: Typed })
  | (Node & { readonly kind: 'logic'; readonly operator: 'and' | 'or'; readonly left: Typed; readonly right: Typed })
  | (Node & { readonly kind: 'not'; readonly operand: Typed })
  | (Node & { readonly kind: 'arithmetic'; readonly operator: Arithmetic; readonly left: Typed; readonly right: Typed })
  | (Node & { readonly kind: 'negate'; readonly operand: Typed })
  /** Literals of one type only; null among them apart. */
  | (Node & {
      readonly kind: 'oneOf';
      readonly value: Typed;
      readonly texts: readonly string[];
      readonly withNull: boolean;
    })
  | (Node & { readonly kind: 'function'; readonly name: FunctionName; readonly arguments: readonly Typed[] })
  | (Node & { readonly kind: 'convert'; readonly operand: Typed })
  /** The value of the first branch whose condition is true; null when there is none. */
  | (Node & { readonly kind: 'case'; readonly branches: readonly { readonly when: Typed; readonly then: Typed }[] })
  | (Node & {
      readonly kind: 'quantified';
      readonly operator: 'any' | 'all';
      readonly collection: TypedCollection;
      readonly variable: RowVariable;
      readonly predicate: Typed | null;
    })
  | (Node & {
      readonly kind: 'count';
      readonly collection: TypedCollection;
      readonly variable: RowVariable;
      readonly filter: Typed | null;
      readonly search: SearchExpression | null;
    });

export const INTEGRAL: ReadonlySet<EdmType> = new Set<EdmType>(['Edm.Int32', 'Edm.Int64']);
/** From narrow to wide: the wider type of two is the one they are promoted to (OData 4.01 Part 2, 5.1.1.16). */
export const NUMERIC: readonly EdmType[] = ['Edm.Int32', 'Edm.Int64', 'Edm.Decimal', 'Edm.Double'];
export const isNumeric = (type: EdmType): boolean => NUMERIC.includes(type);
