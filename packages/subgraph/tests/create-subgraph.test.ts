import 'reflect-metadata';
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import { notFound } from '@lientinh/errors';
import { createTestDatabase, silentLogger, type TestDatabase } from '@lientinh/testkit';
import {
  Access,
  createSubgraph,
  defineLoader,
  printSubgraphSchema,
  type RequestContext,
  type SchemaDefinition,
  type Subgraph,
} from '../src';

const batches: number[] = [];
const loadThing = defineLoader<string, Thing>('thing', (ids) => {
  batches.push(ids.length);
  return Promise.resolve(new Map(ids.filter((id) => id !== 'none').map((id) => [id, { id }])));
});

@ObjectType()
class Thing {
  @Field(() => ID)
  readonly id!: string;
}

@Resolver()
class ThingResolver {
  @Query(() => Thing, { nullable: true })
  async thing(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<Thing | null> {
    if (id === 'coded') throw notFound({ what: 'coded' });
    if (id === 'fault') throw new Error('password=secret at /srv/app.js');
    return (await loadThing(context).load(id)) ?? null;
  }

  @Query(() => String)
  whoami(@Ctx() { principal, language, requestId }: RequestContext): string {
    return `${principal.role} ${language} ${requestId}`;
  }

  @Access('publisher')
  @Mutation(() => Boolean)
  change(): boolean {
    return true;
  }
}

const schema: SchemaDefinition = { resolvers: [ThingResolver], references: {} };

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: { message: string; extensions: { code: string; requestId: string } }[];
}

describe('createSubgraph', () => {
  let test: TestDatabase;
  let issuer: TestIssuer;
  let subgraph: Subgraph;
  let address: string;
  beforeAll(async () => {
    [test, issuer] = await Promise.all([createTestDatabase([]), createTestIssuer()]);
    subgraph = await createSubgraph({
      name: 'example',
      schema,
      services: {},
      database: test.database,
      verifier: issuer.verifier(),
      logger: silentLogger,
    });
    address = await subgraph.listen('127.0.0.1', 0);
  });
  afterAll(async () => {
    await subgraph.stop();
    await subgraph.stop();
    await Promise.all([issuer.close(), test.destroy().catch(() => undefined)]);
  });

  const ask = async (
    query: string,
    headers: Record<string, string> = {},
  ): Promise<Answer & { status: number; id: string | null }> => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    return {
      ...((await response.json()) as Answer),
      status: response.status,
      id: response.headers.get('x-request-id'),
    };
  };

  it('batches what one request loads', async () => {
    batches.length = 0;
    const { data } = await ask(
      '{ a: thing(id: "1") { id } b: thing(id: "2") { id } c: thing(id: "none") { id } d: thing(id: "1") { id } }',
    );
    expect(data).toEqual({ a: { id: '1' }, b: { id: '2' }, c: null, d: { id: '1' } });
    expect(batches).toEqual([3]);
  });

  it('answers coded errors in the language that was asked for', async () => {
    const [vietnamese, english] = await Promise.all([
      ask('{ thing(id: "coded") { id } }'),
      ask('{ thing(id: "coded") { id } }', { 'accept-language': 'en' }),
    ]);
    expect(vietnamese.errors?.[0]).toMatchObject({
      message: 'Không tìm thấy: coded.',
      extensions: { code: 'NOT_FOUND' },
    });
    expect(english.errors?.[0]?.message).toBe('Not found: coded.');
  });

  it('masks a fault and names the request instead', async () => {
    const { errors, id } = await ask('{ thing(id: "fault") { id } }');
    expect(errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_ERROR', requestId: id });
    expect(JSON.stringify(errors)).not.toMatch(/secret|srv/);
  });

  it('keeps a well-formed request id and replaces any other', async () => {
    expect((await ask('{ whoami }', { 'x-request-id': 'request-0001' })).data).toEqual({
      whoami: 'viewer VI request-0001',
    });
    expect((await ask('{ whoami }', { 'x-request-id': 'a b\tc' })).id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('knows the caller by the token and refuses a bad one before GraphQL', async () => {
    expect((await ask('{ whoami }', { authorization: await issuer.bearer('kon-tum') })).data?.['whoami']).toMatch(
      /^publisher /,
    );
    const refused = await ask('{ whoami }', {
      authorization: await issuer.bearer('kon-tum', { expiresInSeconds: -3_600 }),
    });
    expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([401, 'TOKEN_EXPIRED']);
  });

  it('enforces @access for every role', async () => {
    const code = async (authorization?: string): Promise<string> => {
      const { errors } = await ask('mutation { change }', authorization === undefined ? {} : { authorization });
      return errors?.[0]?.extensions.code ?? 'allowed';
    };
    expect(await code()).toBe('NOT_AUTHENTICATED');
    expect(await code(await issuer.bearer('analyst'))).toBe('NOT_PERMITTED');
    expect(await code(await issuer.bearer('admin'))).toBe('NOT_PERMITTED');
    expect(await code(await issuer.bearer('kon-tum'))).toBe('allowed');
  });

  it('carries @access in the SDL that is composed', () => {
    const sdl = printSubgraphSchema(schema);
    expect(sdl).toContain('change: Boolean! @access(roles: [PUBLISHER])');
    expect(sdl).toContain('@composeDirective(name: "@access")');
  });

  it('answers bodies that were cut and unknown addresses with a code', async () => {
    const cut = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query": "{ who',
    });
    expect([cut.status, ((await cut.json()) as Answer).errors?.[0]?.extensions.code]).toEqual([400, 'INVALID_REQUEST']);
    const lost = await fetch(`${address}/nowhere`);
    expect([lost.status, ((await lost.json()) as Answer).errors?.[0]?.extensions.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('is live and ready with its database, and shows its metrics without a token', async () => {
    const [live, ready, metrics] = await Promise.all(
      ['health/live', 'health/ready', 'metrics'].map((path) => fetch(`${address}/${path}`)),
    );
    expect([live?.status, ready?.status]).toEqual([200, 200]);
    expect(await metrics?.text()).toContain('http_request_duration_seconds');
  });
});
