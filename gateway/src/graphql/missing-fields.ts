import { Kind, parse, type SelectionNode, type SelectionSetNode } from 'graphql';

/**
 * The places of an answer that stay empty when a fetch to a subgraph fails, as paths with `*` for "each item": `plans`,
 * `provinces.*.scores`. `query` is the text sent to the subgraph; `path` is where its result would have gone.
 */
export function missingFields(query: string, path: readonly (string | number)[] = []): string[] {
  const prefix = path.map((part) => (part === '@' ? '*' : String(part)));
  const operation = parse(query).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) return [];
  return [...new Set(topFields(operation.selectionSet).map((name) => [...prefix, name].join('.')))];
}

function topFields(set: SelectionSetNode): string[] {
  return set.selections.flatMap((node) => namesOf(node));
}

function namesOf(node: SelectionNode): string[] {
  if (node.kind === Kind.FRAGMENT_SPREAD) return [];
  if (node.kind === Kind.INLINE_FRAGMENT) return topFields(node.selectionSet);
  if (node.name.value === '_entities') return node.selectionSet === undefined ? [] : topFields(node.selectionSet);
  return node.name.value === '__typename' ? [] : [node.alias?.value ?? node.name.value];
}
