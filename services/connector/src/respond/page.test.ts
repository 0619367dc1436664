import fc from 'fast-check';
import { type PageEnd, type Segment, writeRows } from './page';
import { beginBody } from './body';

/** Segments whose rows are numbers; `released` counts those that were let go. */
function numbers(lists: readonly (readonly number[])[]): {
  readonly segments: readonly Segment[];
  readonly state: { opened: number; released: number };
} {
  const state = { opened: 0, released: 0 };
  const segments = lists.map((list) => ({
    open: async () => {
      state.opened += 1;
      return (async function* () {
        try {
          for (let place = 0; place < list.length; place += 2)
            yield list.slice(place, place + 2).map((number) => [String(number)]);
        } finally {
          state.released += 1;
        }
      })();
    },
    encode: ([text]: readonly (string | null)[]) => text ?? '',
    orderOf: ([text = null]: readonly (string | null)[]) => [text],
  }));
  return { segments, state };
}

async function read(parts: AsyncGenerator<string, PageEnd>): Promise<{ readonly text: string; readonly end: PageEnd }> {
  let text = '';
  for (;;) {
    const next = await parts.next();
    if (next.done === true) return { text, end: next.value };
    text += next.value;
  }
}

const rowsOf = (text: string): number[] => JSON.parse(`[${text}]`) as number[];

describe('a page', () => {
  it('has the rows it may have, and says whether and behind which row another begins', async () => {
    const lists = fc.array(fc.array(fc.nat({ max: 99 }), { maxLength: 7 }), { maxLength: 4 });
    const limit = fc.option(fc.integer({ min: 0, max: 12 }));
    await fc.assert(
      fc.asyncProperty(lists, limit, fc.option(fc.integer({ min: 1, max: 8 })), async (all, total, pageSize) => {
        const { segments, state } = numbers(all);
        const { text, end } = await read(writeRows(segments, { from: 0, total, pageSize }));
        const wanted = all
          .flatMap((list, segment) => list.map((value) => ({ value, segment })))
          .slice(0, total ?? undefined);
        const shown = wanted.slice(0, pageSize ?? undefined);
        expect(rowsOf(text)).toEqual(shown.map(({ value }) => value));
        const last = shown.at(-1);
        const more = wanted.length > shown.length && last !== undefined;
        expect(end).toEqual({
          rows: shown.length,
          next: more ? { segment: last.segment, after: [String(last.value)] } : null,
        });
        expect(state.released).toBe(state.opened);
      }),
    );
  });

  it('begins at its segment', async () => {
    const { segments, state } = numbers([[1], [2], [3]]);
    expect((await read(writeRows(segments, { from: 1, total: null, pageSize: null }))).text).toBe('2,3');
    expect(state.opened).toBe(2);
  });
});

describe('a body', () => {
  async function* parts(count: number, failAt = -1): AsyncGenerator<string> {
    for (let place = 0; place < count; place += 1) {
      if (place === failAt) throw new Error('lost');
      yield 'x'.repeat(1000);
    }
  }

  it('comes whole when it is short, and as a stream when it is long', async () => {
    expect(await beginBody(parts(3))).toHaveLength(3000);
    let length = 0;
    for await (const chunk of await beginBody(parts(300))) length += (chunk as Buffer).length;
    expect(length).toBe(300_000);
  });

  it('fails before the answer begins when its first chunk fails, and while it is written when a later one does', async () => {
    await expect(beginBody(parts(10, 5))).rejects.toThrow('lost');
    const body = await beginBody(parts(300, 200));
    await expect(
      (async () => {
        for await (const chunk of body) expect(chunk).toBeDefined();
      })(),
    ).rejects.toThrow('lost');
  });
});
