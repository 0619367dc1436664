/**
 * A chain of operands of an associative operator as a tree of small height. `join` gets the number of the operator between its sides
 * (0: between the first two operands). At least one operand.
 */
export function balanced<Node>(
  operands: readonly Node[],
  join: (left: Node, right: Node, operator: number) => Node,
): Node {
  const build = (from: number, to: number): Node => {
    const only = operands[from];
    if (to - from === 1 && only !== undefined) return only;
    const middle = Math.ceil((from + to) / 2);
    return join(build(from, middle), build(middle, to), middle - 1);
  };
  return build(0, operands.length);
}

/**
 * The operands of the chain that `balanced` makes this very tree of. `sides` gives both sides of a node of the operator, null for every
 * other node. A node of another shape is a chain of its two sides.
 */
export function chainOf<Node>(node: Node, sides: (node: Node) => readonly [Node, Node] | null): readonly Node[] {
  const leaves: Node[] = [];
  const pending = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const pair = sides(next);
    if (pair === null) leaves.push(next);
    else pending.push(pair[1], pair[0]);
  }
  const fits = (part: Node, count: number): boolean => {
    const pair = sides(part);
    if (count === 1 || pair === null) return count === 1 && pair === null;
    return fits(pair[0], Math.ceil(count / 2)) && fits(pair[1], Math.floor(count / 2));
  };
  return fits(node, leaves.length) ? leaves : (sides(node) ?? [node]);
}
