import { setTimeout as delay } from 'node:timers/promises';
import type { Platform } from '../src';
import { publishingDoors, publishPlan, registerDoor, retractingDoors, type Door } from './every-door';
import { ask, makeDataFolder, start, tokenOf } from './support';

/** A subgraph may go by a copy of the registry for so long. */
const NOTICE_MS = 2_000;

describe("the publishers' registry of a running platform", () => {
  const place = makeDataFolder();
  let platform: Platform;
  let doors: readonly Door[];
  let konTum: string;
  let admin: string;
  beforeAll(async () => {
    platform = await start(place.folder, 2_760);
    konTum = await tokenOf(platform, 'kon-tum');
    admin = await tokenOf(platform, 'admin');
    doors = publishingDoors(platform, await publishPlan(platform, konTum));
  }, 120_000);
  afterAll(async () => {
    await platform.stop();
    place.remove();
  }, 60_000);

  const administer = async (mutation: string): Promise<void> => {
    const { errors } = await ask(platform.topology.gateway, `mutation { ${mutation} { id } }`, {}, admin);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    await delay(NOTICE_MS);
  };
  const suspend = () => administer('suspendPublisher(publisher: "kon-tum", reason: "kiểm tra")');
  const resume = () => administer('resumePublisher(publisher: "kon-tum", reason: "xong")');
  const giveRights = (province: string, datasets: string) =>
    administer(
      `changePublisherRights(input: { publisher: "kon-tum", province: "${province}", datasets: [${datasets}], reason: "thử" })`,
    );
  const codes = async (which: readonly Door[], key: string): Promise<readonly (readonly [string, string | null])[]> => {
    const found: [string, string | null][] = [];
    for (const door of which) found.push([door.name, (await door.send(konTum, { key, dryRun: true })).code]);
    return found;
  };
  const all = (which: readonly Door[], code: string | null) => which.map(({ name }) => [name, code]);

  it('lets a registered publisher through every door', async () => {
    expect(await codes(doors, 'before')).toEqual(all(doors, null));
  }, 60_000);

  it('shuts every door to a suspended publisher, to publish or to retract, and opens them when it may go on', async () => {
    const retracting = retractingDoors(platform);
    expect(retracting).toHaveLength(6);
    await suspend();
    expect(await codes(doors, 'suspended')).toEqual(all(doors, 'PUBLISHER_SUSPENDED'));
    expect(await codes(retracting, 'plan-1')).toEqual(all(retracting, 'PUBLISHER_SUSPENDED'));
    await resume();
    expect(await codes(doors, 'resumed')).toEqual(all(doors, null));
  }, 60_000);

  it('leaves the doors open to everybody else meanwhile', async () => {
    await suspend();
    const ministry = await tokenOf(platform, 'ministry');
    expect(await registerDoor(platform).send(ministry, { dryRun: true })).toMatchObject({ status: 'DRY_RUN' });
    await resume();
  }, 60_000);

  it('takes away what the token still says', async () => {
    const [agencies, ...rest] = doors;
    if (agencies === undefined) throw new Error('there are no doors');
    await giveRights('62', 'AGENCIES');
    expect(await codes([agencies], 'narrowed')).toEqual(all([agencies], null));
    expect(await codes(rest, 'narrowed')).toEqual(all(rest, 'RIGHT_NOT_REGISTERED'));
    await giveRights('46', 'AGENCIES, PLAN');
    expect(await codes([agencies], 'moved')).toEqual(all([agencies], 'RIGHT_NOT_REGISTERED'));
  }, 60_000);

  it('holds by its last state while the subgraph that keeps it is away', async () => {
    await suspend();
    expect(await codes(doors.slice(0, 1), 'known')).toEqual(all(doors.slice(0, 1), 'PUBLISHER_SUSPENDED'));
    await platform.processes.get('publications')?.stop();
    await delay(NOTICE_MS);
    expect(await codes(doors.slice(0, 1), 'away')).toEqual(all(doors.slice(0, 1), 'PUBLISHER_SUSPENDED'));
  }, 60_000);
});
