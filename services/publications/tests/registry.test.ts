import { z } from 'zod';
import type { LocalClientId } from '@lientinh/identity';
import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import { statement } from '@lientinh/postgres';
import { countStatements } from '@lientinh/testkit';
import { seedRegistry } from '../src/modules/publishers';
import { type PublicationsServer, startPublications } from './support/publications-server';
import { type StaticFeed, startStaticFeed } from './support/static-feed';

const PUBLISHERS = '{ publishers { id name english: name(language: EN) province { id } datasets indices standing } }';
const REGISTER =
  'mutation ($input: RegisterPublisherInput!) { registerPublisher(input: $input) { id name standing province { id } } }';
const CHANGE =
  'mutation ($input: ChangePublisherRightsInput!) { changePublisherRights(input: $input) { datasets indices province { id } } }';
const SUSPEND = 'mutation ($id: ID!) { suspendPublisher(publisher: $id, reason: "audit") { standing } }';
const RESUME = 'mutation ($id: ID!) { resumePublisher(publisher: $id, reason: "audited") { standing } }';
const NEW = {
  id: 'da-nang',
  nameVi: 'Đà Nẵng',
  nameEn: 'Da Nang',
  province: '48',
  datasets: ['PLAN', 'TASK_PROGRESS'],
};
const RIGHTS = { publisher: 'kon-tum', province: '62', datasets: ['PLAN'], reason: 'new decree' };

