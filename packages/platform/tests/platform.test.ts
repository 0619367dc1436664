import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fourProvincesTable, ownPublications, publishMissing, type Platform } from '../src';
import { ask, makeDataFolder, root, start, tokenOf, type GraphAnswer } from './support';

const README = readFileSync(join(root, 'README.md'), 'utf8');
const examples = [...README.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');
const saved = readdirSync(join(root, 'gateway/examples')).filter((file) => file.endsWith('.graphql'));

/** Processes that have the data folder on their command line or in their environment. */
function left(folder: string): string[] {
  const all = execFileSync('ps', ['-eww', '-o', 'pid,args'], { encoding: 'utf8' });
  return all.split('\n').filter((line) => line.includes(folder) && !line.includes('ps -eww'));
}

describe('the platform', () => {
  const place = makeDataFolder();
  let platform: Platform;
  let sent: number;
  beforeAll(async () => {
    platform = await start(place.folder, 2_330);
    sent = await publishMissing(platform.topology, platform.issuerFolder, ownPublications(), () => undefined);
  });
  afterAll(async () => {
    await platform.stop();
    place.remove();
  });

  const value = async <T>(query: string, variables: object = {}, token?: string): Promise<T> => {
    const answer = await ask(platform.topology.gateway, query, variables, token);
    expect(answer.errors).toBeUndefined();
    return answer.data as unknown as T;
  };

  it('loads its own facts through the public door and nothing twice', async () => {
    expect(sent).toBe(ownPublications().reduce((sum, { rowCount }) => sum + rowCount, 0));
    expect(await publishMissing(platform.topology, platform.issuerFolder, ownPublications(), () => undefined)).toBe(0);
  });

  it('prints Thừa Thiên Huế, Kon Tum, Hưng Yên and Tuyên Quang on PAPI 2018, and no rank among the four', async () => {
    const table = await fourProvincesTable(platform.topology.gateway);
    for (const name of ['Thừa Thiên Huế', 'Kon Tum', 'Hưng Yên', 'Tuyên Quang']) expect(table).toContain(name);
    expect(table).toMatch(/5\.94/);
    expect(table).not.toMatch(/\b[1-4]\/4\b/);
  });

  it.each(examples.filter((text) => text.trim().startsWith('{')).map((text, at): [number, string] => [at + 1, text]))(
    'answers example %i of the README',
    async (_, text) => {
      expect(await value(text)).toBeDefined();
    },
  );

  it('accepts the mutation of the README, and the same rows sent twice are one publication', async () => {
    const mutation = examples.find((text) => text.startsWith('mutation')) ?? '';
    const token = await tokenOf(platform, 'papi');
    const input = {
      idempotencyKey: 'readme',
      index: 'PAPI',
      year: 2015,
      status: 'PUBLISHED',
      scores: [{ province: '46', criterion: '1', value: 5.11 }],
    };
    const send = () =>
      value<{ publishScores: { status: string; replayed: boolean; publication: { id: string } } }>(
        mutation,
        { input },
        token,
      );
    const first = await send();
    expect(first.publishScores).toMatchObject({ status: 'ACCEPTED', replayed: false });
    expect(await send()).toEqual({ publishScores: { ...first.publishScores, replayed: true } });
  });

  it.each(saved)('executes the saved example %s', async (file) => {
    const text = readFileSync(join(root, 'gateway/examples', file), 'utf8');
    const token = /mutation/.test(text) ? await tokenOf(platform, 'papi') : undefined;
    const answer: GraphAnswer = await ask(platform.topology.gateway, text, {}, token);
    expect(answer.errors).toBeUndefined();
  });

  it('refuses a second platform on the same folder in one line', async () => {
    await expect(start(place.folder, 2_390)).rejects.toMatchObject({ code: 'PLATFORM_RUNS_ALREADY' });
  });

  it('leaves nothing behind when it stops', async () => {
    await platform.stop();
    expect(left(place.folder)).toEqual([]);
    platform = await start(place.folder, 2_330);
    expect(await publishMissing(platform.topology, platform.issuerFolder, ownPublications(), () => undefined)).toBe(0);
  });
});
