import { metadataFaults } from './csdl/metadata-faults';
import { score, AWKWARD_NAME, SCORE_COUNT } from './clients/seed';
import { startSmallService, type SmallService } from './clients/small-service';
import { readPage, readPages, rowsOf } from './power-query/pages';

/** What people report of other services in their BI tools, each held against this one. */
let service: SmallService;
beforeAll(async () => {
  service = await startSmallService();
});
afterAll(() => service.stop());

const get = (address: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${service.root}${address}`, { headers });
const ids = (rows: readonly Readonly<Record<string, unknown>>[]): readonly unknown[] => rows.map(({ Id }) => Id);

describe('failures that people report of $metadata', () => {
  it.each(['', 'vi/'])(
    'wrong navigation property, wrong Edm attribute: the served document keeps the rules (%s)',
    async (names) => {
      const response = await get(`${names}$metadata`);
      expect(metadataFaults(await response.text())).toEqual([]);
    },
  );

  it('bad enum annotation: no annotation is a member of an enumeration', async () => {
    const text = await (await get('$metadata')).text();
    expect(text).toContain('<Annotation ');
    expect(text).not.toContain('EnumMember');
  });

  it('navigation property in a complex type: there is no complex type', async () => {
    const text = await (await get('$metadata')).text();
    expect(text).toContain('<NavigationProperty ');
    expect(text).not.toContain('<ComplexType');
  });

  it.each([
    'application/json',
    'application/json;odata.metadata=full',
    'text/html',
    '*/*',
    'application/json;q=1,application/xml;q=0.1',
  ])('$metadata as JSON because of the Accept header: it is XML for %s', async (accept) => {
    const response = await get('$metadata', { accept });
    expect(response.headers.get('content-type')).toMatch(/^application\/xml/);
    expect(await response.text()).toMatch(/^<\?xml /);
  });

  it('works as version 3 and not as version 4: everything says 4.0 to those who know 3.0 and 4.0', async () => {
    const headers = { maxdataserviceversion: '3.0', 'odata-maxversion': '4.0' };
    for (const address of ['', '$metadata', 'Scores?$top=1']) {
      const response = await get(address, headers);
      expect([response.status, response.headers.get('odata-version')]).toEqual([200, '4.0']);
      expect(response.headers.get('dataserviceversion')).toBeNull();
    }
    expect(await (await get('$metadata', headers)).text()).toContain('Version="4.0"');
  });
});

describe('failures that people report of filters', () => {
  it('an instant without an offset: refused with the place of the literal, not read in some time zone', async () => {
    const response = await get('Scores?$filter=RecordedAt ge 2024-01-01T00:00:00');
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(response.status).toBe(400);
    expect(error.code).toMatch(/^ODATA_/);
    expect(error.message).toContain('2024-01-01T00:00:00');
  });

  it('times of day do not fold: the time of an instant can be filtered on', async () => {
    const { value } = await readPage(`${service.root}Scores?$filter=time(RecordedAt) ge 00:00:00&$select=Id&$top=1`);
    expect(value).toEqual([expect.objectContaining({ Id: 'S001' })]);
  });
});

describe('failures that people report of expansions', () => {
  it('expanded columns empty: they are there when other columns are chosen', async () => {
    const page = await readPage(`${service.root}Scores?$select=Value&$expand=Measure($select=Code)&$orderby=Id&$top=2`);
    expect(page.value.map((row) => row['Measure'])).toEqual([
      expect.objectContaining({ Code: 'PAPI' }),
      expect.objectContaining({ Code: 'PCI' }),
    ]);
  });

  it.each([
    ['Scores?$top=1', 'Scores'],
    ['Scores?$top=1&$select=Id,Value', 'Scores(Id,Value)'],
    ['Scores?$top=1&$expand=Measure', 'Scores(Measure())'],
    ['Scores?$top=1&$select=Id&$expand=Measure($select=Code)', 'Scores(Id,Measure(Code))'],
    ["Scores('S001')", 'Scores/$entity'],
    ["Scores('S001')/Measure", 'Measures/$entity'],
    ["Measures('PCI')/Scores?$top=1", 'Scores'],
    ["Scores('S001')/Value", "Scores('S001')/Value"],
  ])('wrong @odata.context: that of %s', async (address, fragment) => {
    const page = await readPage(`${service.root}${address}`);
    expect(page['@odata.context']).toBe(`${service.root}$metadata#${fragment}`);
  });
});

describe('failures that people report of pages', () => {
  it.each([39, 40, 41, 80, 100, 130, 1000])('no next link together with $top: %d rows are all there', async (top) => {
    const pages = await readPages(`${service.root}Scores?$top=${String(top)}&$select=Id`);
    const rows = rowsOf(pages);
    expect(rows).toHaveLength(Math.min(top, SCORE_COUNT));
    expect(pages).toHaveLength(Math.ceil(rows.length / service.pageSize));
  });

  it('endless next link: the last page has none, also when it is full', async () => {
    const pages = await readPages(`${service.root}Scores?$filter=Id le 'S080'&$select=Id`);
    expect(pages.map(({ value }) => value.length)).toEqual([40, 40]);
    expect(pages[1]).not.toHaveProperty(['@odata.nextLink']);
  });

  it('quotes broken in $skiptoken: orders over texts with quotes and signs give every row once', async () => {
    const rows = rowsOf(await readPages(`${service.root}Scores?$orderby=Note desc,Id&$select=Id`));
    expect(new Set(ids(rows)).size).toBe(SCORE_COUNT);
    const quotas = rowsOf(await readPages(`${service.root}Quotas?$orderby=Name`, { prefer: 'odata.maxpagesize=1' }));
    expect(quotas.map(({ Name, Year }) => [Name, Year])).toEqual(
      expect.arrayContaining([
        ['An Giang', 2024],
        [AWKWARD_NAME, 2024],
        [AWKWARD_NAME, 2025],
      ]),
    );
    expect(quotas).toHaveLength(3);
  });

  it('skipping drifts while data changes: the pages are those of the moment of the first', async () => {
    const before = ids(rowsOf(await readPages(`${service.root}Scores?$orderby=Value desc,Id&$select=Id,Value`)));
    const changed = [
      { ...score(1), value: '99.0000' },
      { ...score(129), value: '0.1000' },
    ];
    const pages = await readPages(`${service.root}Scores?$orderby=Value desc,Id&$select=Id,Value`, {}, async (read) => {
      if (read === 1) await service.scores.publishScores(changed);
    });
    expect(ids(rowsOf(pages))).toEqual(before);
    const [first] = (await readPage(`${service.root}Scores?$orderby=Value desc,Id&$select=Id&$top=1`)).value;
    expect(first).toMatchObject({ Id: 'S001' });
    await service.scores.publishScores([score(1), score(129)]);
  });
});
