import { startSmallConnector, type SmallConnector } from './support/small-connector';

let small: SmallConnector;
beforeAll(async () => {
  small = await startSmallConnector({ maximumPageSize: 5000 });
  await small.scores.publishScores(
    Array.from({ length: 3000 }, (_, place) => ({ id: `s${place}`, value: '1.5', note: 'Ghi chú' })),
  );
});
afterAll(() => small.close());

interface One {
  readonly id: string;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body?: Record<string, unknown> & {
    readonly value: readonly Record<string, unknown>[];
    readonly error: { readonly code: string };
  };
}
async function json(
  requests: readonly Record<string, unknown>[],
  headers: Record<string, string> = {},
): Promise<readonly One[]> {
  const answer = await small.send(
    'POST',
    '$batch',
    { 'content-type': 'application/json', ...headers },
    JSON.stringify({ requests }),
  );
  expect(answer.status).toBe(200);
  return (answer.json as unknown as { responses: One[] }).responses;
}

const part = (line: string, headers = '', id = ''): string =>
  `--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n${id === '' ? '' : `Content-ID: ${id}\r\n`}\r\n${line} HTTP/1.1\r\n${headers}\r\n\r\n`;
const multipart = (parts: readonly string[], headers: Record<string, string> = {}) =>
  small.send(
    'POST',
    '$batch',
    { 'content-type': 'multipart/mixed;boundary=b', ...headers },
    `${parts.join('')}--b--\r\n`,
  );
/** Status line, headers and body of each part of a multipart answer. */
function partsOf(
  text: string,
  contentType: string,
): readonly { readonly status: number; readonly head: string; readonly body: string }[] {
  const boundary = /boundary=(\S+)/.exec(contentType)?.[1] ?? '';
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((one) => {
      const [outer = '', head = '', ...body] = one.split('\r\n\r\n');
      return {
        status: Number(/HTTP\/1\.1 (\d+)/.exec(head)?.[1]),
        head: outer + head,
        body: body.join('\r\n\r\n').replace(/\r\n$/, ''),
      };
    });
}

