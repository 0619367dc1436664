import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { statement } from '@lientinh/postgres';
import { canonicalJson, publishingMigrations } from '@lientinh/publishing';
import type { Subgraph } from '@lientinh/subgraph';
import { createTestDatabase, freePort, startProcess, type RunningProcess, type TestDatabase } from '@lientinh/testkit';
import { commandKey } from '../src/publish/sending';
import { lientinh, type Run } from './support/command-line';
import { CreateCliScores1795240000001, createPlatform } from './support/subgraph';

const ISSUER = join(__dirname, '../../identity/dist/src/issuer/main.js');
const HEADER = 'province_code,criterion_code,score\n';

const storedScores = statement(
  'list-cli-scores',
  z.object({ year: z.number(), province: z.string(), value: z.string() }),
  'select year, province, value::text as value from cli_score order by publication, province',
);

describe('lientinh', () => {
  let folder: string;
  let test: TestDatabase;
  let issuer: RunningProcess;
  let platform: Subgraph;
  let environment: Record<string, string>;
  let files = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cli-'));
    mkdirSync(join(folder, 'data'));
    const issuerUrl = `http://127.0.0.1:${await freePort()}`;
    issuer = await startProcess(
      ISSUER,
      { PORT: new URL(issuerUrl).port, ISSUER_DATA_DIR: join(folder, 'data', 'issuer'), LOG_LEVEL: 'error' },
      async () => (await fetch(`${issuerUrl}/.well-known/openid-configuration`)).ok,
    );
    test = await createTestDatabase([...publishingMigrations, CreateCliScores1795240000001]);
    platform = await createPlatform(test.url, issuerUrl, join(folder, 'receipt-keys.json'));
    environment = {
      LIENTINH_URL: await platform.listen('127.0.0.1', 0),
      OIDC_ISSUER: issuerUrl,
      LIENTINH_DATA: join(folder, 'data'),
      LIENTINH_LANGUAGE: 'en',
    };
  });
  afterAll(async () => {
    await platform.stop();
    await issuer.stop();
    await test.destroy();
    rmSync(folder, { recursive: true });
  });

  const run = (...parameters: string[]): Promise<Run> => lientinh(parameters, environment);

  function write(content: string | Buffer, ending = 'csv'): string {
    const file = join(folder, `file-${(files += 1)}.${ending}`);
    writeFileSync(file, content);
    return file;
  }

  const publish = (file: string, ...more: string[]): Promise<Run> =>
    run('publish', 'scores', file, '--as', 'papi', '--index', 'PAPI', '--status', 'PUBLISHED', ...more);
  const valuesOf = async (year: number) =>
    (await test.database.reader.all(storedScores))
      .filter((row) => row.year === year)
      .map(({ province, value }) => [province, value]);

  it('prints a token', async () => {
    const { status, out } = await run('token', 'papi');
    expect(status).toBe(0);
    expect(out.trim().split('.')).toHaveLength(3);
  });

  it('names the clients when one is not known', async () => {
    const { status, notes } = await run('token', 'nobody');
    expect(status).toBe(2);
    expect(notes).toMatch(/CLI_CLIENT_UNKNOWN.*kon-tum.*papi/);
  });

  it('publishes a CSV once, however often the command is repeated', async () => {
    const file = write(`${HEADER}01,1,5.5\n02,1,6.25\n`);
    const first = await publish(file, '--year', '2011');
    expect(first).toMatchObject({ status: 0 });
    expect(first.out).toMatch(/^scores: scores-\d+ \(2 rows\), ledger \d+ sha256:/);
    const again = await publish(file, '--year', '2011');
    expect(again.out).toContain('accepted before');
    expect(await valuesOf(2011)).toEqual([
      ['01', '5.5'],
      ['02', '6.25'],
    ]);
  });

  it.each([
    ['ndjson', '{"province_code":"01","criterion_code":"1","score":5.5}\n'],
    ['json', '[{"province_code":"01","criterion_code":"1","score":5.5}]'],
  ])('publishes %s', async (ending, content) => {
    const year = ending === 'json' ? '2012' : '2013';
    expect(await publish(write(content, ending), '--year', year)).toMatchObject({ status: 0 });
    expect(await valuesOf(Number(year))).toEqual([['01', '5.5']]);
  });

  it('makes a publication for each year of a file, and names the lines of that file', async () => {
    const mixed = (second: string) => `year,${HEADER}2014,01,1,5\n2015,01,1,${second}\n2014,02,1,7\n`;
    const bad = await publish(write(mixed('"5,5"')));
    expect(bad.status).toBe(1);
    expect(bad.out).toMatch(/scores 2014: scores-/);
    expect(bad.out).toMatch(/│ 3\s+│ score\s+│ NUMBER_DECIMAL_COMMA\s+│ 5,5/);
    const good = await publish(write(mixed('5.5')), '--key', 'fixed', '--json');
    expect(JSON.parse(good.out)).toMatchObject([
      { status: 'ACCEPTED', acceptedRows: 2 },
      { status: 'ACCEPTED', acceptedRows: 1 },
    ]);
    expect(await valuesOf(2015)).toEqual([['01', '5.5']]);
    const one = await publish(write(mixed('5.75')), '--year', '2015', '--json');
    expect(JSON.parse(one.out)).toMatchObject({ status: 'ACCEPTED', acceptedRows: 1 });
  });

  it('leaves what it cannot take apart for the platform to report', async () => {
    const windows = Buffer.concat([Buffer.from(`year,${HEADER}2016,01,1,`), Buffer.from([0xd0, 0x0a])]);
    const { status, out } = await publish(write(windows));
    expect(status).toBe(1);
    expect(out).toContain('FILE_WINDOWS_1258');
    const cut = await publish(write(`year,${HEADER}2016,01,1,5`));
    expect(cut.out).toContain('FILE_CUT');
  });

  it('checks without writing', async () => {
    const { status, out } = await publish(write(`${HEADER}01,1,5\n`), '--year', '2017', '--dry-run');
    expect(status).toBe(0);
    expect(out).toContain('dry run');
    expect(await valuesOf(2017)).toEqual([]);
  });

  it('tells problems as JSON for programs and in Vietnamese for clerks', async () => {
    const file = write(`${HEADER}01,1,x\n`);
    const { status, out } = await publish(file, '--year', '2018', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      status: 'REJECTED',
      problems: [{ line: 2, column: 3, code: 'NUMBER_INVALID' }],
    });
    const vietnamese = await lientinh(
      ['publish', 'scores', file, '--as', 'papi', '--index', 'PAPI', '--year', '2018', '--status', 'PUBLISHED'],
      { ...environment, LIENTINH_LANGUAGE: 'vi' },
    );
    expect(vietnamese.out).toContain('bị từ chối');
  });

  it.each([
    ['a right that is missing', ['--index', 'PCI'], 1, /NOT_PERMITTED/],
    ['a parameter that the data set does not take', ['--province', '62'], 1, /BULK_PARAMETER_UNKNOWN/],
    ['a status that does not exist', ['--status', 'FINAL'], 2, /choices/],
  ])('refuses %s', async (_name, options, status, notes) => {
    const answer = await publish(write(`${HEADER}01,1,5\n`), '--year', '2019', ...options);
    expect(answer.status).toBe(status);
    expect(answer.notes).toMatch(notes);
    expect(await valuesOf(2019)).toEqual([]);
  });

  it.each([
    ['a file that is not there', ['publish', 'scores', 'nowhere.csv', '--as', 'papi'], /CLI_FILE_NOT_READABLE/],
    ['an ending that it does not know', ['publish', 'scores', 'scores.xlsx', '--as', 'papi'], /CLI_FILE_KIND_UNKNOWN/],
    [
      'a data set that does not exist',
      ['publish', 'salaries', 'a.csv', '--as', 'papi'],
      /CLI_DATASET_UNKNOWN.*procedures/,
    ],
    ['a plan as CSV', ['publish', 'plan', '{csv}', '--as', 'kon-tum', '--province', '62'], /CLI_INPUT_NOT_USABLE/],
    ['a command that does not exist', ['punblish'], /unknown command/],
  ])('sends nothing for %s', async (_name, parameters, notes) => {
    const file = write(HEADER);
    const answer = await run(...parameters.map((parameter) => (parameter === '{csv}' ? file : parameter)));
    expect(answer.status).toBe(2);
    expect(answer.notes).toMatch(notes);
  });

  it('says what to do when nobody answers', async () => {
    const port = await freePort();
    const parameters = ['publish', 'scores', write(`${HEADER}01,1,5\n`), '--as', 'papi'];
    const { status, notes } = await lientinh(parameters, { ...environment, LIENTINH_URL: `http://127.0.0.1:${port}` });
    expect(status).toBe(2);
    expect(notes).toMatch(/ECONNREFUSED[\s\S]*repeat this very command/);
  });

  it('sends a plan as text to the graph', async () => {
    const seen: string[] = [];
    const receipt = { status: 'ACCEPTED', acceptedRows: 3, replayed: false, signed: null, problems: [] };
    const publication = { id: 'plan-1', ledgerSequence: 1, ledgerHash: 'sha256:0', contentHash: 'sha256:1' };
    const server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        seen.push(request.headers.authorization ?? '', body);
        response.end(JSON.stringify({ data: { publishPlan: { ...receipt, publication } } }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const parameters = ['publish', 'plan', write('KẾ HOẠCH\n', 'txt'), '--as', 'kon-tum', '--province', '62'];
    const { status, out } = await lientinh(parameters, { ...environment, LIENTINH_URL: url });
    await new Promise((resolve) => server.close(resolve));
    expect({ status, out }).toEqual({ status: 0, out: 'plan: plan-1 (3 rows), ledger 1 sha256:0\n' });
    expect(seen[0]).toMatch(/^Bearer ey/);
    const { variables } = JSON.parse(seen[1] ?? '') as { variables: { input: object } };
    expect(variables.input).toMatchObject({
      province: '62',
      text: 'KẾ HOẠCH\n',
      dryRun: false,
      idempotencyKey: expect.stringMatching(/^cli-[0-9a-f]{40}$/),
    });
  });

  it('sends operations from text and files, with variables', async () => {
    const text = 'query Greet($name: String!) { greeting(name: $name) }';
    const answer = await run('query', text, '--variables', '{"name":"Huế"}');
    expect(JSON.parse(answer.out)).toEqual({ greeting: 'xin chào Huế' });
    const fromFiles = await run(
      'query',
      write(text, 'graphql'),
      '--variables',
      write('{"name":"Vinh"}', 'json'),
      '--as',
      'papi',
    );
    expect(JSON.parse(fromFiles.out)).toEqual({ greeting: 'xin chào Vinh' });
    const wrong = await run('query', '{ nothing }');
    expect(wrong.status).toBe(1);
    expect(wrong.notes).toContain('GRAPHQL_VALIDATION_FAILED');
    expect(await run('query', text, '--variables', '[1]')).toMatchObject({ status: 2 });
  });

  it('exports a ledger and proves it and a receipt, also without the platform', async () => {
    const receipt = join(folder, 'receipt.json');
    writeFileSync(receipt, (await publish(write(`${HEADER}03,1,5\n`), '--year', '2020', '--json')).out);
    const ledger = join(folder, 'ledger.ndjson');
    expect(await run('export', 'scores', '--output', ledger)).toMatchObject({ status: 0 });
    expect((await run('export', 'scores')).out).toBe(readFileSync(ledger, 'utf8'));
    const keys = join(folder, 'keys.json');
    writeFileSync(keys, await (await fetch(`${environment['LIENTINH_URL']}/receipt-keys`)).text());

    const walked = await run('verify', '--ledger', ledger);
    expect(walked).toMatchObject({ status: 0 });
    expect(walked.out).toMatch(/^SCORES: \d+ entries fit/);
    const alone = { ...environment, LIENTINH_URL: 'http://127.0.0.1:9' };
    const proven = await lientinh(['verify', receipt, '--ledger', ledger, '--keys', keys], alone);
    expect(proven).toMatchObject({ status: 0 });
    expect(proven.out).toMatch(/RECEIPT OF A PUBLICATION[\s\S]*Signature: good\.[\s\S]*Ledger: the entry is there\./);
    expect((await run('verify', receipt)).out).toContain('Signature: good.');

    const lines = readFileSync(ledger, 'utf8').split('\n');
    lines[1] = (lines[1] ?? '').replace('"papi"', '"pci"');
    const broken = await run('verify', receipt, '--ledger', write(lines.join('\n'), 'ndjson'), '--keys', keys);
    expect(broken.status).toBe(1);
    expect(broken.out).toMatch(/BROKEN at entry 2 \(HASH\)[\s\S]*LEDGER_BROKEN/);
    expect((await run('verify', write('{"signed":"a.b.c"}', 'json'), '--keys', keys)).out).toContain('MALFORMED');
    expect(await run('verify')).toMatchObject({ status: 2 });
  });

  it('proves which file a receipt was given for, also of rows that viewers do not see, whose ledger confirms no guess', async () => {
    const rows = (value: string) => `${HEADER}62,1,${value}\n`;
    const values = Array.from({ length: 1_001 }, (_, hundredths) => String(hundredths / 100));
    const kept = async (name: string, status: string, file: string, ...more: string[]): Promise<string> => {
      const path = join(folder, name);
      writeFileSync(path, (await publish(file, '--status', status, '--json', ...more)).out);
      return path;
    };
    const file = write(rows('7.77'));
    const claimed = await kept('claim.json', 'SELF_ASSESSED', file, '--year', '2021');
    const guesses = (status: string, ledger: string) =>
      values.filter((value) => {
        const parameters = { index: 'PAPI', status, year: '2021' };
        const hash = createHash('sha256').update(rows(value)).digest('hex');
        const scope = { index: 'PAPI', year: '2021', status, coverage: 'PARTIAL' };
        const content = createHash('sha256').update(`${canonicalJson({ format: 'csv', scope })}\n${rows(value)}`);
        return [commandKey('scores', hash, parameters), content.digest('hex')].some((text) => ledger.includes(text));
      });
    expect(guesses('SELF_ASSESSED', (await run('export', 'scores')).out)).toEqual([]);
    const open = await kept('open.json', 'APPRAISED', file, '--year', '2021');
    expect(guesses('APPRAISED', (await run('export', 'scores')).out)).toEqual(['7.77']);

    for (const receipt of [claimed, open]) {
      expect(await run('verify', receipt, '--file', file)).toMatchObject({
        status: 0,
        out: expect.stringContaining('Content: just the file'),
      });
      const other = await run('verify', receipt, '--file', write(rows('7.78')));
      expect([other.status, other.out]).toEqual([1, expect.stringContaining('CONTENT_DIFFERS')]);
    }
    expect((await run('verify', claimed)).out).toMatch(
      /Idempotency key\s+cli-[0-9a-f]{40}\n[\s\S]*Salt \(keep secret\)/,
    );
    const years = write(`year,${HEADER}2022,01,1,5\n2023,01,1,6\n`);
    expect((await run('verify', await kept('years.json', 'PUBLISHED', years), '--file', years)).status).toBe(0);
    const json = write('[{"province_code":"02","criterion_code":"1","score":5.5}]', 'json');
    const fromJson = await kept('json.json', 'PUBLISHED', json, '--year', '2022');
    expect((await run('verify', fromJson, '--file', json)).status).toBe(0);
    expect((await run('verify', '--ledger', file, '--file', file)).status).toBe(2);
  });

  it('examines the surroundings', async () => {
    const { status, out } = await run('doctor', '--as', 'papi');
    expect(out).toMatch(/OK │ Node\.js/);
    expect(out).toMatch(/OK │ Ready/);
    expect(out).toMatch(/OK │ Token: papi/);
    expect(status).toBe(0);
    const down = await lientinh(['doctor'], { ...environment, LIENTINH_URL: `http://127.0.0.1:${await freePort()}` });
    expect(down.status).toBe(1);
    expect(down.out).toMatch(/!! │ Port: gateway.*npm start/);
  });
});
