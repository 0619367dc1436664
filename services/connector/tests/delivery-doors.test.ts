import { DuckDBInstance } from '@duckdb/node-api';
import ExcelJS from 'exceljs';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import { createTestDatabase, silentLogger, type TestDatabase } from '@lientinh/testkit';
import { AUTHENTICATION_CHALLENGES, createAccess, keyRoutes } from '../src/access';
import { migrations } from '../src/migrations';
import { basicHeader } from './support/local-issuer';
import { type SmallConnector, startSmallConnector } from './support/small-connector';

/** The connector as the product runs it, over real PostgreSQL and HTTP: keys, files to start with, file formats. */
describe('the doors of the connector together', () => {
  let issuer: TestIssuer;
  let keys: TestDatabase;
  let small: SmallConnector;
  beforeAll(async () => {
    [issuer, keys] = await Promise.all([createTestIssuer(), createTestDatabase(migrations)]);
    const { database } = keys;
    const access = createAccess({
      database,
      verifier: issuer.verifier(),
      issuer: issuer.issuer,
      audience: issuer.audience,
      logger: silentLogger,
    });
    small = await startSmallConnector({
      access,
      routes: (app) => keyRoutes(app, { access, database }),
    });
    await small.scores.publishScores([
      ...Array.from({ length: 25 }, (_, number) => ({
        id: `s${String(number).padStart(2, '0')}`,
        provinceCode: number % 2 === 0 ? '46' : '62',
        year: 2000 + number,
        value: number === 3 ? null : `${number}.25`,
        note: number === 4 ? '=1+1' : `Ghi chú "${number}"`,
      })),
      { id: 'claim', provinceCode: '62', value: '9.5', status: 'SELF_ASSESSED' as const },
    ]);
  });
  afterAll(async () => {
    await small.close();
    await issuer.close();
    await keys.destroy();
  });

  const bytes = async (path: string, headers: Record<string, string> = {}): Promise<Buffer> => {
    const answer = await fetch(path.startsWith('http') ? path : `${small.address}/odata/v4/${path}`, { headers });
    expect([answer.status, path]).toEqual([200, path]);
    return Buffer.from(await answer.arrayBuffer());
  };
  const makeKey = async (body: object): Promise<string> => {
    const answer = await small.send(
      'POST',
      `${small.address}/keys`,
      { authorization: await issuer.bearer('kon-tum'), 'content-type': 'application/json' },
      JSON.stringify(body),
    );
    expect(answer.status).toBe(201);
    return String(answer.json['secret']);
  };
  const idsOf = async (headers: Record<string, string>, path = 'Scores?$select=Id'): Promise<readonly unknown[]> =>
    (await small.pages(path, headers)).rows.map((row) => row['Id']);

  it('ask for credentials in the way that spreadsheets know when those given are wrong', async () => {
    const answer = await small.get('Scores', { authorization: basicHeader('x', `lientinh_${'A'.repeat(43)}`) });
    expect([answer.status, answer.json.error.code]).toEqual([401, 'ODATA_KEY_REFUSED']);
    expect(Buffer.from(answer.headers.get('www-authenticate') ?? '', 'latin1').toString('utf8')).toBe(
      AUTHENTICATION_CHALLENGES.map((one) => Buffer.from(one, 'latin1').toString('utf8')).join(', '),
    );
    expect(answer.json.error.innererror).toMatchObject({ vi: expect.stringContaining('khóa'), en: expect.any(String) });
  });

  it('let a workbook key read what its maker may, narrowed by the key, until it is revoked', async () => {
    const secret = await makeKey({ name: 'everything' });
    const headers = { authorization: basicHeader('anything', secret) };
    expect(await idsOf({})).toHaveLength(25);
    expect(await idsOf(headers)).toEqual(expect.arrayContaining(['claim']));
    const narrow = { authorization: basicHeader('', await makeKey({ name: 'narrow', provinceCode: '46' })) };
    expect(await idsOf(narrow)).toHaveLength(13);
    expect(await idsOf(narrow)).not.toContain('claim');
    const plan = { authorization: basicHeader('', await makeKey({ name: 'plan', datasets: ['PLAN'] })) };
    expect((await small.get('Scores', plan)).status).toBe(403);
    expect((await small.get('Quotas', plan)).status).toBe(200);
    const list = await small.send('GET', `${small.address}/keys`, { authorization: await issuer.bearer('kon-tum') });
    const all = list.json['keys'] as readonly { id: string; name: string }[];
    const id = all.find(({ name }) => name === 'everything')?.id ?? '';
    const authorization = await issuer.bearer('admin');
    expect((await small.send('DELETE', `${small.address}/keys/${id}`, { authorization })).status).toBe(204);
    expect((await small.get('Scores', headers)).json.error.code).toBe('ODATA_KEY_REVOKED');
  });

  it('say when to come back to whoever tries passwords', async () => {
    const guess = () => small.get('Scores', { authorization: basicHeader('guesser', `lientinh_${'B'.repeat(43)}`) });
    let answer = await guess();
    while (answer.status === 401) answer = await guess();
    expect([answer.status, answer.json.error.code]).toEqual([429, 'ODATA_TOO_MANY_ATTEMPTS']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('refuse a body that is no JSON, and one that is none of theirs, with a code', async () => {
    const send = async (body: string) =>
      small.send(
        'POST',
        `${small.address}/keys`,
        { authorization: await issuer.bearer('kon-tum'), 'content-type': 'application/json' },
        body,
      );
    expect((await send('{')).status).toBe(400);
    expect((await send('"text"')).json.error.code).toBe('ODATA_KEY_INVALID');
  });

  it('give the same rows as JSON, CSV, Excel and Parquet, all of them without pages', async () => {
    const query = 'Scores?$select=Id,Year,Value,Note&$orderby=Id desc';
    const { rows } = await small.pages(query);
    expect(rows).toHaveLength(25);
    const text = (await bytes(`${query}&$format=csv&guard=off`)).toString('utf8');
    const quoted = (note: unknown): string =>
      String(note).includes('"') ? `"${String(note).replaceAll('"', '""')}"` : String(note);
    const decimal = (value: unknown): string => (value === null ? '' : Number(value).toFixed(4));
    expect(text.slice(1).split('\r\n').slice(1, -1)).toEqual(
      rows.map((row) => `${String(row['Id'])},${String(row['Year'])},${decimal(row['Value'])},${quoted(row['Note'])}`),
    );
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await bytes(`${query}&$format=xlsx`)) as unknown as ExcelJS.Buffer);
    const sheet = workbook.worksheets[0]?.getSheetValues().slice(2) ?? [];
    expect(sheet.map((row) => [1, 2, 3, 4].map((place) => (row as unknown[])[place] ?? null))).toEqual(
      rows.map((row) => [row['Id'], row['Year'], row['Value'], row['Note']]),
    );
    const folder = mkdtempSync(join(tmpdir(), 'connector-doors-'));
    writeFileSync(join(folder, 'a.parquet'), await bytes(`${query}&$format=parquet`));
    const duck = await (await DuckDBInstance.create(':memory:')).connect();
    const read = await duck.runAndReadAll(`select * replace ("Value"::double as "Value") from '${folder}/a.parquet'`);
    expect(read.getRowObjectsJson()).toEqual(rows);
    duck.closeSync();
    rmSync(folder, { recursive: true, force: true });
  });

  it('tell in a workbook of a key what its rights leave out', async () => {
    const secret = await makeKey({ name: 'note', provinceCode: '62' });
    const workbook = new ExcelJS.Workbook();
    const headers = { authorization: basicHeader('', secret) };
    await workbook.xlsx.load((await bytes('Scores?$format=xlsx', headers)) as unknown as ExcelJS.Buffer);
    const notes = JSON.stringify(workbook.worksheets.at(-1)?.getSheetValues());
    expect(notes).toContain('Only rows about province 62');
    expect(notes).toContain('self-assessed scores of province 62');
    expect(notes).not.toContain(secret);
  });

  it('open Power BI and Excel at addresses that answer', async () => {
    const pbids = await small.get(`${small.address}/connect/Scores.pbids?provinces=46&$select=Id`);
    const [connection] = pbids.json['connections'] as readonly { details: { address: { url: string } } }[];
    const { rows } = await small.pages(connection?.details.address.url ?? '');
    expect(rows).toHaveLength(13);
    const iqy = await small.get(`${small.address}/connect/Scores.iqy?names=vi&provinces=46`);
    const table = (await bytes(iqy.text.split('\r\n')[2] ?? '')).toString('utf8');
    expect(table.match(/<tr><td/g)).toHaveLength(13);
    expect(table).toContain('<td>4,2500</td>');
    expect(table).toContain(">'=1+1</td>");
    const index = await small.get(`${small.address}/connect`);
    expect(index.json['roots']).toEqual({ vi: `${small.address}/odata/v4/vi/`, en: `${small.address}/odata/v4/` });
  });

  it('answer a browser with JSON and not with a table of everything', async () => {
    const answer = await small.get('Scores', {
      accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    });
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('say a wrong option of a format, and a connection file that is none, as OData errors', async () => {
    const wrong = await small.get('Scores?$format=csv&headers=fr');
    expect([wrong.status, wrong.json.error.code]).toEqual([400, 'ODATA_FORMAT_OPTION_INVALID']);
    const unknown = await small.get(`${small.address}/connect/Nothing.pbids`);
    expect([unknown.status, unknown.json.error.code]).toEqual([404, 'ODATA_CONNECT_FILE_UNKNOWN']);
  });
});