describe('a batch', () => {
  it('in JSON answers each request with its id, status, headers and JSON body', async () => {
    const answers = await json([
      { id: 'count', method: 'GET', url: 'Scores/$count' },
      { id: 'one', method: 'GET', url: `/odata/v4/Scores('s7')?$select=Id,Value` },
      { id: 'page', method: 'get', url: `${small.address}/odata/v4/Scores?$top=2&$select=Id` },
      { id: 'metadata', method: 'GET', url: '$metadata' },
      {
        id: 'post',
        method: 'POST',
        url: 'Scores/$query',
        headers: { 'content-type': 'text/plain' },
        body: '$top=1&$select=Id',
      },
    ]);
    expect(answers.map(({ id, status }) => [id, status])).toEqual([
      ['count', 200],
      ['one', 200],
      ['page', 200],
      ['metadata', 200],
      ['post', 200],
    ]);
    expect(answers[0]?.body).toBe('3000');
    expect(answers[1]?.body).toMatchObject({ Id: 's7', Value: 1.5 });
    expect(answers[2]?.body?.value).toHaveLength(2);
    expect(answers[3]?.body).toMatch(/^<\?xml/);
    expect(answers[3]?.headers['content-type']).toBe('application/xml;charset=utf-8');
    expect(answers[4]?.body?.value).toHaveLength(1);
  });

  it('in multipart answers in multipart, large bodies whole', async () => {
    const { headers, text, status } = await multipart([
      part('GET Scores/$count', '', 'c1'),
      part('GET Scores', 'Accept: application/json;odata.metadata=none\r\n'),
      part('GET /odata/v4/Scores?$top=1'),
    ]);
    expect(status).toBe(200);
    const parts = partsOf(text, headers.get('content-type') ?? '');
    expect(parts.map((one) => one.status)).toEqual([200, 200, 200]);
    expect(parts[0]).toMatchObject({ body: '3000', head: expect.stringContaining('Content-ID: c1') });
    expect((JSON.parse(parts[1]?.body ?? '') as { value: unknown[] }).value).toHaveLength(3000);
    expect(parts[2]?.head).not.toContain('Content-ID');
  });

  it('is answered in the other kind when Accept asks for it, from 4.01 on, and in its own before', async () => {
    const accept = 'application/json';
    const parts = [part('GET Scores/$count', '', '1')];
    const answer = await multipart(parts, { accept, 'odata-maxversion': '4.01' });
    expect(answer.json).toMatchObject({ responses: [{ id: '1', status: 200, body: '3000' }] });
    const before = await multipart(parts, { accept });
    expect(before.headers.get('content-type')).toMatch(/^multipart\/mixed;boundary=/);
    const json = JSON.stringify({ requests: [{ id: '1', method: 'GET', url: 'Scores/$count' }] });
    const headers = { accept: 'multipart/mixed', 'content-type': 'application/json' };
    expect((await small.send('POST', '$batch', headers, json)).json).toMatchObject({ responses: [{ id: '1' }] });
    const newer = await small.send('POST', '$batch', { ...headers, 'odata-maxversion': '4.01' }, json);
    expect(newer.headers.get('content-type')).toMatch(/^multipart\/mixed;boundary=/);
  });

  it('stops at the first failure, whose answer is the last', async () => {
    const requests = [
      { id: '1', method: 'GET', url: 'Scores/$count' },
      { id: '2', method: 'GET', url: 'Scroes' },
      { id: '3', method: 'GET', url: 'Scores/$count' },
    ];
    const answers = await json(requests);
    expect(answers.map(({ id, status }) => [id, status])).toEqual([
      ['1', 200],
      ['2', 404],
    ]);
    expect(answers[1]?.body?.error.code).toBe('ODATA_RESOURCE_NOT_FOUND');
    for (const prefer of ['odata.continue-on-error', 'continue-on-error=true'])
      expect((await json(requests, { prefer })).map(({ status }) => status)).toEqual([200, 404, 200]);
  });

  it('resolves references to requests before, and fails those whose reference failed', async () => {
    const requests = [
      { id: 'score', method: 'GET', url: `Scores('s1')` },
      { id: 'measure', method: 'GET', url: '$score/Measure?$select=Code' },
      { id: 'none', method: 'GET', url: `Scores('nobody')` },
      { id: 'of-none', method: 'GET', url: '$none/Measure' },
      { id: 'waits', method: 'GET', url: 'Scores/$count', dependsOn: ['none'] },
    ];
    const answers = await json(requests, { prefer: 'continue-on-error' });
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 424, 424]);
    expect(answers[1]?.body).toMatchObject({ Code: 'PAPI' });
  });

  it('refuses to write', async () => {
    const changeSet = `--b\r\nContent-Type: multipart/mixed;boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\n\r\nDELETE Scores('s1') HTTP/1.1\r\n\r\n--c--\r\n`;
    const { headers, text } = await multipart([changeSet, part(`DELETE Scores('s1')`)], {
      prefer: 'odata.continue-on-error',
    });
    const parts = partsOf(text, headers.get('content-type') ?? '');
    expect(parts.map(({ status }) => status)).toEqual([405, 405]);
    expect(parts[0]?.body).toContain('ODATA_CHANGE_SET_NOT_ALLOWED');
    const grouped = await json([{ id: '1', method: 'GET', url: 'Scores', atomicityGroup: 'g' }]);
    expect(grouped[0]).toMatchObject({ status: 405, body: { error: { code: 'ODATA_CHANGE_SET_NOT_ALLOWED' } } });
  });

  it('has requests with versions and languages of their own, and those of the batch otherwise', async () => {
    const answers = await json(
      [
        { id: '1', method: 'GET', url: 'Scores?$top=1' },
        { id: '2', method: 'GET', url: 'Scores?$top=1', headers: { 'OData-MaxVersion': '4.0' } },
        { id: '3', method: 'GET', url: 'Scores?$top=1', headers: { 'OData-MaxVersion': '2.0' } },
      ],
      { 'odata-maxversion': '4.01' },
    );
    expect(answers.map(({ headers, status }) => [status, headers['odata-version']])).toEqual([
      [200, '4.01'],
      [200, '4.0'],
      [400, '4.01'],
    ]);
    expect(answers[0]?.body).toHaveProperty(['@context']);
    expect(answers[1]?.body).toHaveProperty(['@odata.context']);
  });

  it('is refused as a whole when it is no batch', async () => {
    const send = (type: string, body: string) => small.send('POST', '$batch', { 'content-type': type }, body);
    expect(await send('text/plain', 'x')).toMatchObject({
      status: 415,
      json: { error: { code: 'ODATA_BODY_TYPE_NOT_SUPPORTED' } },
    });
    expect(await send('application/json', '{')).toMatchObject({
      status: 400,
      json: { error: { code: 'ODATA_BATCH_MALFORMED' } },
    });
    expect(await send('multipart/mixed;boundary=b', 'nothing')).toMatchObject({ status: 400 });
    expect(await send('multipart/mixed', 'nothing')).toMatchObject({ status: 400 });
    expect(
      await send('application/json', JSON.stringify({ requests: [], padding: 'x'.repeat(1_100_000) })),
    ).toMatchObject({ status: 413 });
    expect((await small.get('$batch')).headers.get('allow')).toBe('POST, OPTIONS');
    const nested = await json([{ id: '1', method: 'POST', url: '$batch', body: '{}' }]);
    expect(nested[0]?.status).toBe(501);
  });

  it('of nothing is answered with nothing', async () => {
    expect(await json([])).toEqual([]);
  });
});
