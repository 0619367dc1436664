import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { startGateway, until, type GraphQLAnswer, type TestGateway } from './support/gateway';
import { readText, type TestSubgraph } from './support/subgraph-server';
import { startTwoSubgraphs } from './support/two-subgraphs';

const CHUNK = Buffer.alloc(64 * 1024, 'x');
const FIFTY_MEGABYTES = 800;

describe('the bulk door', () => {
  let subgraphs: { agencies: TestSubgraph; indicators: TestSubgraph };
  let gateway: TestGateway;

  beforeEach(async () => {
    subgraphs = await startTwoSubgraphs();
    gateway = await startGateway(Object.values(subgraphs), { subgraphUrls: urlsOf() });
  });

  afterEach(async () => {
    await gateway.stop();
    await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.close()));
  });

  const urlsOf = () => ({ agencies: subgraphs.agencies.url, indicators: subgraphs.indicators.url });

  /** Sends 50 MB as fast as they are taken; `sent` counts the bytes that left this process's stream. */
  function upload(path: string, headers: Record<string, string> = {}) {
    const progress = { sent: 0 };
    const chunks = function* () {
      for (let index = 0; index < FIFTY_MEGABYTES; index += 1) {
        progress.sent += CHUNK.length;
        yield CHUNK;
      }
    };
    const outgoing = httpRequest(`${gateway.url}${path}`, { method: 'POST', headers });
    const answered = new Promise<{ status: number; text: string; headers: IncomingMessage['headers'] }>(
      (resolve, reject) => {
        outgoing.on('error', reject);
        outgoing.on('response', (response) => {
          readText(response).then(
            (text) => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
            reject,
          );
        });
      },
    );
    Readable.from(chunks()).pipe(outgoing);
    return { progress, answered, outgoing };
  }

  it('passes body, address and headers on to the owner and its answer back', async () => {
    const seen: { url?: string | undefined; body?: string; headers?: IncomingMessage['headers'] } = {};
    subgraphs.indicators.intercept = (request, response) => {
      void readText(request).then((body) => {
        Object.assign(seen, { url: request.url, body, headers: request.headers });
        response
          .writeHead(201, { 'content-type': 'application/json', 'x-internal': 'host-7' })
          .end('{"status":"ACCEPTED"}');
      });
      return true;
    };
    const response = await fetch(`${gateway.url}/publish/scores?index=PAPI&year=2018`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-ndjson',
        authorization: 'Bearer good',
        'idempotency-key': 'papi-2018-1',
        'x-request-id': 'request-9',
        cookie: 'a=b',
      },
      body: '{"province":"46"}\n',
    });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ status: 'ACCEPTED' });
    expect(response.headers.get('x-request-id')).toBe('request-9');
    expect(response.headers.get('x-internal')).toBeNull();
    expect(seen).toMatchObject({
      url: '/publish/scores?index=PAPI&year=2018',
      body: '{"province":"46"}\n',
      headers: {
        'content-type': 'application/x-ndjson',
        authorization: 'Bearer good',
        'idempotency-key': 'papi-2018-1',
        'x-request-id': 'request-9',
      },
    });
    expect(seen.headers).not.toHaveProperty('cookie');
  });

  it('holds the sender back while the owner does not read, and loses nothing', async () => {
    let incoming: IncomingMessage | undefined;
    let received = 0;
    subgraphs.agencies.intercept = (request, response) => {
      incoming = request;
      request.on('end', () => response.end(String(received)));
      return true;
    };
    const before = process.memoryUsage().arrayBuffers;
    const { progress, answered } = upload('/publish/agencies');
    await until(() => incoming !== undefined);
    let last = -1;
    while (progress.sent !== last) {
      last = progress.sent;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    // What left the sender is in socket buffers of the system on both connections, not in the gateway.
    expect(progress.sent).toBeLessThan((FIFTY_MEGABYTES * CHUNK.length) / 2);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 1024 * 1024);
    incoming?.on('data', (chunk: Buffer) => (received += chunk.length));
    expect(await answered).toMatchObject({ status: 200, text: String(FIFTY_MEGABYTES * CHUNK.length) });
  });

  it('gives the refusal of the owner to a sender who is still sending', async () => {
    subgraphs.agencies.intercept = (_request, response) => {
      response.writeHead(403, { 'content-type': 'application/json' }).end('{"errors":[]}');
      return true;
    };
    const { answered } = upload('/publish/agencies');
    expect(await answered).toMatchObject({ status: 403, text: '{"errors":[]}', headers: { connection: 'close' } });
  });

  it('refuses a bad token without asking the owner', async () => {
    let asked = false;
    subgraphs.agencies.intercept = () => (asked = true);
    const { status, text } = await upload('/publish/agencies', { authorization: 'Bearer bad' }).answered;
    expect(status).toBe(401);
    expect(text).toContain('TEST_TOKEN_REFUSED');
    expect(asked).toBe(false);
  });

  const sendSmall = async (path: string) => {
    const response = await fetch(`${gateway.url}${path}`, {
      method: 'POST',
      body: 'a,b\n',
      headers: { 'content-type': 'text/csv' },
    });
    const text = await response.text();
    return {
      status: response.status,
      text,
      code: (JSON.parse(text) as GraphQLAnswer['body']).errors?.[0]?.extensions['code'],
    };
  };

  it('says that the owner is not there, without its address', async () => {
    await subgraphs.agencies.close();
    const { status, code, text } = await sendSmall('/publish/agencies');
    expect(status).toBe(503);
    expect(code).toBe('SERVICE_UNAVAILABLE');
    expect(text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED/);
  });

  it('says that the owner broke off, and that sending again is safe', async () => {
    subgraphs.agencies.intercept = (request) => {
      request.resume();
      request.on('end', () => request.socket.destroy());
      return true;
    };
    const { status, code } = await sendSmall('/publish/agencies');
    expect(status).toBe(502);
    expect(code).toBe('PUBLISH_INTERRUPTED');
  });

  it('breaks off towards the owner when the sender hangs up', async () => {
    let aborted = false;
    let started = false;
    subgraphs.agencies.intercept = (request) => {
      started = true;
      request.resume();
      request.on('error', () => (aborted = true));
      return true;
    };
    const outgoing = httpRequest(`${gateway.url}/publish/agencies`, { method: 'POST' });
    outgoing.on('error', () => undefined);
    outgoing.write('half of a');
    await until(() => started);
    outgoing.destroy();
    await until(() => aborted);
    expect(aborted).toBe(true);
  });

  it('knows the data sets and nothing else', async () => {
    expect(await sendSmall('/publish/salaries')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});
