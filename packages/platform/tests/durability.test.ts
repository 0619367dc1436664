import { setTimeout as delay } from 'node:timers/promises';
import { verifyChain, type LedgerEntry } from '@lientinh/publishing';
import type { Platform } from '../src';
import { ask, makeDataFolder, start, tokenOf } from './support';

/** Kills of each run; CI does all hundred. */
const KILLS = Number(process.env['DURABILITY_KILLS'] ?? (process.env['CI'] === 'true' ? 100 : 12));
const ROWS = 60;
const PROVINCES = ['01', '02', '04', '06', '08', '10', '11', '12', '14', '15', '17', '19', '20', '22', '24'];
const PUBLISH = `mutation ($input: PublishScoresInput!) { publishScores(input: $input) { status replayed publication { id } } }`;

interface Sent {
  readonly key: string;
  readonly value: number;
  acknowledged: string | null;
}

/** A seeded generator, so that a failing run can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

describe('kill -9 during publication', () => {
  const place = makeDataFolder();
  let platform: Platform;
  beforeAll(async () => {
    platform = await start(place.folder, 2_110);
  });
  afterAll(async () => {
    await platform.stop();
    place.remove();
  });

  const input = ({ key, value }: Sent): object => ({
    idempotencyKey: key,
    index: 'PAPI',
    year: 2016,
    status: 'PUBLISHED',
    scores: Array.from({ length: ROWS }, (_, row) => ({
      province: PROVINCES[row % PROVINCES.length],
      criterion: ['1', '4', '5', '6'][Math.floor(row / PROVINCES.length)],
      value,
    })),
  });

  async function send(publication: Sent, token: string): Promise<void> {
    const answer = await ask(platform.topology.gateway, PUBLISH, { input: input(publication) }, token);
    const receipt = (
      answer.data as { publishScores?: { status: string; publication: { id: string } } } | null | undefined
    )?.publishScores;
    if (receipt?.status === 'ACCEPTED') publication.acknowledged = receipt.publication.id;
  }

  /** Sends until it is acknowledged, for ten minutes: what a publisher does whose connection broke. */
  async function repeat(publication: Sent, token: string): Promise<void> {
    const end = Date.now() + 600_000;
    while (publication.acknowledged === null && Date.now() < end) {
      await send(publication, token).catch(() => undefined);
      if (publication.acknowledged === null) await delay(250);
    }
  }

  async function ledger(): Promise<LedgerEntry[]> {
    const url = platform.topology.subgraphs.find(({ name }) => name === 'indicators')?.url ?? '';
    const response = await fetch(`${url}/changes?dataset=SCORES&after=0`);
    return (await response.text())
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as LedgerEntry);
  }

  it(
    `loses nothing that was acknowledged, keeps nothing half, breaks no chain (${KILLS} kills of subgraph, gateway and PostgreSQL)`,
    async () => {
      const next = random(20_181_210);
      const token = await tokenOf(platform, 'papi');
      const sent: Sent[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        const publication: Sent = { key: `kill-${kill}`, value: 1 + (kill % 90) / 10, acknowledged: null };
        sent.push(publication);
        const sending = send(publication, token).catch(() => undefined);
        await delay(next() * 40);
        const victim = ['indicators', 'gateway', 'postgres'][kill % 3] ?? '';
        const pid = victim === 'postgres' ? platform.databasePid() : platform.processes.get(victim)?.pid;
        if (pid !== undefined) process.kill(pid, 'SIGKILL');
        await sending;
        const before = publication.acknowledged;
        await repeat(publication, token);
        expect(publication.acknowledged).not.toBeNull();
        if (before !== null) expect(publication.acknowledged).toBe(before);
      }
      const entries = await ledger();
      expect(verifyChain(entries)).toBeNull();
      for (const { key, acknowledged } of sent) {
        const made = entries.filter(({ idempotencyKey }) => idempotencyKey === key);
        expect(made.map(({ publication, rowCount }) => [publication, rowCount])).toEqual([[acknowledged, ROWS]]);
      }
      expect(entries).toHaveLength(sent.length);
    },
    60 * 60_000,
  );

  it('shows exactly the rows of the last publication afterwards', async () => {
    const query = `{ scores(filter: { index: "PAPI", years: [2016], status: PUBLISHED }, first: 500) { totalCount nodes { value } } }`;
    const { data } = (await ask(platform.topology.gateway, query)) as unknown as {
      data: { scores: { totalCount: number; nodes: { value: number }[] } };
    };
    expect(data.scores.totalCount).toBe(ROWS);
    expect(new Set(data.scores.nodes.map(({ value }) => value))).toEqual(new Set([1 + ((KILLS - 1) % 90) / 10]));
  });
});
