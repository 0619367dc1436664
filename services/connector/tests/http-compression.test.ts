import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import fastify from 'fastify';
import { silentLogger } from '@lientinh/testkit';
import { sendAnswer } from '../src/http/send-answer';
import { startSmallConnector, type SmallConnector } from './support/small-connector';

const ROWS = 5_000;
let small: SmallConnector;
beforeAll(async () => {
  small = await startSmallConnector({ maximumPageSize: ROWS });
  await small.scores.publishScores(
    Array.from({ length: ROWS }, (_, place) => ({ id: `s${place}`, note: `Tỉnh thứ ${place % 63}` })),
  );
});
afterAll(() => small.close());

interface Sent {
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** The bytes of an answer as they came: node's own `fetch` unpacks them. */
async function sent(path: string, acceptEncoding: string | null, method = 'GET', accept = '*/*'): Promise<Sent> {
  const headers = { accept, ...(acceptEncoding === null ? {} : { 'accept-encoding': acceptEncoding }) };
  const request = httpRequest(new URL(path, small.address), { method, headers }).end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { headers: response.headers, bytes: Buffer.concat(chunks) };
}

describe('an answer of text', () => {
  it.each(['/odata/v4/Scores', '/odata/v4/Scores?$format=csv', '/odata/v4/$metadata'])(
    'is compressed for who accepts gzip, and is the same text: %s',
    async (path) => {
      const plain = await sent(path, null);
      const packed = await sent(path, 'gzip, deflate, br');
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(packed.headers['content-encoding']).toBe('gzip');
      expect(gunzipSync(packed.bytes).toString()).toBe(plain.bytes.toString());
      expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 4);
      // One result, one ETag: it is weak, and says nothing of bytes.
      expect(packed.headers.etag).toBe(plain.headers.etag);
      expect([plain.headers.vary, packed.headers.vary]).toEqual([
        expect.stringContaining('Accept-Encoding'),
        expect.stringContaining('Accept-Encoding'),
      ]);
    },
  );

  it.each([null, '', 'identity', 'br', 'gzip;q=0', 'gzip;q=0.0, *', '*;q=0', 'gzipped'])(
    'is not compressed for who accepts %j',
    async (accepted) => {
      const { headers, bytes } = await sent('/odata/v4/Scores', accepted);
      expect(headers['content-encoding']).toBeUndefined();
      expect((JSON.parse(bytes.toString()) as { value: unknown[] }).value).toHaveLength(ROWS);
    },
  );

  it.each(['gzip', 'GZIP;q=0.5', 'x-gzip', '*', 'br;q=1, gzip;q=0.1'])('is compressed for %s', async (accepted) => {
    expect((await sent('/odata/v4/Scores', accepted)).headers['content-encoding']).toBe('gzip');
  });

  it('is not compressed when it is short: errors and single rows stay as they are', async () => {
    const error = await sent('/odata/v4/Nothing', 'gzip');
    expect(error.headers['content-encoding']).toBeUndefined();
    expect(error.headers['content-length']).toBe(String(error.bytes.length));
  });

  it.each(['/odata/v4/Scores', '/odata/v4/$metadata'])('varies when it is not sent again, too: %s', async (path) => {
    const { headers } = await small.get(`${small.address}${path}`);
    const again = await small.get(`${small.address}${path}`, { 'if-none-match': headers.get('etag') ?? '' });
    expect([again.status, again.headers.get('vary')]).toEqual([304, headers.get('vary')]);
  });

  it('has no body, and tells how it would be written, when only its head is asked for', async () => {
    const head = await sent('/odata/v4/Scores', 'gzip', 'HEAD');
    expect(head.bytes).toHaveLength(0);
    expect(head.headers.vary).toContain('Accept-Encoding');
  });
});

it('is a page for people too', async () => {
  const page = async (acceptEncoding: string): Promise<Sent> => sent('/connect', acceptEncoding, 'GET', 'text/html');
  const [plain, packed] = await Promise.all([page('identity'), page('gzip')]);
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.headers['content-length']).toBe(String(packed.bytes.length));
  expect(gunzipSync(packed.bytes).toString()).toBe(plain.bytes.toString());
  expect([plain.headers.vary, packed.headers.vary]).toEqual(Array(2).fill(expect.stringContaining('Accept-Encoding')));
});

it('leaves files that are compressed already as they are', async () => {
  const { headers, bytes } = await sent('/odata/v4/Scores?$format=xlsx', 'gzip');
  expect(headers['content-encoding']).toBeUndefined();
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
});

it('breaks off a compressed answer that fails on its way, so that nobody takes a part for the whole', async () => {
  const app = fastify();
  app.get('/', (_request, reply) => {
    const body = Readable.from(failing(), { objectMode: false });
    const answer = { status: 200, headers: { 'content-type': 'text/csv' }, body };
    return sendAnswer(reply, answer, { isHead: false, signal: new AbortController().signal, logger: silentLogger });
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  await expect(sent(address, 'gzip')).rejects.toThrow(/aborted|ECONNRESET|socket hang up/);
  await app.close();
});

async function* failing(): AsyncGenerator<Buffer> {
  for (let part = 0; part < 100; part += 1) yield randomBytes(10_000);
  await delay(1);
  throw new Error('the database is lost');
}
