import { PassThrough } from 'node:stream';
import type { Connection } from 'pg';
import fc from 'fast-check';
import { CopyOut, type LineEnds } from './copy-out';

const message = (kind: string, content: Buffer): Buffer => {
  const head = Buffer.alloc(5);
  head.write(kind, 'latin1');
  head.writeInt32BE(content.length + 4, 1);
  return Buffer.concat([head, content]);
};
const BEFORE = message('H', Buffer.from([0, 0, 1, 0, 0]));
const NOTICE = message('N', Buffer.from('a notice'));
const BEHIND = Buffer.concat([message('C', Buffer.from('COPY 2\0')), message('Z', Buffer.from('T'))]);
const DONE = message('c', Buffer.alloc(0));

/** What the query hands on, and what the client hears of, when the wire brings these chunks. */
async function copied(
  wire: Buffer,
  size: number,
  lineEnds: LineEnds,
): Promise<{ readonly rows: string; readonly client: Buffer }> {
  const stream = new PassThrough();
  const heard: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => heard.push(chunk));
  const out = new CopyOut('copy', { lineEnds, pieceBytes: 600, readAheadBytes: 1000 });
  out.submit({ stream, query: () => undefined } as unknown as Connection);
  const reading = (async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of out) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString();
  })();
  // Chunks of their own memory, as sockets give them.
  for (let from = 0; from < wire.length; from += size) stream.write(Buffer.from(wire.subarray(from, from + size)));
  stream.end();
  return { rows: await reading, client: Buffer.concat(heard) };
}

const row = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll(/[\r\n]/g, ' ')),
  fc.constantFrom('', 'a'.repeat(5000)),
);

describe('CopyOut', () => {
  it.each<[LineEnds, string]>([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])(
    'gives the rows whatever chunks they come in, with line ends %s, and the rest to the client',
    async (lineEnds, end) => {
      await fc.assert(
        fc.asyncProperty(fc.array(row, { maxLength: 20 }), fc.integer({ min: 1, max: 3000 }), async (rows, size) => {
          const messages = rows.flatMap((text, place) => [
            message('d', Buffer.from(`${text}\n`)),
            ...(place % 3 === 1 ? [NOTICE] : []),
          ]);
          const { rows: found, client } = await copied(
            Buffer.concat([BEFORE, ...messages, DONE, BEHIND]),
            size,
            lineEnds,
          );
          expect(found).toBe(rows.map((text) => text + end).join(''));
          expect(client.equals(BEHIND)).toBe(true);
        }),
        { numRuns: 150 },
      );
    },
  );

  it('leaves a failure to the client, which tells of it, wherever the chunk ends', async () => {
    const failure = Buffer.concat([message('E', Buffer.from('SERROR\0\0')), message('Z', Buffer.from('E'))]);
    const wire = Buffer.concat([BEFORE, message('d', Buffer.from('a\n')), failure]);
    for (const size of [3, 11, 1000]) {
      const stream = new PassThrough();
      const out = new CopyOut('copy', { lineEnds: 'LF', pieceBytes: 600, readAheadBytes: 1000 });
      const heard: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        heard.push(chunk);
        out.handleError(new Error('of the database'));
      });
      out.submit({ stream, query: () => undefined } as unknown as Connection);
      const reading = out.toArray();
      for (let from = 0; from < wire.length; from += size) stream.write(Buffer.from(wire.subarray(from, from + size)));
      await expect(reading).rejects.toThrow('of the database');
      expect(Buffer.concat(heard).equals(failure)).toBe(true);
    }
  });
});
