import fc from 'fast-check';
import { joinSequences } from './join';

async function* from<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

describe('joined sequences', () => {
  it('give every item once and keep the order within each', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(fc.nat())), async (lists) => {
        const tagged = lists.map((list, source) => list.map((item) => ({ source, item })));
        const joined = await collect(joinSequences(tagged.map((list) => from(list))));
        expect(lists.map((_, source) => joined.filter((entry) => entry.source === source))).toEqual(tagged);
      }),
    );
  });

  it('ask for no item before the last one was taken', async () => {
    let asked = 0;
    async function* counted() {
      for (;;) yield (asked += 1);
    }
    const joined = joinSequences([counted()]);
    await joined.next();
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toBe(1);
    await joined.return();
  });

  it('fail with the first failure and close the others', async () => {
    let closed = false;
    async function* open() {
      try {
        for (;;) yield 1;
      } finally {
        closed = true;
      }
    }
    async function* failing(): AsyncGenerator<number> {
      yield 1;
      throw new Error('broken');
    }
    await expect(collect(joinSequences([open(), failing()]))).rejects.toThrow('broken');
    expect(closed).toBe(true);
  });
});
