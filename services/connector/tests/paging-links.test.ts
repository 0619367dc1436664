import fc from 'fast-check';
import { connectorOver, startSmallConnector, type SmallConnector } from './support/small-connector';

let small: SmallConnector;
const ids = (rows: readonly Record<string, unknown>[]): unknown[] => rows.map((row) => row['Id']);
const id = (number: number): string => `s${String(number).padStart(3, '0')}`;
const range = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, place) => id(from + place));

beforeAll(async () => {
  small = await startSmallConnector();
  await small.scores.publishScores(
    range(0, 45).map((one, place) => ({
      id: one,
      year: 2020 + (place % 3),
      value: place % 4 === 0 ? null : `${place % 7}.5`,
      note: `Ghi chú ${place}`,
    })),
  );
  await small.quotas.publishQuotas([
    ...[
      "O'Brien",
      `"x" & y=z+%27`,
      'Thừa Thiên Huế',
      '🌏 / ? #',
      "'''",
      'a\\b',
      'Đắk Lắk',
      '  ',
      "it''s",
      'ÿ',
      'e\u0301',
      'é',
    ].flatMap((name) => [
      { name, year: 2024, amount: '1.50' },
      { name, year: 2025, amount: '12345678901234567.89' },
    ]),
  ]);
});
afterAll(() => small.close());

