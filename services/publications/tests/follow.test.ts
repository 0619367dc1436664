import { z } from 'zod';
import { DATASETS } from '@lientinh/contracts';
import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import { statement } from '@lientinh/postgres';
import { countStatements, silentLogger } from '@lientinh/testkit';
import { LedgerFeeds } from '../src/modules/feeds';
import { type LedgerOwner, startLedgerOwner } from './support/ledger-owner';
import { type PublicationsServer, startPublications } from './support/publications-server';

const LIST = `query ($filter: PublicationFilter, $first: Int, $after: String) {
  publications(filter: $filter, first: $first, after: $after) {
    totalCount nodes { id status dataset rowCount ledgerSequence ledgerHash retractedAt retractionReason
      publisher { id name standing } province { id } supersedes { id } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const countCopies = statement(
  'count-copies',
  z.object({ entries: z.coerce.number(), publications: z.coerce.number() }),
  'select (select count(*) from followed_entry) as entries, (select count(*) from followed_publication) as publications',
);

const readSalt = statement('read-salt', z.object({ salt: z.string() }), 'select content_salt as salt from publication');
const readCopy = statement(
  'read-copy',
  z.object({ text: z.string() }),
  'select (select json_agg(e) from followed_entry e)::text || (select json_agg(p) from followed_publication p)::text as text',
);

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

describe('the copy of all ledgers', () => {
  let issuer: TestIssuer;
  let owner: LedgerOwner;
  let server: PublicationsServer;
  beforeEach(async () => {
    issuer = await createTestIssuer();
    owner = await startLedgerOwner(issuer.verifier());
    server = await startPublications(issuer, owner.url);
  });
  afterEach(async () => {
    await server.stop();
    await owner.destroy();
    await issuer.close();
  });

  const listAt = async (
    place: PublicationsServer,
    filter: object = {},
    first = 50,
    after: string | null = null,
  ): Promise<Page> => {
    const { data } = await place.ask<{ publications: Page }>(LIST, { filter, first, after });
    if (data === null) throw new Error('no answer');
    return data.publications;
  };
  const list = (filter?: object, first?: number, after?: string | null): Promise<Page> =>
    listAt(server, filter, first, after);
  const status = async (id: string): Promise<string | undefined> =>
    (
      await server.ask<{ publication: { status: string } | null }>(
        'query ($id: ID!) { publication(id: $id) { status } }',
        { id },
      )
    ).data?.publication?.status;

  it('knows of a publication whose rows viewers do not see what the ledger tells, and no salt', async () => {
    const confidential = { ledgerScope: {} };
    const scope = { source: 'bang-tu-cham.xlsx' };
    const id = await owner.publish({ dataset: 'SCORES', key: 'tu-cham-81.37', cells: ['a'], scope, confidential });
    const { data } = await server.ask<{ publication: { contentHash: string } | null }>(
      'query ($id: ID!) { publication(id: $id) { contentHash } }',
      { id },
    );
    const [entry] = await owner.ledger('SCORES');
    expect(entry?.contentHash).toMatch(/^sha256-salted:/);
    expect(data?.publication?.contentHash).toBe(entry?.contentHash);
    const { salt } = await owner.database.reader.get(readSalt);
    const { text } = await server.database.reader.get(readCopy);
    expect(text).toContain(entry?.hash);
    for (const secret of [salt, 'tu-cham-81.37', 'bang-tu-cham']) expect(text).not.toContain(secret);
  });

  it('shows an acknowledged publication in the very next query, every time', async () => {
    for (let turn = 1; turn <= 10; turn += 1) {
      const id = await owner.publish({ dataset: turn % 2 === 0 ? 'SCORES' : 'PLAN', key: `k${turn}`, cells: ['a'] });
      const { nodes, totalCount } = await list();
      expect(nodes[0]).toMatchObject({ id, status: 'ACCEPTED' });
      expect(totalCount).toBe(turn);
    }
  });

  it('shows it through any process, while many ask at once', async () => {
    const other = await startPublications(issuer, owner.url, { background: true });
    try {
      for (let turn = 1; turn <= 5; turn += 1) {
        const id = await owner.publish({ dataset: 'PLAN', key: `k${turn}`, cells: [`c${turn}`] });
        const answers = await Promise.all(
          Array.from({ length: 10 }, (_, place) =>
            (place % 2 === 0 ? server : other).ask(`{ publication(id: "${id}") { id } }`),
          ),
        );
        expect(answers.map(({ data }) => data?.['publication'])).toEqual(Array(10).fill({ id }));
      }
    } finally {
      await other.stop();
    }
  });

  it('knows exactly when every row of a publication has been replaced, and when some came back', async () => {
    const first = await owner.publish({ dataset: 'SCORES', key: 'k1', cells: ['a', 'b'] });
    const second = await owner.publish({ dataset: 'SCORES', key: 'k2', cells: ['b', 'c'] });
    expect(await status(first)).toBe('ACCEPTED');
    const third = await owner.publish({ dataset: 'SCORES', key: 'k3', cells: ['a'] });
    expect(await status(first)).toBe('SUPERSEDED');
    await owner.retract('SCORES', second, 'wrong table');
    expect([await status(first), await status(second), await status(third)]).toEqual([
      'ACCEPTED',
      'RETRACTED',
      'ACCEPTED',
    ]);
    const { nodes } = await list({ status: 'RETRACTED' });
    expect(nodes).toEqual([
      expect.objectContaining({ id: second, retractionReason: 'wrong table', supersedes: { id: first } }),
    ]);
  });

  it('gives the same statuses whether it followed step by step or read the whole ledger at once', async () => {
    const ids: string[] = [];
    for (const [place, cells] of [['a', 'b'], ['b'], ['a'], ['a', 'b', 'c'], ['c']].entries()) {
      ids.push(await owner.publish({ dataset: 'SCORES', key: `k${place}`, cells }));
      await list();
    }
    await owner.retract('SCORES', ids[3] ?? '', 'taken back');
    const stepwise = (await list()).nodes;
    const late = await startPublications(issuer, owner.url);
    try {
      expect((await listAt(late)).nodes).toEqual(stepwise);
    } finally {
      await late.stop();
    }
  });

  it('filters in every way and pages without gaps or repeats while more is published', async () => {
    for (let turn = 1; turn <= 7; turn += 1) {
      const dataset = turn <= 4 ? ('PLAN' as const) : ('SCORES' as const);
      const publisher = turn % 2 === 0 ? 'hung-yen' : 'kon-tum';
      const province = turn % 2 === 0 ? '33@2004-01-01' : '62@2004-01-01';
      await owner.publish({ dataset, key: `k${turn}`, cells: [`c${turn}`], publisher, province });
    }
    expect((await list({ dataset: 'PLAN' })).totalCount).toBe(4);
    expect((await list({ publisher: 'hung-yen' })).totalCount).toBe(3);
    expect((await list({ province: '62' })).totalCount).toBe(4);
    expect((await list({ province: '62@2004-01-01', dataset: 'SCORES' })).totalCount).toBe(2);
    expect((await list({ status: 'DRY_RUN' })).totalCount).toBe(0);
    expect((await list({ from: '2999-01-01T00:00:00Z' })).totalCount).toBe(0);
    expect((await list({ to: '2999-01-01T00:00:00Z' })).totalCount).toBe(7);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo } = await list({}, 3, after);
      seen.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      await owner.publish({ dataset: 'PLAN', key: `later-${seen.length}`, cells: ['x'] });
    } while (after !== null);
    expect(seen).toEqual(['scores-3', 'scores-2', 'scores-1', 'plan-4', 'plan-3', 'plan-2', 'plan-1']);
  });

  it('refuses a cursor of another kind and a province that never was', async () => {
    const cursor = Buffer.from(JSON.stringify(['no instant', 'x'])).toString('base64url');
    expect((await server.ask(LIST, { after: cursor })).errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');
    expect((await server.ask(LIST, { filter: { province: '99' } })).errors?.[0]?.extensions.code).toBe(
      'PROVINCE_UNKNOWN',
    );
  });

  it('lists publications in two statements, with publishers in one more, however many there are', async () => {
    for (let turn = 1; turn <= 20; turn += 1)
      await owner.publish({ dataset: 'PLAN', key: `k${turn}`, cells: [`c${turn}`], publisher: 'hung-yen' });
    await list();
    const { statements } = await countStatements(server.database, () => list());
    expect(statements.sort()).toEqual(['count-publications', 'find-publishers', 'list-publications']);
    const entities = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Publication { id status } } }`;
    const r = Array.from({ length: 20 }, (_, place) => ({ __typename: 'Publication', id: `plan-${place + 1}` }));
    const counted = await countStatements(server.database, () => server.ask(entities, { r }));
    expect(counted.statements).toEqual(['find-listed-publications']);
    expect(counted.result.data?.['_entities']).toHaveLength(20);
  });

  it('answers from its copy while a subgraph is down, says so, and catches up when it is back', async () => {
    const first = await owner.publish({ dataset: 'PLAN', key: 'k1', cells: ['a'] });
    await list();
    await owner.goDown();
    const second = await owner.publish({ dataset: 'PLAN', key: 'k2', cells: ['a'] });
    expect((await list()).nodes.map(({ id }) => id)).toEqual([first]);
    const ledgers = async () => (await server.ask('{ followedLedgers { dataset sequence reachable } }')).data;
    expect((await ledgers())?.['followedLedgers']).toContainEqual({ dataset: 'PLAN', sequence: 1, reachable: false });
    await owner.comeBack();
    expect((await list()).nodes.map(({ id }) => id)).toEqual([second, first]);
    expect((await ledgers())?.['followedLedgers']).toContainEqual({ dataset: 'PLAN', sequence: 2, reachable: true });
  });

  it('copies every entry once when several processes follow into one database', async () => {
    for (let turn = 1; turn <= 30; turn += 1)
      await owner.publish({ dataset: 'SCORES', key: `k${turn}`, cells: [`c${turn % 4}`] });
    const addresses = DATASETS.map((dataset) => ({ dataset, url: owner.url }));
    const { database } = server;
    const followers = Array.from(
      { length: 4 },
      () => new LedgerFeeds({ addresses, database, logger: silentLogger, catchUpTimeoutMs: 120_000 }),
    );
    await Promise.all(followers.map((feeds) => feeds.catchUp({ requestId: 'test' })));
    expect(await database.reader.get(countCopies)).toEqual({ entries: 30, publications: 30 });
    expect(followers.map(({ states }) => states[1]?.end?.sequence)).toEqual([30, 30, 30, 30]);
    await Promise.all(followers.map((feeds) => feeds.stop()));
  });

  it('copies in the background without being asked', async () => {
    const watching = await startPublications(issuer, owner.url, { background: true });
    try {
      await owner.publish({ dataset: 'PLAN', key: 'k1', cells: ['a'] });
      const copied = async () => (await watching.database.reader.get(countCopies)).entries;
      while ((await copied()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await copied()).toBe(1);
    } finally {
      await watching.stop();
    }
  });

  it('refuses to change or delete what it copied', async () => {
    await owner.publish({ dataset: 'PLAN', key: 'k1', cells: ['a'] });
    await list();
    for (const attack of ['update followed_entry set row_count = 9', 'delete from followed_entry'])
      await expect(
        server.database.write('attack', (writer) => writer.run(statement('attack', z.unknown(), attack))),
      ).rejects.toThrow(/append-only/);
  });
});
