import { setTimeout as delay } from 'node:timers/promises';
import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import { type PublicationsServer, startPublications } from './support/publications-server';
import { sealedLedger, type StaticFeed, startStaticFeed } from './support/static-feed';

const whole = sealedLedger(
  'SCORES',
  Array.from({ length: 4 }, (_, place) => ({ recordedAt: `2026-01-01T00:00:00.00000${place}Z` })),
);

describe('a feed that does not fit', () => {
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

  const ids = async (asked = server): Promise<string[] | undefined> => {
    const query = '{ publications { nodes { id } } }';
    const { data } = await asked.ask<{ publications: { nodes: { id: string }[] } }>(query);
    return data?.publications.nodes.map(({ id }) => id);
  };
  const ledger = async (asked = server): Promise<{ brokenAt: number | null; reachable: boolean } | undefined> => {
    const { data } = await asked.ask<{
      followedLedgers: { dataset: string; brokenAt: number | null; reachable: boolean }[];
    }>('{ followedLedgers { dataset brokenAt reachable } }');
    return data?.followedLedgers.find(({ dataset }) => dataset === 'SCORES');
  };
  const brokenAt = async (): Promise<number | null | undefined> => (await ledger())?.brokenAt;

  it('is copied up to the forged entry and no further, in plain sight of the operator', async () => {
    feed.entries = whole.map((entry) => (entry.sequence === 3 ? { ...entry, publisher: 'somebody' } : entry));
    expect(await ids()).toEqual(['scores-2', 'scores-1']);
    expect(await brokenAt()).toBe(3);
    const ready = await fetch(`${server.url}/health/ready`);
    expect(ready.status).toBe(200);
    expect(((await ready.json()) as { ledgers: unknown[] }).ledgers).toContainEqual(
      expect.objectContaining({ dataset: 'SCORES', code: 'FEED_CHAIN_BROKEN', broken: { sequence: 3, kind: 'HASH' } }),
    );
    feed.entries = whole;
    expect(await ids()).toHaveLength(4);
    expect(await brokenAt()).toBeNull();
  });

  it.each([
    ['cut', () => whole.slice(0, 2)],
    ['emptied', () => []],
    [
      'rewritten with hashes that fit',
      () =>
        sealedLedger(
          'SCORES',
          whole.map(({ recordedAt }) => ({ recordedAt, publisher: 'somebody' })),
        ),
    ],
  ])('is noticed when its past was %s, and what was copied stays', async (_, later) => {
    feed.entries = whole;
    expect(await ids()).toHaveLength(4);
    feed.entries = later();
    expect(await ids()).toHaveLength(4);
    expect(await brokenAt()).toBe(4);
  });

  it('is given up after a silence, and the answer is the copy as it was', async () => {
    feed.entries = whole;
    const impatient = await startPublications(issuer, feed.url, { catchUpTimeoutMs: 4_000 });
    try {
      while ((await ids(impatient))?.length !== 4) await delay(20);
      feed.hanging = true;
      expect(await ids(impatient)).toHaveLength(4);
      expect((await ledger(impatient))?.reachable).toBe(false);
    } finally {
      await impatient.stop();
    }
  });
});