describe('pages', () => {
  it('give every row once, in order, and end', async () => {
    const { rows, pages, last } = await small.pages('Scores');
    expect(ids(rows)).toEqual(range(0, 45));
    expect(pages).toBe(5);
    expect(last).not.toHaveProperty('@odata.nextLink');
  });

  it('end without a link when the last page is just full', async () => {
    const { rows, pages } = await small.pages(`Scores?$filter=Id lt '${id(20)}'`);
    expect(ids(rows)).toEqual(range(0, 20));
    expect(pages).toBe(2);
  });

  it.each([5, 10, 11, 23, 44, 45, 46, 1000])('go on with $top=%d until it is reached', async (top) => {
    const { rows, last } = await small.pages(`Scores?$top=${top}`);
    expect(ids(rows)).toEqual(range(0, Math.min(top, 45)));
    expect(last).not.toHaveProperty('@odata.deltaLink');
  });

  it('skip once, and not on every page', async () => {
    expect(ids((await small.pages('Scores?$skip=7')).rows)).toEqual(range(7, 45));
    expect(ids((await small.pages('Scores?$skip=7&$top=25')).rows)).toEqual(range(7, 32));
  });

  it('have none for $top=0, and no link', async () => {
    const { json } = await small.get('Scores?$top=0&$count=true');
    expect(json).toMatchObject({ value: [], '@odata.count': 45 });
    expect(json).not.toHaveProperty('@odata.nextLink');
  });

  it('count the whole result on the first page only', async () => {
    const first = await small.get('Scores?$count=true&$top=30&$filter=Year eq 2021');
    expect(first.json['@odata.count']).toBe(15);
    const next = await small.get(first.json['@odata.nextLink'] as string);
    expect(next.json).not.toHaveProperty('@odata.count');
    expect(next.json.value).toHaveLength(5);
  });

  it('follow any order, nulls and ties in it', async () => {
    const all = await small.get('Scores?$orderby=Value desc,Year&$top=10', { prefer: 'maxpagesize=10' });
    const { rows } = await small.pages('Scores?$orderby=Value desc,Year&$select=Id,Value,Year');
    expect(new Set(ids(rows)).size).toBe(45);
    expect(ids(rows.slice(0, 10))).toEqual(ids(all.json.value));
    const values = rows.map((row) => (row['Value'] as number | null) ?? -1);
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });

  it('keep quotes, percent signs and any Unicode of keys in the token', async () => {
    const { rows, pages } = await small.pages('Quotas?$orderby=Name desc,Year', {});
    expect(pages).toBe(3);
    expect(rows).toHaveLength(24);
    expect(new Set(rows.map((row) => `${String(row['Name'])}|${String(row['Year'])}`)).size).toBe(24);
    for (const size of [1, 2, 3]) {
      const link = await small.get('Quotas', { prefer: `odata.maxpagesize=${size}` });
      expect(link.json.value).toHaveLength(size);
      expect(link.json['@odata.nextLink']).toMatch(/\$skiptoken=[A-Za-z0-9_-]+$/);
    }
  });

  it('keep the select, the filter, the expansions and their context', async () => {
    const path = `Scores?$filter=contains(Note,'Ghi chú')&$select=Id,Note&$expand=Measure($select=NameVi)`;
    const first = await small.get(path);
    const second = await small.get(first.json['@odata.nextLink'] as string);
    expect(second.json['@odata.context']).toBe(first.json['@odata.context']);
    expect(second.json['@odata.context']).toBe(`${small.address}/odata/v4/$metadata#Scores(Id,Note,Measure(NameVi))`);
    for (const { value } of [first.json, second.json])
      expect(value).toEqual(
        value.map((row) => ({ Id: row['Id'], Note: row['Note'], Measure: { NameVi: 'Hiệu quả quản trị' } })),
      );
  });

  it('together are the result of one statement, whatever the order, the filter, the limits and the size of pages', async () => {
    const order = fc.constantFrom('', 'Value', 'Value desc', 'Year,Value desc', 'Note desc', 'Year mod 2,Id desc');
    const filter = fc.constantFrom('', 'Value ne null', 'Value gt 2 or Year eq 2021', `contains(Note,'1')`);
    const limits = fc.record({
      top: fc.option(fc.nat({ max: 50 })),
      skip: fc.option(fc.nat({ max: 50 })),
      size: fc.integer({ min: 1, max: 9 }),
    });
    const whole = connectorOver(small.scores, small.quotas, { maximumPageSize: 1000 });
    const root = `${await whole.listen('127.0.0.1', 0)}/odata/v4`;
    await fc.assert(
      fc.asyncProperty(order, filter, limits, async (orderBy, where, { top, skip, size }) => {
        const options = { $orderby: orderBy, $filter: where, $top: top ?? '', $skip: skip ?? '', $select: 'Id' };
        const query = Object.entries(options)
          .filter(([, value]) => value !== '')
          .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
          .join('&');
        const { json } = await small.get(`${root}/Scores?${query}`);
        const { rows } = await small.pages(`Scores?${query}`, { prefer: `maxpagesize=${size}` });
        expect(ids(rows)).toEqual(ids(json.value));
      }),
      { numRuns: 25 },
    );
    await whole.stop();
  });

  it('may be smaller when asked, and say so; never larger than the service has them', async () => {
    const smaller = await small.get('Scores', { prefer: 'odata.maxpagesize=3' });
    expect(smaller.json.value).toHaveLength(3);
    expect(smaller.headers.get('preference-applied')).toBe('odata.maxpagesize=3');
    const larger = await small.get('Scores', { prefer: 'maxpagesize=4000' });
    expect(larger.json.value).toHaveLength(10);
    expect(larger.headers.get('preference-applied')).toBeNull();
  });
});

