import { biSets } from '@lientinh/bi';
import type { CodedError } from '@lientinh/errors';
import { conditionOfShortFilters } from '../src/http/short-filters';
import { createModel, findSet } from '../src/model';
import { EVERYTHING, planOf, WHOLE } from './support/plan-database';
import { startSmallConnector, type Answer, type SmallConnector } from './support/small-connector';

let small: SmallConnector;
beforeAll(async () => {
  small = await startSmallConnector();
  await small.scores.publishScores(
    Array.from({ length: 48 }, (_, number) => ({
      id: `s${String(number).padStart(2, '0')}`,
      year: 2016 + (number % 4),
      provinceCode: number % 2 === 0 ? '46' : '62',
      provinceId: number % 2 === 0 ? '46@2004-01-01' : '62@2004-01-01',
      value: String(number),
    })),
  );
});
afterAll(() => small.close());

const idsOf = (rows: readonly Record<string, unknown>[]): readonly unknown[] => rows.map(({ Id }) => Id).sort();
const rowsOf = async (path: string): Promise<readonly unknown[]> => idsOf((await small.pages(path)).rows);
const where = (filter: string): string => `Scores?$filter=${encodeURIComponent(filter)}`;
const refused = async (path: string): Promise<Answer['json']['error']> => {
  const { status, json } = await small.get(path);
  expect(status).toBe(400);
  return json.error;
};

describe('short filters at an entity set', () => {
  it.each([
    ['Scores?year=2018', 'Year eq 2018'],
    ['Scores?provinces=62', "ProvinceCode eq '62'"],
    ['Scores?year=2016,2018&provinces=46,62', "Year in (2016,2018) and ProvinceCode in ('46','62')"],
    ['Scores?YEAR=2018', 'Year eq 2018'],
    ['Scores?$filter=Value gt 40 or Value lt 4&year=2018', '(Value gt 40 or Value lt 4) and Year eq 2018'],
    ['Scores?filter=Value gt @least&@least=40&Year=2018', 'Value gt 40 and Year eq 2018'],
    ["Measures('PAPI')/Scores?year=2018", 'Year eq 2018'],
  ])('mean the same as $filter: %s', async (path, filter) => {
    const rows = await rowsOf(path);
    expect(rows).toEqual(await rowsOf(where(filter)));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(48);
  });

  it('have their names in both service roots, and no others', async () => {
    const inVietnamese = await small.get(
      `${small.address}/odata/v4/vi/${encodeURIComponent('Điểm_số')}?year=2018&$count=true`,
    );
    expect(inVietnamese.json['@odata.count']).toBe(12);
  });

  it('count, are answered as files, and come in batches and in bodies', async () => {
    expect((await small.get('Scores/$count?year=2018')).text).toBe('12');
    const csv = (await small.get('Scores?year=2018&$select=Year&$format=csv')).text.trim().split('\r\n');
    expect(new Set(csv.slice(1))).toEqual(new Set(['2018']));
    expect(csv).toHaveLength(13);
    const posted = await small.send(
      'POST',
      'Scores/$query?provinces=62',
      { 'content-type': 'text/plain' },
      'year=2017&$count=true',
    );
    expect(posted.json['@odata.count']).toBe(12);
    const requests = [{ id: '1', method: 'GET', url: 'Scores?year=2018&$count=true' }];
    const batch = await small.send(
      'POST',
      '$batch',
      { 'content-type': 'application/json' },
      JSON.stringify({ requests }),
    );
    expect(batch.json['responses']).toMatchObject([{ status: 200, body: { '@odata.count': 12 } }]);
  });

  it('take rows before the steps of $apply', async () => {
    const { json } = await small.get('Scores?year=2018&$apply=groupby((ProvinceCode),aggregate($count as Rows))');
    expect(json.value).toEqual([expect.objectContaining({ ProvinceCode: '46', Rows: 12 })]);
  });

  it('stay on every page and in the changes since', async () => {
    const { rows, pages, last } = await small.pages('Scores?provinces=62', { prefer: 'odata.maxpagesize=7' });
    expect([rows.length, pages]).toEqual([24, 4]);
    const delta = String(last['@odata.deltaLink']);
    expect(delta).toContain('provinces=62');
    await small.scores.publishScores([
      { id: 's01', year: 2017, provinceCode: '62', value: '7' },
      { id: 's02', year: 2018, provinceCode: '46', value: '7' },
    ]);
    const changes = (await small.get(delta)).json.value;
    expect(changes.filter((row) => 'Id' in row)).toEqual([expect.objectContaining({ Id: 's01' })]);
    expect(changes.filter((row) => !('Id' in row))).toHaveLength(1);
  });

  it('bind tokens and ETags', async () => {
    const first = await small.get('Scores?provinces=62', { prefer: 'odata.maxpagesize=7' });
    const next = String(first.json['@odata.nextLink']);
    expect((await refused(next.replace('provinces=62', 'provinces=46'))).code).toBe('ODATA_TOKEN_OF_OTHER_QUERY');
    expect((await refused(next.replace('provinces=62&', ''))).code).toBe('ODATA_TOKEN_OF_OTHER_QUERY');
    const etags = await Promise.all(
      ['Scores', 'Scores?year=2017', 'Scores?year=2018'].map(async (path) =>
        (await small.get(path)).headers.get('etag'),
      ),
    );
    expect(new Set(etags).size).toBe(3);
    const again = await small.get('Scores?year=2018', { 'if-none-match': etags[2] ?? '' });
    expect(again.status).toBe(304);
  });

  it('take the code that a spreadsheet has left of it, and name the value that is none', async () => {
    const rankings = findSet(createModel(biSets, 'en'), 'Rankings');
    if (rankings === null) throw new Error('there are rankings');
    const conditions = conditionOfShortFilters(rankings, [
      ['provinces', '8, 62'],
      ['index', 'par index'],
    ]);
    expect(conditions).toBe("ProvinceCode in ('08','62') and IndexCode eq 'PAR_INDEX'");
    const { innererror } = await refused('Scores?provinces=46,Kon Tum,62');
    expect(innererror['vi']).toContain('không nhận "Kon Tum"');
    expect(innererror['vi']).toContain('Provinces?$search=');
  });

  it.each([
    ['provinces', 'Kon Tum'],
    ['criteria', 'Công khai, minh bạch'],
  ])('name an address of the product where codes of %s are looked up', (name, value) => {
    const model = createModel(biSets, 'en');
    const rankings = findSet(model, 'Rankings');
    if (rankings === null) throw new Error('there are rankings');
    const told = ((): string => {
      try {
        return conditionOfShortFilters(rankings, [[name, value]]) ?? '';
      } catch (error) {
        return (error as CodedError).text.vi;
      }
    })();
    const [, address = ''] = /\/odata\/v4\/(\S.*)\.$/.exec(told) ?? [];
    expect(planOf(address, EVERYTHING, WHOLE, model).columns.length).toBeGreaterThan(0);
  });

  it.each([
    ['Scores?index=PAPI', 'ODATA_SHORTCUT_NOT_HERE', 'index'],
    ['Measures?year=2018', 'ODATA_SHORTCUT_NOT_HERE', 'year'],
    ['?year=2018', 'ODATA_SHORTCUT_NOT_HERE', 'year'],
    ['Scores?year=18', 'ODATA_SHORTCUT_INVALID', 'year'],
    ["Scores?provinces=46' or '1", 'ODATA_SHORTCUT_INVALID', 'provinces'],
    ['Scores?provinces=', 'ODATA_SHORTCUT_INVALID', 'provinces'],
    ['Scores?year=2018&Year=2019', 'ODATA_OPTION_TWICE', 'Year'],
    ["Scores('s01')?year=2018", 'ODATA_OPTION_NOT_APPLICABLE', '$filter'],
  ])('are refused where they cannot filter: %s', async (path, code, target) => {
    expect(await refused(path)).toMatchObject({ code, target });
  });
});

