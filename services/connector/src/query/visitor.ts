import type { Expression } from './ast';

interface Kinded {
  readonly kind: string;
}
/** The members of a union that can have this kind. */
export type OfKind<Node extends Kinded, Kind extends string> = Node extends Kinded
  ? Kind extends Node['kind']
    ? Node & { readonly kind: Kind }
    : never
  : never;

/** One function for each kind of a union of nodes: a forgotten kind does not compile. */
export type Visitor<Node extends Kinded, Result> = {
  readonly [Kind in Node['kind']]: (node: OfKind<Node, Kind>) => Result;
};

/** Calls the function for the node's kind. */
export function visit<Node extends Kinded, Result>(node: Node, visitor: Visitor<Node, Result>): Result {
  const handle = visitor[node.kind as Node['kind']] as unknown as (node: Node) => Result;
  return handle(node);
}

const NONE: readonly Expression[] = [];
const CHILDREN: Visitor<Expression, readonly Expression[]> = {
  literal: () => NONE,
  member: () => NONE,
  count: ({ collection, filter }) => (filter === null ? [collection] : [collection, filter]),
  lambda: ({ collection, predicate }) => (predicate === null ? [collection] : [collection, predicate]),
  binary: ({ left, right }) => [left, right],
  unary: ({ operand }) => [operand],
  in: ({ value, list }) => [value, ...list],
  call: (node) => node.arguments,
};

/** The expressions directly inside an expression, in the order of the text. */
export function childrenOf(expression: Expression): readonly Expression[] {
  return visit(expression, CHILDREN);
}

/** For each kind what to make of a node and of what was made of its children (in the order of `childrenOf`). */
export type Algebra<Result> = {
  readonly [Kind in Expression['kind']]: (node: OfKind<Expression, Kind>, children: readonly Result[]) => Result;
};

/** Makes something of a tree from the leaves up. */
export function fold<Result>(expression: Expression, algebra: Algebra<Result>): Result {
  const children = childrenOf(expression).map((child) => fold(child, algebra));
  const combine = algebra[expression.kind] as unknown as (node: Expression, children: readonly Result[]) => Result;
  return combine(expression, children);
}
