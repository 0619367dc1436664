/**
 * What of `contract.graphql` the composed schema does not have yet, as coordinates: a type, or `Type.field`. A field is listed beside its
 * type where another subgraph adds it. The contract test fails for an entry that exists meanwhile, and for anything missing that is not
 * listed; so the list only gets shorter.
 */
export const NOT_YET: readonly string[] = [];
