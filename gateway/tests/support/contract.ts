import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** How a schema stands against the contract. */
export interface ContractReport {
  /** Contract coordinates that the schema lacks: a type, else `Type.field`, `Type.field(argument)`, `Enum.VALUE`. */
  readonly missing: readonly string[];
  /** Everything else that breaks a client of the contract. */
  readonly broken: readonly string[];
}

/** Default values are part of the contract, though the inspector calls their change dangerous only. */
const ALSO_BREAKING = new Set(['FIELD_ARGUMENT_DEFAULT_CHANGED', 'INPUT_FIELD_DEFAULT_VALUE_CHANGED']);

/** Compares a schema with the contract; changes under something missing are not reported again. */
export async function compareWithContract(contract: GraphQLSchema, schema: GraphQLSchema): Promise<ContractReport> {
  const missing = coordinates(contract).filter((coordinate) => !exists(schema, coordinate));
  const topMost = missing.filter(
    (coordinate) => !missing.some((other) => coordinate.startsWith(`${other}.`) || coordinate.startsWith(`${other}(`)),
  );
  const changes = await diff(contract, schema);
  const broken = changes
    .filter(({ criticality, type }) => criticality.level === CriticalityLevel.Breaking || ALSO_BREAKING.has(type))
    .filter(({ path }) => path === undefined || !topMost.some((coordinate) => isAt(path, coordinate)))
    .map(({ message }) => message);
  return { missing: topMost, broken };
}

function isAt(path: string, coordinate: string): boolean {
  const asPath = coordinate.replace('(', '.').replace(')', '');
  return path === asPath || path.startsWith(`${asPath}.`);
}

function coordinates(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(({ name, astNode }) => !name.startsWith('__') && astNode !== null && astNode !== undefined)
    .flatMap((type) => {
      if (isEnumType(type)) return [type.name, ...type.getValues().map((value) => `${type.name}.${value.name}`)];
      if (isInputObjectType(type))
        return [type.name, ...Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)];
      if (!isObjectType(type) && !isInterfaceType(type)) return [type.name];
      const fields = Object.values(type.getFields()).flatMap((field) => [
        `${type.name}.${field.name}`,
        ...field.args.map((argument) => `${type.name}.${field.name}(${argument.name})`),
      ]);
      return [type.name, ...fields];
    });
}

/** Whether a coordinate, or what it is part of, is listed. */
export function isCovered(coordinate: string, listed: readonly string[]): boolean {
  return listed.some(
    (other) => coordinate === other || coordinate.startsWith(`${other}.`) || coordinate.startsWith(`${other}(`),
  );
}

/** Whether a schema has what a coordinate names. */
export function exists(schema: GraphQLSchema, coordinate: string): boolean {
  const [, typeName = '', member, argument] = /^(\w+)(?:\.(\w+)(?:\((\w+)\))?)?$/.exec(coordinate) ?? [];
  const type = schema.getType(typeName);
  if (type === undefined || member === undefined) return type !== undefined;
  if (isEnumType(type)) return type.getValue(member) !== undefined;
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return false;
  const field = type.getFields()[member];
  if (field === undefined || argument === undefined) return field !== undefined;
  return 'args' in field && field.args.some(({ name }) => name === argument);
}
