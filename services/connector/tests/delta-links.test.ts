import { startSmallConnector, type Json, type SmallConnector } from './support/small-connector';

let small: SmallConnector;
beforeEach(async () => {
  small = await startSmallConnector();
  await small.scores.publishScores(
    Array.from({ length: 12 }, (_, place) => ({
      id: `s${String(place).padStart(2, '0')}`,
      value: `${place}.0`,
      provinceCode: place % 2 === 0 ? '46' : '01',
    })),
  );
});
afterEach(() => small.close());

const deltaLink = ({ last }: { readonly last: Json }): string =>
  (last['@odata.deltaLink'] ?? last['@deltaLink']) as string;
const idsOf = (rows: readonly Record<string, unknown>[]): unknown[] =>
  rows.map((row) => row['Id'] ?? row['id'] ?? row['@id']);

describe('a delta link', () => {
  it('is at the end of a whole result, on its last page, and says so to those who prefer it', async () => {
    const first = await small.get('Scores', { prefer: 'odata.track-changes' });
    expect(first.headers.get('preference-applied')).toBe('odata.track-changes');
    expect(first.json).not.toHaveProperty('@odata.deltaLink');
    const { last } = await small.pages('Scores');
    expect(last['@odata.deltaLink']).toMatch(/Scores\?\$deltatoken=[A-Za-z0-9_-]+$/);
  });

  it.each([
    'Scores?$top=5',
    'Scores?$skip=1',
    'Scores?$expand=Measure',
    'Scores?$select=Value',
    'Measures',
    'Deletions',
    `Measures('PAPI')/Scores`,
    'Scores?$apply=aggregate($count as Rows)',
    `Scores?$compute=Year add 1 as Next`,
  ])('is not given where changes cannot be told: %s', async (path) => {
    const { last } = await small.pages(path, { prefer: 'track-changes' });
    expect(last).not.toHaveProperty('@odata.deltaLink');
    expect((await small.get(path, { prefer: 'track-changes' })).headers.get('preference-applied')).toBeNull();
  });

  it('leads to what changed since: rows, and rows that are no more, and on to the next changes', async () => {
    const link = deltaLink(await small.pages('Scores'));
    expect((await small.get(link)).json.value).toEqual([]);
    await small.scores.publishScores([
      { id: 's01', value: '100.5' },
      { id: 'new', value: '7.0' },
    ]);
    await small.scores.retractScores(['s03', 's05']);
    const { json } = await small.get(link);
    expect(json['@odata.context']).toBe(`${small.address}/odata/v4/$metadata#Scores/$delta`);
    expect(json.value).toEqual([
      expect.objectContaining({ Id: 'new', Value: 7 }),
      expect.objectContaining({ Id: 's01', Value: 100.5 }),
      ...['s03', 's05'].map((id) => ({
        '@odata.context': `${small.address}/odata/v4/$metadata#Scores/$deletedEntity`,
        id: `${small.address}/odata/v4/Scores('${id}')`,
        reason: 'deleted',
      })),
    ]);
    const next = json['@odata.deltaLink'] as string;
    expect((await small.get(next)).json.value).toEqual([]);
    await small.scores.publishScores([{ id: 's03', value: '3.3' }]);
    expect(idsOf((await small.get(next)).json.value)).toEqual(['s03']);
    // From the first state on, the row is there again: changed, and not deleted.
    const again = (await small.get(link)).json.value;
    expect(idsOf(again)).toEqual(['new', 's01', 's03', `${small.address}/odata/v4/Scores('s05')`]);
  });

  it('tells of removals in the manner of 4.01', async () => {
    const headers = { 'odata-maxversion': '4.01' };
    const link = deltaLink(await small.pages('Scores', headers));
    const first = await small.get('Scores', headers);
    const last = await small.get(first.json['@nextLink'] as string, headers);
    expect(last.json['@deltaLink']).toBe(link.replace(/^.*(?=Scores)/, `${small.address}/odata/v4/`));
    await small.scores.retractScores(['s03']);
    const { json } = await small.get(last.json['@deltaLink'] as string, headers);
    expect(json['@context']).toMatch(/#Scores\/\$delta$/);
    expect(json.value).toEqual([
      { '@removed': { reason: 'deleted' }, '@id': `${small.address}/odata/v4/Scores('s03')` },
    ]);
  });

  it('tells rows that no longer match the filter as removed', async () => {
    const link = deltaLink(await small.pages(`Scores?$filter=Value ge 6`));
    await small.scores.publishScores([
      { id: 's07', value: '1.0' },
      { id: 's08', value: '80.0' },
      { id: 's09', value: null },
    ]);
    const { value } = (await small.get(link)).json;
    expect(value).toHaveLength(3);
    expect(value.filter((row) => row['reason'] === 'changed').map((row) => row['id'])).toEqual([
      `${small.address}/odata/v4/Scores('s07')`,
      `${small.address}/odata/v4/Scores('s09')`,
    ]);
    expect(value.find((row) => row['Id'] === 's08')).toMatchObject({ Value: 80 });
  });

  it('goes over pages, changes and removals alike, and each is told once', async () => {
    const link = deltaLink(await small.pages('Scores'));
    const changed = Array.from({ length: 7 }, (_, place) => `s0${place}`);
    await small.scores.publishScores(changed.map((id) => ({ id, value: '55.0' })));
    await small.scores.retractScores(['s07', 's08', 's09', 's10', 's11']);
    const rows: Record<string, unknown>[] = [];
    let next: string | undefined = link;
    let pages = 0;
    while (next !== undefined) {
      const { json } = await small.get(next, { prefer: 'maxpagesize=3' });
      expect(json.value.length).toBeLessThanOrEqual(3);
      rows.push(...json.value);
      pages += 1;
      // What comes between two pages belongs to the next delta.
      if (pages === 2) await small.scores.retractScores(['s00']);
      next = json['@odata.nextLink'] as string | undefined;
      if (next === undefined) {
        const after = await small.get(json['@odata.deltaLink'] as string);
        expect(idsOf(after.json.value)).toEqual([`${small.address}/odata/v4/Scores('s00')`]);
      }
    }
    expect(pages).toBe(4);
    expect(idsOf(rows)).toEqual([
      ...changed,
      ...['s07', 's08', 's09', 's10', 's11'].map((id) => `${small.address}/odata/v4/Scores('${id}')`),
    ]);
  });

  it('keeps to the caller’s province', async () => {
    const headers = { 'x-test-scope': JSON.stringify({ provinceCode: '46' }) };
    const all = await small.pages('Scores', headers);
    expect(all.rows).toHaveLength(6);
    const first = await small.get('Scores', headers);
    await small.scores.publishScores([
      { id: 's00', value: '9.0', provinceCode: '46' },
      { id: 's01', value: '9.0', provinceCode: '01' },
    ]);
    await small.scores.retractScores(['s02', 's03']);
    const { value } = (await small.get(first.json['@odata.deltaLink'] as string, headers)).json;
    expect(idsOf(value)).toEqual(['s00', `${small.address}/odata/v4/Scores('s02')`]);
    expect((await small.get(first.json['@odata.deltaLink'] as string)).json.error.code).toBe(
      'ODATA_TOKEN_OF_OTHER_QUERY',
    );
  });

  it('has the addresses of rows with keys of several properties, in the names of the root that was asked', async () => {
    await small.quotas.publishQuotas([{ name: "Huế 'A', B=1", year: 2024, amount: '1.00' }]);
    const roots = [`${small.address}/odata/v4/Quotas`, `${small.address}/odata/v4/vi/${encodeURIComponent('Hạn_mức')}`];
    const links = await Promise.all(roots.map(async (root) => deltaLink(await small.pages(root))));
    await small.quotas.retractQuotas(["Huế 'A', B=1"]);
    for (const [index, link] of links.entries()) {
      const [row] = (await small.get(link)).json.value;
      const id = row?.['id'] as string;
      expect(id.startsWith(roots[index] ?? '')).toBe(true);
      expect(decodeURIComponent(id)).toMatch(
        index === 0 ? /\(Name='Huế ''A'', B=1',Year=2024\)$/ : /\(Tên_hạn_mức='Huế ''A'', B=1',Năm=2024\)$/,
      );
      // The row is gone, and its address is well made.
      expect((await small.get(id)).status).toBe(404);
    }
  });
});
