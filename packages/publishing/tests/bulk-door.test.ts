import { request as httpRequest } from 'node:http';
import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import { createTestDatabase, silentLogger, type TestDatabase } from '@lientinh/testkit';
import { Database } from '@lientinh/postgres';
import type { Subgraph } from '@lientinh/subgraph';
import { listLedger, publishingMigrations, verifyChain, type BulkReceipt } from '../src';
import { createBulkSubgraph } from './support/bulk-subgraph';
import { countScores, CreateExampleScores1795240000001, valuesOfYear } from './support/scores-example';

const HEADER = 'year,province_code,criterion_code,score\n';
const MEBIBYTE = 1024 * 1024;

type Answer = Omit<BulkReceipt, 'errors'> & { readonly errors?: readonly { extensions: { code: string } }[] };

describe('the bulk door', () => {
  let issuer: TestIssuer;
  let test: TestDatabase;
  let subgraph: Subgraph;
  let address: string;
  let bearer: string;
  let keys = 0;

  beforeAll(async () => {
    issuer = await createTestIssuer();
    bearer = await issuer.bearer('papi');
    test = await createTestDatabase([...publishingMigrations, CreateExampleScores1795240000001]);
    subgraph = await createBulkSubgraph({
      database: new Database({ url: test.url, logger: silentLogger, applicationName: 'bulk test', poolSize: 8 }),
      verifier: issuer.verifier(),
      logger: silentLogger,
      stallTimeoutMs: 3_000,
    });
    address = await subgraph.listen('127.0.0.1', 0);
  });
  afterAll(async () => {
    await subgraph.stop();
    await test.destroy();
    await issuer.close();
  });

  interface Sending {
    readonly key?: string;
    readonly headers?: Record<string, string>;
    readonly query?: string;
    readonly type?: string;
  }

  const newKey = (): string => `key-${(keys += 1)}`;

  async function send(body: string | Buffer | AsyncIterable<Buffer>, sending: Sending = {}) {
    const { key = newKey(), headers = {}, query = 'index=PAPI', type = 'text/csv' } = sending;
    const response = await fetch(`${address}/publish/scores?${query}`, {
      method: 'POST',
      headers: {
        ...(headers['authorization'] === 'none' ? {} : { authorization: bearer }),
        'content-type': type,
        'idempotency-key': key,
        'accept-language': 'en',
        ...('authorization' in headers ? {} : headers),
      },
      body,
      duplex: 'half',
    } as unknown as RequestInit);
    return { status: response.status, body: (await response.json()) as Answer };
  }

  const stored = () => test.database.reader.get(countScores);
  const ledger = () => listLedger(test.database.reader, 'SCORES', 0, 1_000);
  async function* pieces(text: Buffer, size: number): AsyncGenerator<Buffer> {
    for (let place = 0; place < text.length; place += size) yield text.subarray(place, place + size);
  }

  it('publishes a CSV whose header has any order and quoted values', async () => {
    const { status, body } = await send(
      'score,note,province_code,year,criterion_code\n5.25,"ghi ""chú"", nhé",01,2001,1\n',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'ACCEPTED',
      acceptedRows: 1,
      problems: [],
      problemCounts: {},
      replayed: false,
    });
    expect(body.publication).toMatchObject({ dataset: 'SCORES', rowCount: 1, publisher: { id: 'papi' } });
  });

  it('publishes NDJSON with numbers, text and null, to the digit', async () => {
    const lines = [
      { year: 2002, province: '01', criterion: '1', value: 5.7624804 },
      { year: '2002', province: '02', criterion: '1', value: '6.12345678901234567890', note: null },
      { year: 2002, province: '03', criterion: '1', value: 1e-7 },
    ];
    const { body } = await send(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), {
      type: 'application/x-ndjson',
    });
    expect(body).toMatchObject({ status: 'ACCEPTED', acceptedRows: 3 });
    expect(await test.database.reader.all(valuesOfYear, [2002])).toEqual([
      { value: '5.7624804' },
      { value: '6.12345678901234567890' },
      { value: '0.0000001' },
    ]);
  });

  it('gives the same receipt for the same file and key, and refuses another file under it', async () => {
    const file = `${HEADER}2003,01,1,5\n`;
    const first = await send(file, { key: 'again' });
    const again = await send(pieces(Buffer.from(file), 7), { key: 'again' });
    expect(again.body).toEqual({ ...first.body, replayed: true });
    const other = await send(`${HEADER}2003,01,1,6\n`, { key: 'again' });
    expect(other.status).toBe(409);
    expect(other.body.errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('reports a dry run and writes nothing', async () => {
    const before = await stored();
    const { status, body } = await send(`${HEADER}2004,01,1,5\n`, { headers: { 'dry-run': 'true' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'DRY_RUN', acceptedRows: 1, publication: null });
    expect(await stored()).toEqual(before);
  });

  it('makes one publication of fifty equal requests at once', async () => {
    const before = (await ledger()).length;
    const file = `${HEADER}2005,01,1,5\n2005,02,1,6\n`;
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(file, { key: 'fifty' })));
    expect(answers.map(({ status }) => status)).toEqual(new Array(50).fill(200));
    expect(new Set(answers.map(({ body }) => body.publication?.id)).size).toBe(1);
    expect(answers.filter(({ body }) => !body.replayed)).toHaveLength(1);
    const entries = await ledger();
    expect(entries).toHaveLength(before + 1);
    expect(verifyChain(entries)).toBeNull();
  });

  it('supersedes the cells it states again, and only those', async () => {
    await send(`${HEADER}2006,01,1,5\n2006,02,1,6\n`);
    const { body } = await send(`${HEADER}2006,02,1,7\n`);
    expect(body.publication?.status).toBe('ACCEPTED');
    const { all, current } = await stored();
    expect(all - current).toBe(1);
  });

  const vietnamese = 'Điểm số của tỉnh Thừa Thiên Huế';
  const badFiles: readonly {
    readonly name: string;
    readonly file: string | Buffer;
    readonly type?: string;
    readonly problem: Readonly<Record<string, unknown>>;
  }[] = [
    {
      name: 'a header with a wrong name',
      file: 'year,province_code,criterion_code,score,notes\n2007,01,1,5,a\n',
      problem: {
        code: 'COLUMN_UNKNOWN',
        line: 1,
        path: 'notes',
        message: expect.stringContaining('"note"'),
      },
    },
    {
      name: 'a header without a required column',
      file: 'year,province_code,criterion_code\n2007,01,1\n',
      problem: { code: 'COLUMN_MISSING', line: 1, path: 'score' },
    },
    {
      name: 'a column twice',
      file: `score,${HEADER}5,2007,01,1,5\n`,
      problem: { code: 'COLUMN_TWICE', line: 1, path: 'score' },
    },
    {
      name: 'semicolons between columns',
      file: 'year;province_code;criterion_code;score\n2007;01;1;5,2\n',
      problem: { code: 'FILE_DELIMITER', line: 1 },
    },
    {
      name: 'a UTF-8 byte order mark',
      file: `\ufeff${HEADER}2007,01,1,5\n`,
      problem: { code: 'FILE_HAS_BOM', line: 1 },
    },
    {
      name: 'UTF-16',
      file: Buffer.from(`\ufeff${HEADER}2007,01,1,5\n`, 'utf16le'),
      problem: { code: 'FILE_NOT_UTF8_WIDE', line: 1 },
    },
    {
      name: 'UTF-16 without a mark',
      file: Buffer.from(`${HEADER}2007,01,1,5\n`, 'utf16le'),
      problem: { code: 'FILE_HAS_ZERO_BYTE', line: 1 },
    },
    {
      name: 'Windows-1258',
      file: Buffer.concat([
        Buffer.from(`note,${HEADER}a,2007,01,1,5\n`),
        Buffer.from([0x54, 0xf2, 0x6e, 0x68, 0x20, 0xd0, 0xe2, 0x6e]), // "Tṇh Đân" in Windows-1258
        Buffer.from(',2007,02,1,5\n'),
      ]),
      problem: { code: 'FILE_WINDOWS_1258', line: 3, message: expect.stringContaining('byte 2') },
    },
    {
      name: 'broken UTF-8',
      file: Buffer.concat([
        Buffer.from(`note,${HEADER}${vietnamese},2007,01,1,5\n`),
        Buffer.from(vietnamese).subarray(0, 3),
        Buffer.from([0xe1, 0xbb]),
        Buffer.from('x,2007,02,1,5\n'),
      ]),
      problem: { code: 'FILE_NOT_UTF8', line: 3, value: 'E1BB782C' },
    },
    {
      name: 'a decimal comma in quotation marks',
      file: `${HEADER}2007,01,1,5\n2007,02,1,"5,76"\n`,
      problem: {
        code: 'NUMBER_DECIMAL_COMMA',
        row: 1,
        line: 3,
        column: 4,
        path: 'score',
        value: '5,76',
        message: expect.stringContaining('5.76'),
      },
    },
    {
      name: 'a decimal comma without quotation marks',
      file: `${HEADER}2007,01,1,5\n2007,02,1,5,76\n`,
      problem: { code: 'LINE_COLUMNS', row: 1, line: 3 },
    },
    {
      name: 'thousand separators',
      file: `${HEADER}2007,01,1,1.234.567\n`,
      problem: { code: 'NUMBER_THOUSAND_SEPARATOR', row: 0, line: 2, message: expect.stringContaining('1234567') },
    },
    {
      name: 'English thousand separators',
      file: `${HEADER}2007,01,1,"1,234.5"\n`,
      problem: { code: 'NUMBER_THOUSAND_SEPARATOR', row: 0, line: 2, message: expect.stringContaining('1234.5') },
    },
    {
      name: 'a date as dd/mm/yyyy',
      file: 'surveyed_on,year,province_code,criterion_code,score\n31/12/2007,2007,01,1,5\n',
      problem: {
        code: 'DATE_NOT_ISO',
        row: 0,
        line: 2,
        column: 1,
        path: 'surveyed_on',
        message: expect.stringContaining('2007-12-31'),
      },
    },
    {
      name: 'a day that does not exist',
      file: 'surveyed_on,year,province_code,criterion_code,score\n2007-02-30,2007,01,1,5\n',
      problem: { code: 'DATE_UNKNOWN', row: 0, line: 2 },
    },
    {
      name: 'a missing last line end',
      file: `${HEADER}2007,01,1,5\n2007,02,1,5`,
      problem: { code: 'FILE_CUT', line: 3 },
    },
    { name: 'a header alone', file: HEADER, problem: { code: 'ROWS_MISSING', line: 2 } },
    { name: 'nothing at all', file: '', problem: { code: 'ROWS_MISSING', line: 1 } },
    {
      name: 'carriage returns alone',
      file: HEADER.replace('\n', '\r') + '2007,01,1,5\r',
      problem: { code: 'FILE_LINE_ENDS', line: 1 },
    },
    { name: 'a blank line', file: `${HEADER}2007,01,1,5\n\n`, problem: { code: 'LINE_BLANK', row: 1, line: 3 } },
    {
      name: 'an open quotation mark',
      file: `${HEADER}2007,01,1,5\n2007,"02,1,5\n2007,03,1,5\n`,
      problem: { code: 'FILE_QUOTE_OPEN', line: 3 },
    },
    {
      name: 'a lone carriage return in a line',
      file: `${HEADER}2007,01,1,5\n2007,02\r,1,5\n`,
      problem: { code: 'FILE_UNREADABLE', line: 3 },
    },
    {
      name: 'the same key twice',
      file: `${HEADER}2007,01,1,5\n2007,02,1,5\n2007,01,1,6\n`,
      problem: { code: 'ROW_TWICE', row: 2, line: 4 },
    },
    {
      name: 'an empty value',
      file: `${HEADER}2007,01,1,\n`,
      problem: { code: 'VALUE_MISSING', row: 0, line: 2, column: 4, path: 'score' },
    },
    {
      name: 'a word for a number',
      file: `${HEADER}2007,01,1,NaN\n`,
      problem: { code: 'NUMBER_INVALID', row: 0, line: 2, value: 'NaN' },
    },
    {
      name: 'a year with a fraction',
      file: `${HEADER}2007.5,01,1,5\n`,
      problem: { code: 'INTEGER_INVALID', row: 0, path: 'year' },
    },
    {
      name: 'a fault after a value of several lines',
      file: `note,${HEADER}"a\nb\nc",2007,01,1,5\n"d\ne",2007,02,1,x\n`,
      problem: { code: 'NUMBER_INVALID', row: 1, line: 5 },
    },
    {
      name: 'JSON that is cut in the middle of a line',
      file: '{"year":2007,"province":"01","criterion":"1","value":5}\n{"year":2007,"prov\n',
      type: 'application/x-ndjson',
      problem: { code: 'LINE_NOT_JSON', row: 1, line: 2 },
    },
    {
      name: 'a field that the data set does not have',
      file: '{"year":2007,"province":"01","criterion":"1","value":5,"skore":1}\n',
      type: 'application/x-ndjson',
      problem: {
        code: 'COLUMN_UNKNOWN',
        row: 0,
        line: 1,
        path: 'skore',
        value: '1',
        message: expect.stringContaining('"score"'),
      },
    },
    {
      name: 'a zero character in JSON',
      file: '{"year":2007,"province":"01","criterion":"1","value":5,"note":"a\\u0000"}\n',
      type: 'application/x-ndjson',
      problem: { code: 'LINE_NOT_JSON', row: 0, line: 1, path: 'note' },
    },
    { name: 'NDJSON without rows', file: '', type: 'application/x-ndjson', problem: { code: 'ROWS_MISSING', line: 1 } },
    {
      name: 'NDJSON without a last line end',
      file: '{"year":2007,"province":"01","criterion":"1","value":5}',
      type: 'application/x-ndjson',
      problem: { code: 'FILE_CUT', line: 1 },
    },
  ];

  it.each(badFiles)('reports $name and writes nothing', async ({ file, type = 'text/csv', problem }) => {
    const before = [await stored(), await ledger()];
    const key = newKey();
    const { status, body } = await send(Buffer.from(file), { type, key });
    expect(status).toBe(422);
    expect(body).toMatchObject({ status: 'REJECTED', publication: null, acceptedRows: 0 });
    expect(body.problems).toEqual([expect.objectContaining(problem)]);
    expect(body.problemCounts).toEqual({ [String(problem['code'])]: 1 });
    expect(body.problems[0]?.message.length).toBeGreaterThan(20);
    const inPieces = await send(pieces(Buffer.from(file), 1), { type, key });
    expect(inPieces.body.problems).toEqual([
      expect.objectContaining({ code: problem['code'], line: body.problems[0]?.line }),
    ]);
    expect([await stored(), await ledger()]).toEqual(before);
  });

  it('names every fault of a header at once', async () => {
    const { body } = await send('Year,province_code,criterion_cod,score,score\n2007,01,1,5,5\n');
    expect(body.problems.map(({ code, path, line }) => [code, path, line])).toEqual([
      ['COLUMN_UNKNOWN', 'Year', 1],
      ['COLUMN_UNKNOWN', 'criterion_cod', 1],
      ['COLUMN_TWICE', 'score', 1],
      ['COLUMN_MISSING', 'year', 1],
      ['COLUMN_MISSING', 'criterion_code', 1],
    ]);
  });

  it('reports a line of 200 MB as soon as it is too long, and hears all of it', async () => {
    async function* line(): AsyncGenerator<Buffer> {
      yield Buffer.from(`${HEADER}2007,01,1,5\n2007,02,1,`);
      const chunk = Buffer.alloc(MEBIBYTE, '9');
      for (let sent = 0; sent < 200; sent += 1) yield chunk;
      yield Buffer.from('\n');
    }
    const { status, body } = await send(line());
    expect(status).toBe(422);
    expect(body.problems).toEqual([expect.objectContaining({ code: 'FILE_LINE_TOO_LONG', line: 3 })]);
  });

  it('lists a thousand problems, counts all of them, and speaks Vietnamese unless asked', async () => {
    const rows = Array.from({ length: 2_500 }, (_, place) => `2008,01,${place},${place % 5 === 0 ? '"1,5"' : 'x'}\n`);
    const { body } = await send(HEADER + rows.join(''), { headers: { 'accept-language': 'vi' } });
    expect(body.problems).toHaveLength(1_000);
    expect(body.problemCounts).toEqual({ NUMBER_DECIMAL_COMMA: 500, NUMBER_INVALID: 2_000 });
    expect(body.problems[0]?.message).toContain('thập phân');
    const wide = await send(HEADER + rows.map((row) => row.replace('\n', ',1\n')).join(''));
    expect(wide.body.problems).toHaveLength(1_000);
    expect(wide.body.problemCounts).toEqual({ LINE_COLUMNS: 2_500 });
  });

  it.each([
    ['another index than the publisher has', { query: 'index=PCI' }, 403, 'NOT_PERMITTED'],
    ['a misspelt parameter', { query: 'index=PAPI&stauts=PUBLISHED' }, 400, 'BULK_PARAMETER_UNKNOWN'],
    ['a parameter twice', { query: 'index=PAPI&index=PCI' }, 400, 'BULK_PARAMETER_UNKNOWN'],
    ['JSON as a whole', { type: 'application/json' }, 415, 'BULK_MEDIA_TYPE'],
    ['a compressed body', { headers: { 'content-encoding': 'gzip' } }, 415, 'BULK_MEDIA_TYPE'],
    ['no idempotency key', { key: '' }, 400, 'IDEMPOTENCY_KEY_INVALID'],
    ['an unclear dry run', { headers: { 'dry-run': 'maybe' } }, 400, 'INVALID_REQUEST'],
    ['no token', { headers: { authorization: 'none' } }, 401, 'NOT_AUTHENTICATED'],
  ] as const)('refuses %s', async (_name, sending, status, code) => {
    const before = await ledger();
    const answer = await send(`${HEADER}2009,01,1,5\n`, sending);
    expect(answer.status).toBe(status);
    expect(answer.body.errors?.[0]?.extensions.code).toBe(code);
    expect(await ledger()).toEqual(before);
  });

  /** Begins an upload and leaves it open. */
  function begin(key: string, text: string) {
    const outgoing = httpRequest(`${address}/publish/scores?index=PAPI`, {
      method: 'POST',
      headers: {
        authorization: bearer,
        'content-type': 'text/csv',
        'idempotency-key': key,
        'transfer-encoding': 'chunked',
      },
    });
    const ended = new Promise<void>((resolve) =>
      outgoing.once('error', () => resolve()).once('close', () => resolve()),
    );
    outgoing.write(text);
    return { outgoing, ended };
  }

  const someRows = (year: number): string =>
    Array.from({ length: 20_000 }, (_, place) => `${year},01,c${place},5\n`).join('');

  it.each([
    { how: 'the sender hangs up', year: 2010, hangUp: true },
    { how: 'no bytes come any more', year: 2011, hangUp: false },
  ])('leaves nothing when $how, and takes the file when it is sent again', async ({ year, hangUp }) => {
    const before = [await stored(), await ledger()];
    const key = newKey();
    const { outgoing, ended } = begin(key, HEADER + someRows(year));
    if (hangUp) setTimeout(() => outgoing.destroy(), 100);
    await ended;
    expect([await stored(), await ledger()]).toEqual(before);
    const { body } = await send(HEADER + someRows(year), { key });
    expect(body).toMatchObject({ status: 'ACCEPTED', acceptedRows: 20_000, replayed: false });
  });

  it('serves others while uploads stand still', async () => {
    const slow = Array.from({ length: 3 }, () => begin(newKey(), HEADER));
    const { status } = await send(`${HEADER}2012,01,1,5\n`);
    expect(status).toBe(200);
    for (const { outgoing } of slow) outgoing.destroy();
    await Promise.all(slow.map(({ ended }) => ended));
  });
});