describe('pages while data changes', () => {
  it('belong to the data of the first page: nothing is missed, nothing comes twice, nothing new comes in', async () => {
    const before = await small.get('Scores?$select=Id,Value');
    await small.scores.publishScores([
      ...['a0', 'm5', id(25), id(26)].map((one) => ({ id: one, value: '99.0' })),
      { id: 'zz', value: '99.0' },
    ]);
    await small.scores.retractScores([id(3), id(30)]);
    const rest = await small.pages(before.json['@odata.nextLink'] as string);
    const all = [...before.json.value, ...rest.rows];
    expect(ids(all)).toEqual(range(0, 45));
    expect(all.some((row) => row['Value'] === 99)).toBe(false);
    const now = await small.pages('Scores?$select=Id,Value');
    expect(ids(now.rows)).toEqual(
      ['a0', 'm5', ...range(0, 45).filter((one) => one !== id(3) && one !== id(30)), 'zz'].sort(),
    );
  });

  it('stay empty when the ledger had no entry at the first page', async () => {
    const other = await startSmallConnector();
    try {
      const first = await other.get('Quotas?$count=true');
      expect(first.json).toMatchObject({ value: [], '@odata.count': 0 });
      expect(first.headers.get('ledger-position')).toBe('PLAN=0');
    } finally {
      await other.close();
    }
  });

  it('say at which position of the ledger they are, the same on every page', async () => {
    const first = await small.get('Scores?$top=25');
    const position = first.headers.get('ledger-position');
    expect(position).toMatch(/^SCORES=\d+$/);
    await small.scores.publishScores([{ id: 'later' }]);
    const second = await small.get(first.json['@odata.nextLink'] as string);
    expect(second.headers.get('ledger-position')).toBe(position);
    expect((await small.get('Scores?$top=1')).headers.get('ledger-position')).not.toBe(position);
  });
});

describe('a token', () => {
  const tokenOf = async (path: string): Promise<string> =>
    new URL((await small.get(path)).json['@odata.nextLink'] as string).searchParams.get('$skiptoken') ?? '';

  it('is refused with another filter, order, set, root or other rights', async () => {
    const token = await tokenOf('Scores?$filter=Year gt 2000');
    const follow = (path: string, headers = {}) => small.get(`${path}$skiptoken=${token}`, headers);
    expect((await follow('Scores?$filter=Year gt 2000&')).status).toBe(200);
    expect((await follow('Scores?$filter=Year%20gt%202000&$format=json&')).status).toBe(200);
    for (const other of [
      'Scores?',
      'Scores?$filter=Year gt 2001&',
      'Scores?$filter=Year gt 2000&$orderby=Id desc&',
      'Measures?$filter=Year gt 2000&',
      'Scores?$filter=Year gt 2000&$select=Id&',
    ])
      expect((await follow(other)).json.error).toMatchObject({
        code: 'ODATA_TOKEN_OF_OTHER_QUERY',
        target: '$skiptoken',
      });
    const scope = JSON.stringify({ unpublished: 'EVERY_PROVINCE' });
    expect((await follow('Scores?$filter=Year gt 2000&', { 'x-test-scope': scope })).json.error.code).toBe(
      'ODATA_TOKEN_OF_OTHER_QUERY',
    );
  });

  it('is refused when it was changed or invented', async () => {
    const token = await tokenOf('Scores');
    for (const wrong of [token.slice(0, -4), `x${token.slice(1)}`, 'abc', "'%27", '1'])
      expect((await small.get(`Scores?$skiptoken=${wrong}`)).json.error).toMatchObject({
        code: 'ODATA_TOKEN_MALFORMED',
      });
  });
});

describe('Deletions, which are in several databases', () => {
  it('come in one result over pages, counted together, in the order of their sets', async () => {
    await small.quotas.retractQuotas(["O'Brien", 'a\\b', '🌏 / ? #']);
    await small.scores.retractScores(range(10, 22));
    const { rows, pages } = await small.pages('Deletions?$select=EntitySet,EntityKey', { prefer: 'maxpagesize=4' });
    const { json } = await small.get('Deletions?$count=true&$top=3');
    expect(json['@odata.count']).toBe(rows.length);
    expect(json.value).toHaveLength(3);
    expect(pages).toBeGreaterThan(1);
    const keys = rows.map((row) => `${String(row['EntitySet'])} ${String(row['EntityKey'])}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(rows.filter((row) => row['EntitySet'] === 'Quotas').map((row) => row['EntityKey'])).toEqual(
      expect.arrayContaining(["Name='O''Brien',Year=2024", "Name='🌏 / ? #',Year=2025"]),
    );
    expect(rows.map((row) => row['EntitySet'])).toEqual([...rows.map((row) => row['EntitySet'])].sort());
    expect(rows.filter((row) => row['EntitySet'] === 'Scores').length).toBeGreaterThanOrEqual(12);
  });
});
