import fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { z } from 'zod';
import { CodedError } from '@lientinh/errors';
import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import type { LocalClientId } from '@lientinh/identity';
import { statement } from '@lientinh/postgres';
import { countStatements, createTestDatabase, silentLogger, type TestDatabase } from '@lientinh/testkit';
import { type ConnectorAccess, createAccess, keyRoutes, USABLE_KEYS_PER_MAKER } from '../src/access';
import { migrations } from '../src/migrations';
import { basicHeader } from './support/local-issuer';

interface MadeKey {
  readonly id: string;
  readonly user: string;
  readonly secret: string;
}
const DAY_MS = 86_400_000;
const events = statement(
  'list-events',
  z.object({ kind: z.string(), actor: z.string(), state: z.record(z.string(), z.unknown()) }),
  'select kind, actor, state from key_event where key_id = $1 order by sequence',
);
const wholeRow = statement(
  'read-key-as-text',
  z.object({ text: z.string() }),
  'select k::text || coalesce(string_agg(e::text, $2), $2) as text from workbook_key k join key_event e on e.key_id = k.id where k.id = $1 group by k.*',
);

describe('workbook keys', () => {
  let issuer: TestIssuer;
  let test: TestDatabase;
  let app: FastifyInstance;
  let access: ConnectorAccess;
  let nowMs: number | null;
  beforeAll(async () => {
    [issuer, test] = await Promise.all([createTestIssuer(), createTestDatabase(migrations)]);
    const clock = (): number => nowMs ?? Date.now();
    access = createAccess({
      database: test.database,
      verifier: issuer.verifier(),
      issuer: issuer.issuer,
      audience: issuer.audience,
      logger: silentLogger,
      clock,
    });
    app = fastify();
    app.setErrorHandler((error, _request, reply) => {
      if (!(error instanceof CodedError)) throw error;
      return reply.code(error.status).send({ code: error.code, details: error.details, text: error.text });
    });
    keyRoutes(app, { access, database: test.database, clock });
  });
  beforeEach(() => {
    nowMs = null;
  });
  afterAll(async () => {
    await app.close();
    await issuer.close();
    await test.destroy();
  });

  const send = async (client: LocalClientId | null, options: InjectOptions) => {
    const headers = client === null ? {} : { authorization: await issuer.bearer(client) };
    return app.inject({ ...options, headers });
  };
  const make = async (client: LocalClientId, body: object): Promise<MadeKey> => {
    const answer = await send(client, { method: 'POST', url: '/keys', payload: body });
    expect(answer.statusCode).toBe(201);
    return answer.json<MadeKey>();
  };
  const use = (user: string, secret: string) =>
    access.authenticate({ authorization: basicHeader(user, secret) }, '::1');

  it('are made by an analyst, shown once, and never kept in clear', async () => {
    const answer = await send('analyst', { method: 'POST', url: '/keys', payload: { name: ' Báo cáo quý ' } });
    expect(answer.statusCode).toBe(201);
    const key = answer.json<MadeKey & Record<string, unknown>>();
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', location: `/keys/${key.id}` });
    expect(key).toMatchObject({
      user: key.id,
      secret: expect.stringMatching(/^lientinh_[\w-]{43}$/),
      name: 'Báo cáo quý',
      standing: 'USABLE',
      maker: 'analyst',
      provinceCode: null,
      datasets: null,
      lastUsedAt: null,
    });
    const life = Date.parse(String(key['expiresAt'])) - Date.parse(String(key['createdAt']));
    expect(life).toBe(365 * DAY_MS);
    const { text } = await test.database.reader.get(wholeRow, [key.id, '']);
    expect(text).not.toContain(key.secret);
    const list = await send('analyst', { method: 'GET', url: '/keys' });
    expect(list.body).toContain(key.id);
    expect(list.body).not.toContain(key.secret);
    expect(list.body).not.toMatch(/hash/i);
  });

  it('let in with any user name, under the name of the key, with what the maker may read', async () => {
    const { id, secret } = await make('analyst', { name: 'k' });
    for (const user of [id, '', 'chị Lan', 'analyst'])
      expect(await use(user, secret)).toEqual({
        scope: { provinceCode: null, datasets: null, unpublished: 'EVERY_PROVINCE' },
        principalName: `key:${id}`,
        principal: null,
      });
  });

  it.each<[LocalClientId, object, object]>([
    ['kon-tum', {}, { provinceCode: null, datasets: null, unpublished: ['62'] }],
    ['kon-tum', { provinceCode: '62' }, { provinceCode: '62', datasets: null, unpublished: ['62'] }],
    ['kon-tum', { provinceCode: '46' }, { provinceCode: '46', datasets: null, unpublished: 'NONE' }],
    ['ministry', { provinceCode: '46' }, { provinceCode: '46', datasets: null, unpublished: ['46'] }],
    ['pci', {}, { provinceCode: null, datasets: null, unpublished: 'NONE' }],
    [
      'analyst',
      { datasets: ['SCORES', 'PLAN', 'SCORES'] },
      { provinceCode: null, datasets: ['SCORES', 'PLAN'], unpublished: 'EVERY_PROVINCE' },
    ],
  ])('of %s narrowed by %j read as far as both go', async (client, narrowing, scope) => {
    const { id, secret } = await make(client, { name: 'k', ...narrowing });
    expect((await use(id, secret)).scope).toEqual(scope);
  });

  it.each<[LocalClientId | null, number, string]>([
    [null, 401, 'NOT_AUTHENTICATED'],
    ['admin', 403, 'NOT_PERMITTED'],
  ])('are not made by %s', async (client, status, code) => {
    const answer = await send(client, { method: 'POST', url: '/keys', payload: { name: 'k' } });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });

  it.each([
    ['name', {}],
    ['name', { name: '  ' }],
    ['name', { name: 'a\nb' }],
    ['name', { name: 'a'.repeat(201) }],
    ['provinceCode', { name: 'k', provinceCode: '6' }],
    ['provinceCode', { name: 'k', provinceCode: '99' }],
    ['datasets', { name: 'k', datasets: [] }],
    ['datasets', { name: 'k', datasets: ['EVERYTHING'] }],
    ['expiresInDays', { name: 'k', expiresInDays: 0 }],
    ['expiresInDays', { name: 'k', expiresInDays: 731 }],
    ['expiresInDays', { name: 'k', expiresInDays: 1.5 }],
    ['body', { name: 'k', scope: 'everything' }],
    ['body', [1]],
  ])('are refused for the field %s of %j', async (field, payload) => {
    const answer = await send('analyst', { method: 'POST', url: '/keys', payload });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'ODATA_KEY_INVALID', details: { field } });
  });

  it('are refused when unknown, expired or revoked, each with its own code', async () => {
    await expect(use('k', `lientinh_${'A'.repeat(43)}`)).rejects.toMatchObject({
      code: 'ODATA_KEY_REFUSED',
      status: 401,
    });
    const { id, secret } = await make('analyst', { name: 'k', expiresInDays: 1 });
    nowMs = Date.now() + DAY_MS - 60_000;
    await use(id, secret);
    nowMs += 120_000;
    await expect(use(id, secret)).rejects.toMatchObject({ code: 'ODATA_KEY_EXPIRED', status: 401, details: { id } });
    nowMs = null;
    await use(id, secret);
    expect((await send('analyst', { method: 'DELETE', url: `/keys/${id}` })).statusCode).toBe(204);
    await expect(use(id, secret)).rejects.toMatchObject({ code: 'ODATA_KEY_REVOKED', status: 401, details: { id } });
  });

  it('are revoked by their maker or an admin, once, and logged; for others they do not exist', async () => {
    const { id } = await make('kon-tum', { name: 'k' });
    const remove = (client: LocalClientId | null) => send(client, { method: 'DELETE', url: `/keys/${id}` });
    expect((await remove('hung-yen')).json()).toMatchObject({ code: 'ODATA_KEY_UNKNOWN' });
    expect((await remove('analyst')).statusCode).toBe(404);
    expect((await remove(null)).statusCode).toBe(401);
    expect((await remove('admin')).statusCode).toBe(204);
    expect((await remove('kon-tum')).statusCode).toBe(204);
    const log = await test.database.reader.all(events, [id]);
    expect(log.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['CREATE', 'kon-tum'],
      ['REVOKE', 'admin'],
    ]);
    expect(log[1]?.state).toMatchObject({ id, revokedBy: 'admin' });
  });

  it('are listed to their maker, all of them to an admin, to nobody else', async () => {
    const [mine, other] = [await make('tuyen-quang', { name: 'mine' }), await make('hung-yen', { name: 'other' })];
    const listed = async (client: LocalClientId) => {
      const answer = await send(client, { method: 'GET', url: '/keys' });
      return answer.json<{ keys: { id: string }[] }>().keys.map(({ id }) => id);
    };
    expect(await listed('tuyen-quang')).toEqual([mine.id]);
    expect(await listed('admin')).toEqual(expect.arrayContaining([mine.id, other.id]));
    expect((await send(null, { method: 'GET', url: '/keys' })).statusCode).toBe(401);
  });

  it('manage no keys themselves', async () => {
    const { id, secret } = await make('analyst', { name: 'k' });
    const headers = { authorization: basicHeader(id, secret) };
    for (const options of [
      { method: 'GET', url: '/keys' },
      { method: 'POST', url: '/keys', payload: { name: 'k' } },
      { method: 'DELETE', url: `/keys/${id}` },
    ] as const) {
      const answer = await app.inject({ ...options, headers });
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'ODATA_KEY_CANNOT_MANAGE_KEYS']);
    }
  });

  it('note their use once a minute at most, and one statement tells who asks', async () => {
    const { id, secret } = await make('analyst', { name: 'k' });
    const count = (): Promise<readonly string[]> =>
      countStatements(test.database, () => use(id, secret)).then(({ statements }) => statements);
    expect(await count()).toEqual(['find-key-by-secret-hash', 'note-key-use']);
    expect(await count()).toEqual(['find-key-by-secret-hash']);
    const listed = (await send('analyst', { method: 'GET', url: '/keys' })).json<{ keys: Record<string, unknown>[] }>();
    const used = listed.keys.find((key) => key['id'] === id)?.['lastUsedAt'];
    expect(used).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('may be a hundred to a client; a revoked one makes room', async () => {
    const made: MadeKey[] = [];
    for (let number = 0; number < USABLE_KEYS_PER_MAKER; number += 1)
      made.push(await make('thua-thien-hue', { name: 'k' }));
    const full = await send('thua-thien-hue', { method: 'POST', url: '/keys', payload: { name: 'k' } });
    expect(full.json()).toMatchObject({ code: 'ODATA_TOO_MANY_KEYS', details: { limit: 100 } });
    await send('thua-thien-hue', { method: 'DELETE', url: `/keys/${made[0]?.id}` });
    await make('thua-thien-hue', { name: 'k' });
  });
});