describe('an option that would be lost', () => {
  it.each([
    ['Scores?fitler=Year eq 2018', '$filter'],
    ['Scores?Filters=Year eq 2018', '$filter'],
    ['Scores?$fitler=Year eq 2018', '$filter'],
    ['Scores?$year=2018', 'year=2018'],
    ['Scores?$Provinces=62', 'provinces=62'],
    ['Scores?years=2018', 'year'],
    ['Scores?province=62', 'provinces'],
    ['Scores?$index=PAPI', 'index=PAPI'],
    ['Scores?ProvinceCode=62', "$filter=ProvinceCode eq '62'"],
    ['Scores?measure_code=PAPI', "$filter=MeasureCode eq 'PAPI'"],
    ['Scores/$count?years=2018', 'year'],
  ])('is refused with the one that is meant: %s', async (path, meant) => {
    const { code, message, innererror } = await refused(path);
    expect(code).toBe('ODATA_OPTION_UNKNOWN');
    expect(message).toContain(meant);
    expect(innererror['vi']).toContain(meant);
  });

  it.each(["Scores?$filter=Year eq 2018 && ProvinceCode eq '62'", "Scores?$filter=Year eq 2018&ProvinceCode eq '62'"])(
    'is refused where an & cuts a condition: %s',
    async (path) => {
      expect(await refused(path)).toMatchObject({ code: 'ODATA_OPTION_CUT' });
    },
  );

  it('is ignored where it is foreign, with aliases and options of files', async () => {
    const { json } = await small.get(
      'Scores?utm_source=mail&_=1&sv=2020&api-version=7&$index=1&$schemaversion=*&headers=vi&@p=1&$count=true',
    );
    expect(json['@odata.count']).toBe(48);
  });
});
