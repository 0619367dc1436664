import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLObjectType,
} from 'graphql';

const SCALARS: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  String: 'probe',
  ID: 'probe',
  Date: '2020-01-01',
  DateTime: '2020-01-01T00:00:00Z',
};

/** The smallest value that fits an input type; named fields (`province`, `dryRun` …) take the given values wherever they stand. */
export function minimalValue(type: GraphQLInputType, given: Readonly<Record<string, unknown>>): unknown {
  if (isNonNullType(type)) return minimalValue(type.ofType, given);
  if (isListType(type)) return [minimalValue(type.ofType, given)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isScalarType(type)) return SCALARS[type.name];
  if (!isInputObjectType(type)) return undefined;
  const fields = Object.values(type.getFields()).filter(
    ({ name, type: fieldType }) => isNonNullType(fieldType) || name in given,
  );
  return Object.fromEntries(
    fields.map(({ name, type: fieldType }) => [name, name in given ? given[name] : minimalValue(fieldType, given)]),
  );
}

/** An operation that calls one root field and selects as little as it can. */
export function minimalOperation(
  root: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  given: Readonly<Record<string, unknown>>,
): { readonly query: string; readonly variables: Record<string, unknown> } {
  const wanted = field.args.filter(({ name, type }) => isNonNullType(type) || name in given);
  const declared = wanted.map(({ name, type }) => `$${name}: ${type.toString()}`).join(', ');
  const passed = wanted.map(({ name }) => `${name}: $${name}`).join(', ');
  const call = passed === '' ? field.name : `${field.name}(${passed})`;
  const kind = root.name === 'Mutation' ? 'mutation' : 'query';
  return {
    query: `${kind} ${declared === '' ? '' : `(${declared})`} { ${call} ${selection(field.type)} }`,
    variables: Object.fromEntries(
      wanted.map(({ name, type }) => [name, name in given ? given[name] : minimalValue(type, given)]),
    ),
  };
}

function selection(type: GraphQLOutputType): string {
  if (isNonNullType(type) || isListType(type)) return selection(type.ofType as GraphQLOutputType);
  return isObjectType(type) ? '{ __typename }' : '';
}
