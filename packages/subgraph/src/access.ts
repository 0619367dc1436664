import {
  defaultFieldResolver,
  DirectiveLocation,
  GraphQLDirective,
  GraphQLEnumType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  Kind,
} from 'graphql';
import { Directive } from 'type-graphql';
import {
  notAuthenticated,
  notPermitted,
  requireRole,
  ROLES,
  rolesOf,
  throwIfRefused,
  type Role,
} from '@lientinh/identity';
import type { RequestContext } from './request-context';

/** Who may use a field, as the schema says with `@access`. */
export interface AccessRule {
  /** `Type.field`. */
  readonly coordinate: string;
  /** One of these roles is needed. */
  readonly roles: readonly Role[];
}

const accessRole = new GraphQLEnumType({
  name: 'AccessRole',
  description: 'What a caller is, as its token says; VIEWER is everybody.',
  values: Object.fromEntries(ROLES.map((role) => [role.toUpperCase(), {}])),
});

/** `@access(roles: …)`, carried through composition into the supergraph. */
export const accessDirective = new GraphQLDirective({
  name: 'access',
  description:
    'Who may use the field: a caller with one of the roles. Enforced in the subgraph; limits by province, index and data set come on top.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: { roles: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(accessRole))) } },
});

/** Decorator: only callers with one of `roles` may use the field. Declares; `enforceAccess` makes it so. */
export function Access(...roles: readonly Exclude<Role, 'viewer'>[]): MethodDecorator & PropertyDecorator {
  return Directive(`@access(roles: [${roles.map((role) => role.toUpperCase()).join(', ')}])`);
}

/** Every `@access` in a schema. */
export function accessRules(schema: GraphQLSchema): AccessRule[] {
  return objectTypes(schema).flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const directive = field.astNode?.directives?.find(({ name }) => name.value === 'access');
      const value = directive?.arguments?.find(({ name }) => name.value === 'roles')?.value;
      if (value?.kind !== Kind.LIST) return [];
      const roles = value.values.flatMap((role) => (role.kind === Kind.ENUM ? [role.value.toLowerCase() as Role] : []));
      return [{ coordinate: `${type.name}.${field.name}`, roles }];
    }),
  );
}

/** Puts the check of every `@access` in front of its field's resolver. */
export function enforceAccess(schema: GraphQLSchema): void {
  for (const { coordinate, roles } of accessRules(schema)) {
    const [typeName = '', fieldName = ''] = coordinate.split('.');
    const field = (schema.getType(typeName) as GraphQLObjectType).getFields()[fieldName];
    if (field === undefined) continue;
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (source, parameters, context: RequestContext, info) => {
      requireOneOf(roles, context);
      return resolve(source, parameters, context, info);
    };
  }
}

function requireOneOf(roles: readonly Role[], { principal }: RequestContext): void {
  const held = rolesOf(principal);
  if (roles.some((role) => held.includes(role))) return;
  if (principal.role === 'viewer') throw notAuthenticated({});
  const [first] = roles;
  if (roles.length === 1 && first !== undefined) throwIfRefused(requireRole(principal, first));
  throw notPermitted({ right: 'ROLE', subject: roles.join(', ') });
}

function objectTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(isObjectType);
}
