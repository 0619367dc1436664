import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLField, type GraphQLObjectType, Kind } from 'graphql';
import { LOCAL_CLIENTS } from '@lientinh/identity';
import type { Platform } from '../src';
import { minimalOperation } from './minimal-operation';
import { ask, makeDataFolder, root, start, tokenOf } from './support';

/** What a local client is, as far as `@access` goes. */
const ROLES = new Map<string, readonly string[]>([
  ['viewer', ['VIEWER']],
  ...LOCAL_CLIENTS.map(({ id, claims }): [string, readonly string[]] => [
    id,
    ['VIEWER', ...claims.roles.map((role) => role.toUpperCase())],
  ]),
]);

const schema = buildSchema(readFileSync(join(root, 'gateway/supergraph.graphql'), 'utf8'), { assumeValidSDL: true });

interface Guarded {
  readonly coordinate: string;
  readonly parent: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly allowed: readonly string[];
}

/** Every field of the supergraph that has `@access`. */
const guarded: Guarded[] = ['Query', 'Mutation'].flatMap((name) => {
  const parent = schema.getType(name) as GraphQLObjectType;
  return Object.values(parent.getFields()).flatMap((field) => {
    const directive = field.astNode?.directives?.find((candidate) => candidate.name.value === 'access');
    const roles = directive?.arguments?.[0]?.value;
    if (roles?.kind !== Kind.LIST) return [];
    const allowed = roles.values.map((role) => (role.kind === Kind.ENUM ? role.value : ''));
    return [{ coordinate: `${name}.${field.name}`, parent, field, allowed }];
  });
});

const REFUSED = new Set(['NOT_AUTHENTICATED', 'NOT_PERMITTED']);

describe('rights, for every role, guarded field and province', () => {
  const place = makeDataFolder();
  const tokens = new Map<string, string | undefined>();
  let platform: Platform;
  beforeAll(async () => {
    platform = await start(place.folder, 2_220);
    for (const client of ROLES.keys())
      tokens.set(client, client === 'viewer' ? undefined : await tokenOf(platform, client));
  });
  afterAll(async () => {
    await platform.stop();
    place.remove();
  });

  async function codeOf(
    client: string,
    { parent, field }: Guarded,
    given: Readonly<Record<string, unknown>>,
  ): Promise<string | null> {
    const { query, variables } = minimalOperation(parent, field, { dryRun: true, ...given });
    const answer = await ask(platform.topology.gateway, query, variables, tokens.get(client));
    expect(answer.errors?.[0]?.extensions.code).not.toBe('GRAPHQL_VALIDATION_FAILED');
    return answer.errors?.[0]?.extensions.code ?? null;
  }

  it('guards every mutation', () => {
    const mutations = Object.keys((schema.getType('Mutation') as GraphQLObjectType).getFields());
    const found = guarded.filter(({ coordinate }) => coordinate.startsWith('Mutation.')).map(({ field }) => field.name);
    expect(found.sort()).toEqual(mutations.sort());
    expect(mutations.length).toBeGreaterThan(0);
  });

  it('asks for a token where there is none, and for the role where it is another', async () => {
    for (const entry of guarded) {
      for (const [client, roles] of ROLES) {
        if (roles.some((role) => entry.allowed.includes(role))) continue;
        const expected = client === 'viewer' ? 'NOT_AUTHENTICATED' : 'NOT_PERMITTED';
        expect([entry.coordinate, client, await codeOf(client, entry, {})]).toEqual([
          entry.coordinate,
          client,
          expected,
        ]);
      }
    }
  });

  it("refuses every province's publisher the other provinces, and never its own for the province's sake", async () => {
    const provinces = LOCAL_CLIENTS.flatMap(({ id, claims }) =>
      'province' in claims ? [{ id, code: claims.province }] : [],
    );
    expect(provinces).toHaveLength(4);
    const named = guarded.filter(
      ({ parent, field }) =>
        field.name.startsWith('publish') &&
        JSON.stringify(minimalOperation(parent, field, { province: 'here' }).variables).includes('"province":"here"'),
    );
    expect(named.length).toBeGreaterThan(0);
    for (const entry of named) {
      for (const { id } of provinces) {
        for (const { id: other, code } of provinces) {
          const given = { province: code, index: 'PAR_INDEX', year: 2018, status: 'SELF_ASSESSED', criterion: 'TOTAL' };
          const got = await codeOf(id, entry, given);
          expect([entry.coordinate, id, code, got === 'NOT_PERMITTED']).toEqual([
            entry.coordinate,
            id,
            code,
            id !== other,
          ]);
        }
      }
    }
  });

  it('is the same around the gateway: subgraphs verify for themselves', async () => {
    for (const { url } of platform.topology.subgraphs) {
      const forged = await ask(url, '{ __typename }', {}, 'eyJhbGciOiJub25lIn0.e30.').catch(() => null);
      if (forged !== null) expect(forged.errors?.[0]?.extensions.code).toMatch(/^TOKEN_/);
    }
    const [entry] = guarded.filter(({ field }) => field.name === 'publishScores');
    if (entry === undefined) throw new Error('publishScores is not guarded');
    const { query, variables } = minimalOperation(entry.parent, entry.field, { dryRun: true });
    const indicators = platform.topology.subgraphs.find(({ name }) => name === 'indicators')?.url ?? '';
    for (const [client, roles] of ROLES) {
      if (roles.includes('PUBLISHER')) continue;
      const { errors } = await ask(indicators, query, variables, tokens.get(client));
      expect(REFUSED.has(errors?.[0]?.extensions.code ?? '')).toBe(true);
    }
  });
});
