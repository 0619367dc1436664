import { Kind, parse, type EnumTypeDefinitionNode, type EnumValueDefinitionNode } from 'graphql';

/** A subgraph as the supergraph names it. */
export interface ListedSubgraph {
  readonly name: string;
  /** Where it listens according to the supergraph; may be empty. */
  readonly url: string;
}

/** The subgraphs of a supergraph: the values of its enum `join__Graph` (join specification). */
export function listSubgraphs(supergraphSdl: string): ListedSubgraph[] {
  const graphs = parse(supergraphSdl, { noLocation: true }).definitions.find(
    (definition): definition is EnumTypeDefinitionNode =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph',
  );
  return (graphs?.values ?? []).map((value) => ({ name: argument(value, 'name'), url: argument(value, 'url') }));
}

function argument(value: EnumValueDefinitionNode, name: string): string {
  const graph = value.directives?.find((directive) => directive.name.value === 'join__graph');
  const found = graph?.arguments?.find((candidate) => candidate.name.value === name)?.value;
  return found?.kind === Kind.STRING ? found.value : '';
}
