import fc from 'fast-check';
import { readJsonBatch } from './json-request';
import { readParts } from './mime-reader';
import { readMultipartBatch } from './multipart-request';
import { requestAddress } from './request-address';

const part = (content: string, headers = 'Content-Type: application/http'): string =>
  `--b\r\n${headers}\r\n\r\n${content}\r\n`;
const read = (text: string) => readMultipartBatch(Buffer.from(text), new Map([['boundary', 'b']]));

describe('a multipart batch', () => {
  it('has requests with headers and bodies, before and behind which anything may stand', () => {
    const text = `preamble\r\n${part('GET Scores?$top=1 HTTP/1.1\r\nAccept: application/json\r\n\r\n', 'content-type: application/http\r\nContent-ID: a1')}${part('POST Scores/$query HTTP/1.1\r\nContent-Type: text/plain\r\n\r\n$top=1')}--b--\r\nepilogue`;
    expect(read(text)).toEqual([
      expect.objectContaining({
        id: 'a1',
        named: true,
        method: 'GET',
        url: 'Scores?$top=1',
        headers: { accept: 'application/json' },
        body: null,
      }),
      expect.objectContaining({ id: '2', named: false, method: 'POST', body: Buffer.from('$top=1') }),
    ]);
  });

  it('may have lines that end in LF alone, and no empty line behind a request without headers', () => {
    expect(read('--b\nContent-Type: application/http\n\nGET Scores HTTP/1.1\n--b--')).toHaveLength(1);
  });

  it('tells of change sets without reading them', () => {
    const inner = '--c\r\nContent-Type: application/http\r\n\r\nDELETE Scores HTTP/1.1\r\n\r\n--c--\r\n';
    expect(read(`${part(inner, 'Content-Type: multipart/mixed;boundary=c')}--b--`)).toEqual([
      expect.objectContaining({ inChangeSet: true }),
    ]);
  });

  it.each([
    ['no boundary at all', 'GET Scores', /byte 0/],
    ['no end', part('GET Scores HTTP/1.1'), /--b--/],
    ['a part of another type', `${part('x', 'Content-Type: text/plain')}--b--`, /part 1.*text\/plain/],
    ['no request line', `${part('Scores')}--b--`, /part 1/],
    ['an old version of HTTP', `${part('GET Scores HTTP/0.9')}--b--`, /part 1/],
    ['a broken header', `${part('GET Scores HTTP/1.1\r\nno header\r\n\r\n')}--b--`, /no header/],
    [
      'one id twice',
      `${part('GET A HTTP/1.1', 'Content-Type: application/http\r\nContent-ID: 7')}${part('GET A HTTP/1.1', 'Content-Type: application/http\r\nContent-ID: 7')}--b--`,
      /Content-ID 7/,
    ],
  ])('is refused with %s', (_what, text, message) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ code: 'ODATA_BATCH_MALFORMED', message: expect.stringMatching(message) }),
    );
  });

  it('has a limit of requests', () => {
    expect(() => read(`${part('GET A HTTP/1.1').repeat(101)}--b--`)).toThrow(
      expect.objectContaining({ code: 'ODATA_BATCH_TOO_LONG' }),
    );
  });

  it('gives back every part that was written, whatever its bytes, unless they are a boundary', () => {
    const content = fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(fc.array(content, { minLength: 1, maxLength: 4 }), (contents) => {
        fc.pre(contents.every((bytes) => !bytes.includes('--b')));
        const body = Buffer.concat([
          ...contents.flatMap((bytes) => [Buffer.from('--b\r\nX: y\r\n\r\n'), bytes, Buffer.from('\r\n')]),
          Buffer.from('--b--'),
        ]);
        expect([...readParts(body, 'b')].map((one) => Buffer.from(one.content))).toEqual(contents);
      }),
    );
  });
});

describe('a JSON batch', () => {
  const readJson = (value: unknown) =>
    readJsonBatch(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));

  it('has requests with ids, headers, bodies and dependencies', () => {
    const requests = [
      { id: 'a', method: 'get', url: 'Scores', headers: { Accept: 'text/csv' } },
      { id: 'b', method: 'POST', url: 'Scores/$query', body: '$top=1', dependsOn: ['a'] },
      { id: 'c', method: 'DELETE', url: 'Scores', atomicityGroup: 'g' },
    ];
    expect(readJson({ requests })).toEqual([
      expect.objectContaining({
        id: 'a',
        method: 'GET',
        headers: { accept: 'text/csv' },
        body: null,
        inChangeSet: false,
      }),
      expect.objectContaining({ id: 'b', body: Buffer.from('$top=1'), dependsOn: ['a'] }),
      expect.objectContaining({ id: 'c', inChangeSet: true }),
    ]);
  });

  it.each([
    ['no JSON', '{', /body/],
    ['no requests', {}, /requests/],
    ['a request without an address', { requests: [{ id: '1', method: 'GET' }] }, /requests\[0\]\.url/],
    [
      'one id twice',
      {
        requests: [
          { id: '1', method: 'GET', url: 'A' },
          { id: '1', method: 'GET', url: 'A' },
        ],
      },
      /requests\[1\]/,
    ],
    [
      'a dependency on what comes later',
      {
        requests: [
          { id: '1', method: 'GET', url: 'A', dependsOn: ['2'] },
          { id: '2', method: 'GET', url: 'A' },
        ],
      },
      /dependsOn/,
    ],
  ])('is refused with %s', (_what, value, message) => {
    expect(() => readJson(value)).toThrow(
      expect.objectContaining({ code: 'ODATA_BATCH_MALFORMED', message: expect.stringMatching(message) }),
    );
  });
});

describe('the address of a request in a batch', () => {
  const root = 'https://data.example.vn/bi/odata/v4/';
  const finished = new Map([
    ['1', { status: 200, path: "Scores('a')" }],
    ['no', { status: 404, path: 'X' }],
  ]);
  it.each([
    ['Scores?$top=1', 'Scores', '$top=1'],
    ['/bi/odata/v4/Scores', 'Scores', ''],
    ['http://other.example/bi/odata/v4/Scores?a=b?c', 'Scores', 'a=b?c'],
    ['$1/Province?$select=Code', "Scores('a')/Province", '$select=Code'],
    ['$1', "Scores('a')", ''],
    ['$metadata', '$metadata', ''],
  ])('%s', (url, path, query) => expect(requestAddress({ id: '2', url }, root, finished)).toEqual({ path, query }));

  it('is none when what it refers to failed, or when it is elsewhere', () => {
    expect(() => requestAddress({ id: '2', url: '$no/Province' }, root, finished)).toThrow(
      expect.objectContaining({ status: 424 }),
    );
    expect(() => requestAddress({ id: '2', url: '/keys' }, root, finished)).toThrow(
      expect.objectContaining({ status: 404 }),
    );
  });
});
