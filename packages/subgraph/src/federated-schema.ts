import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type DocumentNode, type GraphQLSchema, parse, specifiedDirectives } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { accessDirective, enforceAccess } from './access';
import type { RequestContext } from './request-context';

/** Finds an entity by its key, for the gateway's `_entities`. Give loaders the work, so that many keys are one statement. */
export type ReferenceResolver<Services = unknown> = (
  reference: never,
  context: RequestContext<Services>,
) => Promise<unknown> | unknown; // eslint-disable-line @typescript-eslint/no-redundant-type-constituents -- says that both are meant

/** The parts of a subgraph's schema, listed one by one: type-graphql's registry is global, this list is not. */
export interface SchemaDefinition<Services = unknown> {
  readonly resolvers: NonEmptyArray<Function>; // eslint-disable-line @typescript-eslint/no-unsafe-function-type -- type-graphql's own type for classes
  readonly orphanedTypes?: readonly Function[]; // eslint-disable-line @typescript-eslint/no-unsafe-function-type -- as above
  readonly references?: Readonly<Record<string, ReferenceResolver<Services>>>;
}

const FEDERATION = [
  '@key',
  '@shareable',
  '@external',
  '@requires',
  '@provides',
  '@override',
  '@inaccessible',
  '@tag',
  '@extends',
  '@interfaceObject',
  '@composeDirective',
];

const HEADER = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${FEDERATION.map((name) => `"${name}"`).join(', ')}])
  @link(url: "https://lientinh.vn/specs/access/v1.0", import: ["@access", "AccessRole"])
  @composeDirective(name: "@access")`;

interface Prepared {
  readonly sdl: string;
  readonly schema: GraphQLSchema;
}

function prepare(definition: SchemaDefinition<never>): Prepared {
  const schema = buildSchemaSync({
    resolvers: definition.resolvers,
    orphanedTypes: [...(definition.orphanedTypes ?? [])],
    validate: false,
    directives: [...specifiedDirectives, accessDirective],
  });
  return { schema, sdl: `${HEADER}\n${printSchemaWithDirectives(schema)}\n` };
}

/** The subgraph's SDL, as it is committed (`schema.graphql`) and composed. */
export function printSubgraphSchema(definition: SchemaDefinition<never>): string {
  return prepare(definition).sdl;
}

/** The executable subgraph: `_service`, `_entities` with the reference resolvers, and `@access` enforced. */
export function buildFederatedSchema(definition: SchemaDefinition<never>): GraphQLSchema {
  const { schema, sdl } = prepare(definition);
  const typeDefs: DocumentNode = parse(sdl);
  const resolvers = createResolversMap(schema) as Record<string, Record<string, unknown>>;
  for (const [type, resolve] of Object.entries(definition.references ?? {})) {
    resolvers[type] = { ...resolvers[type], __resolveReference: resolve };
  }
  const federated = buildSubgraphSchema({ typeDefs, resolvers: resolvers as never });
  enforceAccess(federated);
  return federated;
}
