import { CallerTurns } from './caller-turns';

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

describe('turns of callers', () => {
  it('lets as many run as may, the others in the order in which they came', async () => {
    const turns = new CallerTurns({ running: 2, waiting: 10 });
    const began: number[] = [];
    const ends: (() => void)[] = [];
    const all = [1, 2, 3, 4].map(async (request) => {
      ends.push(await turns.take('one'));
      began.push(request);
    });
    await settled();
    expect(began).toEqual([1, 2]);
    ends[0]?.();
    ends[0]?.();
    await settled();
    expect(began).toEqual([1, 2, 3]);
    ends[1]?.();
    await Promise.all(all);
    expect(began).toEqual([1, 2, 3, 4]);
  });

  it('never lets one caller wait for another', async () => {
    const turns = new CallerTurns({ running: 1, waiting: 0 });
    await turns.take('one');
    await expect(turns.take('another')).resolves.toBeInstanceOf(Function);
  });

  it('refuses, with a time to come again, when too many wait; forgets callers whose requests are done', async () => {
    const turns = new CallerTurns({ running: 1, waiting: 1 });
    const end = await turns.take('one');
    const second = turns.take('one');
    await expect(turns.take('one')).rejects.toMatchObject({
      code: 'ODATA_TOO_MANY_REQUESTS',
      status: 429,
      details: { retryAfterSeconds: 5 },
    });
    end();
    (await second)();
    await expect(turns.take('one')).resolves.toBeInstanceOf(Function);
  });
});
