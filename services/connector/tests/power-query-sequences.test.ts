import { startSmallService, type SmallService } from './clients/small-service';
import { readPages, rowsOf, type Page } from './power-query/pages';
import { readSequences, type Expectation } from './power-query/sequence';

let service: SmallService;
beforeAll(async () => {
  service = await startSmallService();
});
afterAll(() => service.stop());

const only = (names: readonly string[], row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(names.map((name) => [name, row[name]]));

function checkRows(page: Page, expected: Expectation): void {
  if (expected.context !== undefined) expect(page['@odata.context']).toBe(`${service.root}${expected.context}`);
  if (expected.rows !== undefined) expect(page.value).toHaveLength(expected.rows);
  if (expected.nextLink !== undefined) expect(page['@odata.nextLink'] !== undefined).toBe(expected.nextLink);
  if (expected.entity !== undefined) expect(page).toMatchObject(expected.entity);
  if (expected.values === undefined) return;
  const names = Object.keys(expected.values[0] ?? {});
  expect(page.value.map((row) => only(names, row))).toEqual(expected.values);
}

describe.each(readSequences().map((sequence) => [sequence.title, sequence] as const))(
  'Power Query: %s',
  (_title, { headers: common, steps }) => {
    it.each(steps.map((step) => [step.does, step] as const))('%s', async (_does, { path, query = '', ...step }) => {
      const address = `${service.root}${path}${query === '' ? '' : `?${query}`}`;
      const headers = { ...common, ...step.headers };
      const response = await fetch(address, { headers });
      const text = await response.text();
      const { contentType = '', status } = step.expect;
      expect({ status: response.status, body: response.status === status ? '' : text }).toEqual({ status, body: '' });
      expect(response.headers.get('content-type')?.startsWith(contentType)).toBe(true);
      expect(response.headers.get('odata-version')).toBe('4.0');
      if (step.expect.text !== undefined) expect(text).toBe(step.expect.text);
      if (response.headers.get('content-type')?.startsWith('application/json') === true)
        checkRows(JSON.parse(text) as Page, step.expect);
      const { allRows, key = '' } = step.expect;
      if (allRows === undefined) return;
      const rows = rowsOf(await readPages(address, headers));
      expect(rows).toHaveLength(allRows);
      expect(new Set(rows.map((row) => row[key])).size).toBe(allRows);
    });
  },
);

describe('Power Query: addresses longer than 2,048 characters', () => {
  const ids = Array.from({ length: 120 }, (_, index) => `'S${String(index + 1).padStart(3, '0')}'`);
  const filter = ids.map((id) => `Id eq ${id}`).join(' or ');
  const query = `$filter=${encodeURIComponent(filter)}&$select=Id&$count=true`;

  it('are read as they are', async () => {
    expect(query.length).toBeGreaterThan(2048);
    const pages = await readPages(`${service.root}Scores?${query}`);
    expect(rowsOf(pages)).toHaveLength(120);
    expect(pages[0]?.['@odata.count']).toBe(120);
  });

  it('go in the body of POST …/$query, and their pages are followed by GET', async () => {
    const response = await fetch(`${service.root}Scores/$query`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', accept: 'application/json;odata.metadata=minimal' },
      body: query,
    });
    expect(response.status).toBe(200);
    const first = (await response.json()) as Page;
    const link = first['@odata.nextLink'];
    const rest = link === undefined ? [] : await readPages(new URL(link, service.root).href);
    expect(first['@odata.count']).toBe(120);
    expect(new Set(rowsOf([first, ...rest]).map(({ Id }) => Id)).size).toBe(120);
  });

  it('go in a $batch when EnableBatch is set', async () => {
    const body = [
      '--batch_1',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      '',
      `GET ${service.root}Scores?${query} HTTP/1.1`,
      'Accept: application/json;odata.metadata=minimal',
      '',
      '',
      '--batch_1--',
      '',
    ].join('\r\n');
    const response = await fetch(`${service.root}$batch`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/mixed; boundary=batch_1', 'odata-maxversion': '4.0' },
      body,
    });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toContain('HTTP/1.1 200');
    expect(text).toContain('"@odata.count":120');
  });
});
