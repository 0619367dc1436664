/**
 * The tree of an OData request (OData 4.01 Part 2, URL Conventions; grammar: OData ABNF Construction Rules 4.01). Every node knows where
 * it stands (`at`: 0-based character in the decoded text of its option or path), so that an error can point at it: its first character, for
 * operators between two operands the operator. What came from a parameter alias stands where the alias is used.
 */

/** A value as it was written, checked against the grammar of its type; its text is canonical (no quotes, `'` unescaped). */
export interface Literal {
  readonly kind: 'literal';
  readonly type: LiteralType;
  readonly text: string;
  readonly at: number;
}
/**
 * `integer`: fits 64 bits; `decimal`: has a point, or is an integer beyond 64 bits; `double`: has an exponent, or is INF or NaN; `instant`:
 * a DateTimeOffset. A duration or value of another type may also come as a string (`'PT1H'`): `literalOfText` reads it.
 */
export type LiteralType =
  | 'null'
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'double'
  | 'string'
  | 'date'
  | 'instant'
  | 'timeOfDay'
  | 'duration'
  | 'guid';

/** `Province/NameVi`, `s/Value` (a variable of a lambda first), `$it/Value`. Which of the names are what is told by the model. */
export interface MemberPath {
  readonly kind: 'member';
  readonly segments: readonly string[];
  readonly at: number;
}
/** `Scores/$count`, `Scores/$count($filter=…;$search=…)`. */
export interface CollectionCount {
  readonly kind: 'count';
  readonly collection: MemberPath;
  readonly filter: Expression | null;
  readonly search: SearchExpression | null;
  readonly at: number;
}
/** `Scores/any(s:s/Value gt 5)`, `Scores/any()`. */
export interface Lambda {
  readonly kind: 'lambda';
  readonly operator: 'any' | 'all';
  readonly collection: MemberPath;
  /** Null together with the predicate: `any()`. */
  readonly variable: string | null;
  readonly predicate: Expression | null;
  readonly at: number;
}
export type BinaryOperator =
  'or' | 'and' | 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'add' | 'sub' | 'mul' | 'div' | 'divby' | 'mod' | 'has';
export interface Binary {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly at: number;
}
export interface Unary {
  readonly kind: 'unary';
  readonly operator: 'not' | 'negate';
  readonly operand: Expression;
  readonly at: number;
}
/** `Code in ('1','2')`. The list may be empty: nothing is in it. */
export interface Membership {
  readonly kind: 'in';
  readonly value: Expression;
  readonly list: readonly Expression[];
  readonly at: number;
}
/**
 * `contains(NameVi,'Kon')`. Names of the specification in lower case (`matchespattern`); the number of arguments is right. The type of
 * `cast` and `isof` is their last argument, a path of one segment (`Edm.String`). `case` has condition, value, condition, value …
 */
export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly at: number;
}
/**
 * Parameter aliases (`@p`) are replaced by their values while parsing. A chain `a or b or c …` is a balanced tree, so that the height of
 * a tree stays small.
 */
export type Expression = Literal | MemberPath | CollectionCount | Lambda | Binary | Unary | Membership | Call;

/** `$search`: words and phrases that must be in the row's text, without regard to case and diacritics. A phrase is a term with spaces. */
export type SearchExpression =
  | { readonly kind: 'term'; readonly text: string; readonly at: number }
  | { readonly kind: 'searchNot'; readonly operand: SearchExpression; readonly at: number }
  | {
      readonly kind: 'searchAnd' | 'searchOr';
      readonly left: SearchExpression;
      readonly right: SearchExpression;
      readonly at: number;
    };

export interface OrderItem {
  readonly expression: Expression;
  readonly descending: boolean;
}
/** `*`, or a property or path. */
export interface SelectItem {
  readonly path: readonly string[];
  readonly at: number;
}
/** `$expand=Scores($filter=…)`, `$expand=Province/$ref`, `$expand=Scores/$count`, `$expand=*`. */
export interface ExpandItem {
  readonly path: readonly string[];
  readonly form: 'entities' | 'references' | 'count';
  /** `$levels`; null when absent. */
  readonly levels: number | 'max' | null;
  readonly options: QueryOptions;
  readonly at: number;
}

/** One step of `$apply` (OData Data Aggregation 4.0). */
export type Transformation =
  | { readonly kind: 'filter'; readonly filter: Expression; readonly at: number }
  | { readonly kind: 'search'; readonly search: SearchExpression; readonly at: number }
  | { readonly kind: 'compute'; readonly items: readonly ComputeItem[]; readonly at: number }
  | {
      readonly kind: 'groupby';
      readonly by: readonly MemberPath[];
      readonly then: readonly Transformation[];
      readonly at: number;
    }
  | { readonly kind: 'aggregate'; readonly items: readonly AggregateItem[]; readonly at: number }
  | { readonly kind: 'orderby'; readonly items: readonly OrderItem[]; readonly at: number }
  | { readonly kind: 'top' | 'skip'; readonly count: number; readonly at: number }
  | { readonly kind: 'identity'; readonly at: number };
export interface ComputeItem {
  readonly expression: Expression;
  readonly alias: string;
  readonly at: number;
}
/** `Value with average as Mean`; `$count as Rows` has no expression, and of `Scores/$count as Rows` it is the count; both have method `count`. */
export interface AggregateItem {
  readonly expression: Expression | null;
  readonly method: 'sum' | 'min' | 'max' | 'average' | 'countdistinct' | 'count';
  readonly alias: string;
  readonly at: number;
}

/** The options that say which rows, in which order, with what: of a request, or of an `$expand`. Absent: null, or an empty list. */
export interface QueryOptions {
  readonly filter: Expression | null;
  readonly search: SearchExpression | null;
  readonly orderBy: readonly OrderItem[];
  readonly select: readonly SelectItem[] | null;
  readonly expand: readonly ExpandItem[];
  readonly compute: readonly ComputeItem[];
  readonly apply: readonly Transformation[] | null;
  readonly top: number | null;
  readonly skip: number | null;
  readonly count: boolean | null;
}
/** The options of a whole request. */
export interface RequestOptions extends QueryOptions {
  readonly skipToken: string | null;
  readonly deltaToken: string | null;
  /** Media type or short name (`json`, `xml`, `csv` …) as written. */
  readonly format: string | null;
  /** `$index`, `$schemaversion` (in lower case with `$`) and custom options, as written. Parameter aliases are not kept. */
  readonly others: Readonly<Record<string, string>>;
}

/** The value of a key: `('46')`, or `(Code='46',Year=2018)`. */
export type KeyPredicate =
  | { readonly kind: 'positional'; readonly value: Literal }
  | { readonly kind: 'named'; readonly values: ReadonlyMap<string, Literal> };

/** The path after the service root. */
export interface ResourcePath {
  /** `service`: empty path. `set`: everything else that is not one of the named resources. */
  readonly kind: 'service' | 'metadata' | 'batch' | 'resource';
  readonly segments: readonly ResourceSegment[];
}
export type ResourceSegment =
  /** An entity set, navigation property or property. A key in the manner of a path (`Scores/abc`) comes as a name too: the model tells. */
  | { readonly kind: 'name'; readonly name: string; readonly key: KeyPredicate | null; readonly at: number }
  | {
      readonly kind: 'operation';
      readonly name: '$count' | '$value' | '$ref' | '$query' | '$each' | '$all';
      readonly at: number;
    };
