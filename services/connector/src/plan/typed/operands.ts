import type { Typed } from './typed-expression';

/** What a checked node is made of. */
export function operandsOf(node: Typed): readonly Typed[] {
  switch (node.kind) {
    case 'literal':
    case 'null':
    case 'property':
    case 'groupColumn':
      return [];
    case 'comparison':
    case 'logic':
    case 'arithmetic':
      return [node.left, node.right];
    case 'not':
    case 'negate':
    case 'convert':
      return [node.operand];
    case 'oneOf':
      return [node.value];
    case 'function':
      return node.arguments;
    case 'case':
      return node.branches.flatMap(({ when, then }) => [when, then]);
    case 'quantified':
      return node.predicate === null ? [] : [node.predicate];
    case 'count':
      return node.filter === null ? [] : [node.filter];
  }
}

/** Whether evaluating it over some row can fail, as a division does: then it may be asked of the rows only that it is meant for. */
export function canFail(expression: Typed): boolean {
  const waiting = [expression];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'arithmetic' || next.kind === 'convert' || next.kind === 'function') return true;
    waiting.push(...operandsOf(next));
  }
  return false;
}
