import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Platform } from '../src';
import { publishingDoors, publishPlan, registerDoor, retractingDoors, type Door } from './every-door';
import { ask, makeDataFolder, start, tokenOf } from './support';

/** A subgraph may go by a copy of the registry for so long without asking. */
const COPY_MS = 2_000;
/** How long a change may take to arrive everywhere before the test gives up. */
const PATIENCE_MS = 240_000;

/** What each door answers, by its name. */
type Codes = readonly (readonly [door: string, code: string | null])[];

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
  });
  afterAll(async () => {
    await platform.stop();
    place.remove();
  });

  const administer = async (mutation: string): Promise<void> => {
    const { errors } = await ask(platform.topology.gateway, `mutation { ${mutation} { id } }`, {}, admin);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
  };
  const suspend = () => administer('suspendPublisher(publisher: "kon-tum", reason: "kiểm tra")');
  const resume = () => administer('resumePublisher(publisher: "kon-tum", reason: "xong")');
  const giveRights = (province: string, datasets: string) =>
    administer(
      `changePublisherRights(input: { publisher: "kon-tum", province: "${province}", datasets: [${datasets}], reason: "thử" })`,
    );
  const codes = async (which: readonly Door[], key: string): Promise<Codes> => {
    const found: [string, string | null][] = [];
    for (const door of which) found.push([door.name, (await door.send(konTum, { key, dryRun: true })).code]);
    return found;
  };
  const all = (which: readonly Door[], code: string | null): Codes => which.map(({ name }) => [name, code]);
  /** Asks until every door answers with the code: the registry has arrived everywhere. */
  const expectEventually = async (which: readonly Door[], key: string, code: string | null): Promise<void> => {
    const end = Date.now() + PATIENCE_MS;
    let found = await codes(which, key);
    while (!isDeepStrictEqual(found, all(which, code)) && Date.now() < end) {
      await delay(100);
      found = await codes(which, key);
    }
    expect(found).toEqual(all(which, code));
  };

  it('lets a registered publisher through every door', async () => {
    expect(await codes(doors, 'before')).toEqual(all(doors, null));
  });

  it('shuts every door to a suspended publisher, to publish or to retract, and opens them when it may go on', async () => {
    const retracting = retractingDoors(platform);
    expect(retracting).toHaveLength(6);
    await suspend();
    await expectEventually(doors, 'suspended', 'PUBLISHER_SUSPENDED');
    expect(await codes(retracting, 'plan-1')).toEqual(all(retracting, 'PUBLISHER_SUSPENDED'));
    await resume();
    await expectEventually(doors, 'resumed', null);
  });

  it('leaves the doors open to everybody else meanwhile', async () => {
    await suspend();
    await expectEventually(doors, 'meanwhile', 'PUBLISHER_SUSPENDED');
    const ministry = await tokenOf(platform, 'ministry');
    expect(await registerDoor(platform).send(ministry, { dryRun: true })).toMatchObject({ status: 'DRY_RUN' });
    await resume();
  });

  it('takes away what the token still says', async () => {
    const [agencies, ...rest] = doors;
    if (agencies === undefined) throw new Error('there are no doors');
    await giveRights('62', 'AGENCIES');
    await expectEventually([agencies], 'narrowed', null);
    await expectEventually(rest, 'narrowed', 'RIGHT_NOT_REGISTERED');
    await giveRights('46', 'AGENCIES, PLAN');
    await expectEventually([agencies], 'moved', 'RIGHT_NOT_REGISTERED');
  });

  it('holds by its last state while the subgraph that keeps it is away', async () => {
    await suspend();
    await expectEventually(doors.slice(0, 1), 'known', 'PUBLISHER_SUSPENDED');
    await platform.processes.get('publications')?.stop();
    // The copy is too old to go by without asking.
    await delay(COPY_MS);
    expect(await codes(doors.slice(0, 1), 'away')).toEqual(all(doors.slice(0, 1), 'PUBLISHER_SUSPENDED'));
  });
});
