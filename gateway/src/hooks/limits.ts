import type { CodedError } from '@lientinh/errors';
import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { operationTooLarge } from '../gateway.errors';

/** How much one operation may ask for. Counted after fragments are expanded; introspection does not count for the depth. */
export interface OperationLimits {
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxRootFields: number;
  readonly maxTokens: number;
}

interface Measured {
  readonly depth: number;
  readonly aliases: number;
  /** Fields at the top of the selection, fragments expanded. */
  readonly fields: number;
}

const NOTHING: Measured = { depth: 0, aliases: 0, fields: 0 };

/** A validation rule that refuses an operation beyond the limits (tokens are counted by the parser before). */
export function operationLimitsRule(limits: OperationLimits): (context: ValidationContext) => ASTVisitor {
  return (context) => {
    const measure = createMeasure((name) => context.getFragment(name) ?? undefined);
    return {
      OperationDefinition(operation) {
        for (const error of exceeded(measure(operation.selectionSet), limits))
          context.reportError(at(operation, error));
        return false;
      },
    };
  };
}

function exceeded(measured: Measured, limits: OperationLimits): CodedError[] {
  const errors: CodedError[] = [];
  if (measured.depth > limits.maxDepth) errors.push(operationTooLarge({ measure: 'depth', limit: limits.maxDepth }));
  if (measured.aliases > limits.maxAliases)
    errors.push(operationTooLarge({ measure: 'aliases', limit: limits.maxAliases }));
  if (measured.fields > limits.maxRootFields)
    errors.push(operationTooLarge({ measure: 'rootFields', limit: limits.maxRootFields }));
  return errors;
}

function at(operation: OperationDefinitionNode, error: CodedError): GraphQLError {
  return new GraphQLError(error.message, { nodes: operation, originalError: error });
}

/** Measures selections in time linear in the document: each fragment once. A fragment in itself counts nothing (another rule refuses it). */
function createMeasure(findFragment: (name: string) => FragmentDefinitionNode | undefined) {
  const fragments = new Map<string, Measured>();

  const measureFragment = (name: string): Measured => {
    const known = fragments.get(name);
    if (known !== undefined) return known;
    fragments.set(name, NOTHING);
    const fragment = findFragment(name);
    const measured = fragment === undefined ? NOTHING : measureSet(fragment.selectionSet);
    fragments.set(name, measured);
    return measured;
  };

  const measureSelection = (node: SelectionNode): Measured => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return measureFragment(node.name.value);
    if (node.kind === Kind.INLINE_FRAGMENT) return measureSet(node.selectionSet);
    const inner = node.selectionSet === undefined ? NOTHING : measureSet(node.selectionSet);
    return {
      depth: node.name.value.startsWith('__') ? 1 : inner.depth + 1,
      aliases: inner.aliases + (node.alias === undefined ? 0 : 1),
      fields: 1,
    };
  };

  const measureSet = (set: SelectionSetNode): Measured =>
    set.selections.map(measureSelection).reduce(
      (sum, one) => ({
        depth: Math.max(sum.depth, one.depth),
        aliases: sum.aliases + one.aliases,
        fields: sum.fields + one.fields,
      }),
      NOTHING,
    );

  return measureSet;
}