describe('the registry of publishers', () => {
  let issuer: TestIssuer;
  let feed: StaticFeed;
  let server: PublicationsServer;
  beforeEach(async () => {
    issuer = await createTestIssuer();
    feed = await startStaticFeed();
    server = await startPublications(issuer, feed.url);
  });
  afterEach(async () => {
    await server.stop();
    await feed.close();
    await issuer.close();
  });

  const code = async (query: string, variables: object, client?: LocalClientId): Promise<string | undefined> =>
    (await server.ask(query, variables, client)).errors?.[0]?.extensions.code;

  it('begins with the publishers of the local issuer, in one statement, and is never filled again', async () => {
    const { result, statements } = await countStatements(server.database, () =>
      server.ask<{ publishers: { id: string }[] }>(PUBLISHERS),
    );
    expect(statements).toEqual(['list-publishers']);
    expect(result.data?.publishers).toContainEqual({
      id: 'kon-tum',
      name: 'Kon Tum',
      english: 'Kon Tum',
      province: { id: '62@2004-01-01' },
      datasets: ['AGENCIES', 'SCORES', 'PLAN', 'TASK_PROGRESS', 'PROCEDURES', 'DOSSIER_STATISTICS'],
      indices: ['PAR_INDEX'],
      standing: 'ACTIVE',
    });
    expect(result.data?.publishers.map(({ id }) => id)).not.toContain('analyst');
    expect(await seedRegistry(server.database)).toBe(0);
  });

  describe.each([
    ['registerPublisher', REGISTER, { input: NEW }],
    ['changePublisherRights', CHANGE, { input: RIGHTS }],
    ['suspendPublisher', SUSPEND, { id: 'kon-tum' }],
  ])('%s', (_, mutation, variables) => {
    it.each([
      ['nobody', undefined, 'NOT_AUTHENTICATED'],
      ['a province', 'kon-tum', 'NOT_PERMITTED'],
      ['an analyst', 'analyst', 'NOT_PERMITTED'],
      ['the ministry', 'ministry', 'NOT_PERMITTED'],
      ['an administrator', 'admin', undefined],
    ] as const)('by %s', async (_who, client, expected) => {
      expect(await code(mutation, variables, client)).toBe(expected);
    });
  });

  it('tells administrators, and nobody else, who changed what', async () => {
    await server.ask(REGISTER, { input: NEW }, 'admin');
    const rights = { publisher: 'da-nang', datasets: ['SCORES'], indices: ['PAPI', 'PAPI'], reason: 'now national' };
    const changed = await server.ask(CHANGE, { input: rights }, 'admin');
    expect(changed.data?.['changePublisherRights']).toEqual({
      datasets: ['SCORES'],
      indices: ['PAPI'],
      province: null,
    });
    expect((await server.ask(SUSPEND, { id: 'da-nang' }, 'admin')).data).toEqual({
      suspendPublisher: { standing: 'SUSPENDED' },
    });
    expect(await code(SUSPEND, { id: 'da-nang' }, 'admin')).toBe('PUBLISHER_STANDING_UNCHANGED');
    expect((await server.ask(RESUME, { id: 'da-nang' }, 'admin')).data).toEqual({
      resumePublisher: { standing: 'ACTIVE' },
    });
    const log = '{ publishers { id changes { kind provinceCode datasets indices active reason changedBy } } }';
    expect(await code(log, {}, 'ministry')).toBe('NOT_PERMITTED');
    const { data } = await server.ask<{ publishers: { id: string; changes: unknown[] }[] }>(log, {}, 'admin');
    const changes = data?.publishers.find(({ id }) => id === 'da-nang')?.changes;
    const line = { provinceCode: null, datasets: ['SCORES'], indices: ['PAPI'], active: true, changedBy: 'admin' };
    expect(changes).toEqual([
      { ...line, kind: 'REGISTER', provinceCode: '48', datasets: ['PLAN', 'TASK_PROGRESS'], indices: [], reason: null },
      { ...line, kind: 'CHANGE_RIGHTS', reason: 'now national' },
      { ...line, kind: 'SUSPEND', active: false, reason: 'audit' },
      { ...line, kind: 'RESUME', reason: 'audited' },
    ]);
  });

  it('enters one of many that register the same id at once', async () => {
    const codes = await Promise.all(Array.from({ length: 8 }, () => code(REGISTER, { input: NEW }, 'admin')));
    expect(codes.filter((each) => each === undefined)).toHaveLength(1);
    expect(codes.filter((each) => each === 'PUBLISHER_EXISTS')).toHaveLength(7);
  });

  it.each([
    ['PUBLISHER_INVALID', { id: 'Đà Nẵng' }],
    ['PUBLISHER_INVALID', { nameVi: '  ' }],
    ['PUBLISHER_INVALID', { datasets: [] }],
    ['PUBLISHER_INVALID', { datasets: ['SCORES'] }],
    ['PUBLISHER_INVALID', { indices: ['PAPI'] }],
    ['PUBLISHER_INVALID', { datasets: ['SCORES'], indices: ['HDI'] }],
    ['PROVINCE_UNKNOWN', { province: '99' }],
    ['PUBLISHER_EXISTS', { id: 'kon-tum' }],
  ])('refuses with %s a publisher with %j', async (expected, change) => {
    expect(await code(REGISTER, { input: { ...NEW, ...change } }, 'admin')).toBe(expected);
  });

  it('names the known ids where one is unknown', async () => {
    const { errors } = await server.ask(CHANGE, { input: { ...RIGHTS, publisher: 'kontum' } }, 'admin');
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('kon-tum') as string,
      extensions: { code: 'PUBLISHER_UNKNOWN' },
    });
  });

  it('refuses to change or delete a line of its log', async () => {
    for (const attack of [`update publisher_change set changed_by = 'x'`, 'truncate publisher_change'])
      await expect(
        server.database.write('attack', (writer) => writer.run(statement('attack', z.unknown(), attack))),
      ).rejects.toThrow(/append-only/);
  });

  it('resolves publishers for other subgraphs in one statement, those it does not know by their id', async () => {
    const entities = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Publisher { id name standing } } }`;
    const r = ['kon-tum', 'papi', 'stranger'].map((id) => ({ __typename: 'Publisher', id }));
    const { result, statements } = await countStatements(server.database, () =>
      server.ask<{ _entities: unknown[] }>(entities, { r }),
    );
    expect(statements).toEqual(['find-publishers']);
    expect(result.data?._entities.at(-1)).toEqual({ id: 'stranger', name: 'stranger', standing: 'UNREGISTERED' });
  });

  describe('as other subgraphs read it', () => {
    interface Registry {
      readonly version: string;
      readonly publishers: readonly { readonly id: string; readonly active: boolean }[];
    }
    const read = async (known?: string) => {
      const response = await fetch(`${server.url}/registry`, {
        headers: known === undefined ? {} : { 'if-none-match': known },
      });
      const etag = response.headers.get('etag') ?? '';
      const registry = response.status === 200 ? ((await response.json()) as Registry) : null;
      return { status: response.status, etag, registry };
    };

    it('tells ids, rights and standing of all publishers, and nothing else', async () => {
      const { registry, etag } = await read();
      expect(etag).toBe(`"${registry?.version}"`);
      expect(registry?.publishers).toContainEqual({
        id: 'papi',
        province: null,
        datasets: ['SCORES'],
        indices: ['PAPI'],
        active: expect.any(Boolean) as boolean,
      });
      const { data } = await server.ask<{ publishers: { id: string }[] }>('{ publishers { id } }');
      expect(registry?.publishers.map(({ id }) => id)).toEqual(data?.publishers.map(({ id }) => id).sort());
    });

    it('says that nothing changed until something does', async () => {
      const before = await read();
      expect(await read(before.etag)).toMatchObject({ status: 304, etag: before.etag, registry: null });
      await server.ask(SUSPEND, { id: 'pci' }, 'admin');
      const after = await read(before.etag);
      expect(after.status).toBe(200);
      expect(after.registry?.publishers.find(({ id }) => id === 'pci')).toMatchObject({ active: false });
      await server.ask(RESUME, { id: 'pci' }, 'admin');
      expect((await read(before.etag)).status).toBe(304);
    });
  });
});
