import type { PageRequest, RowScope, RowsPlan } from '../src/plan';
import { planDeletions } from '../src/plan';
import { planModel } from './support/plan-contract';
import {
  createPlanDatabase,
  EVERYTHING,
  NOW,
  planOf,
  readAll,
  readObjects,
  WHOLE,
  type PlanDatabase,
} from './support/plan-database';

let base: PlanDatabase;
beforeAll(async () => {
  base = await createPlanDatabase();
  await base.execute(
    `insert into unit values ('a', 'Đà Nẵng', 5, null), ('b', 'An Giang', null, 'a'), ('c', 'Ấn', 2, 'b'), ('d''/ %', 'dấu', 0, null)`,
  );
  await base.execute(`insert into fact (id, unit_id, year, level, total, value, name, code, flag, day, happened_at, province_code, recorded_at) values
    ('1', 'a', 2020, 1, 10, 1.5, 'Lâm Đồng', 'x%y', true, '2020-02-29', '2020-01-01 10:11:12.5+00', '01', '2026-01-01'),
    ('2', 'a', 2021, null, null, null, null, null, null, null, null, null, '2026-01-02'),
    ('3', 'b', 2021, 3, 9007199254740993, -2.25, 'Kon "Tum"\\', 'X', false, '2021-12-31', '2021-12-31 23:59:59.123456+00', '02', '2026-01-03'),
    ('4', null, 2022, -1, 0, 0, 'lâm', 'x_y', true, '2022-01-01', '2022-06-01 00:00:00+00', '01', '2026-01-04')`);
  await base.execute(`insert into goal values ('g', 2020, '2026-01-01')`);
  await base.execute(`insert into ended values ('''9''', '01', '2026-01-05', 'p'), ('''8''', null, '2026-01-02', 'p')`);
});
afterAll(() => base.destroy());

const read = (plan: RowsPlan) => readObjects(base.source, plan);
const ids = async (address: string, scope?: RowScope, page?: PageRequest) =>
  (await read(planOf(address, scope, page))).map((row) => row['Id']);
const field = async (address: string) => (await readAll(base.source, planOf(address)))[0]?.[0];

describe('filters', () => {
  it.each([
    [`contains(Code,'%')`, ['1']],
    [`contains(Code,'_')`, ['4']],
    [`startswith(Code,'x_')`, ['4']],
    [`endswith(Name,'\\')`, ['3']],
    [`Level eq null`, ['2']],
    [`Level ne 1`, ['2', '3', '4']],
    [`not (Level eq 1)`, ['2', '3', '4']],
    [`not (Level gt 1)`, ['1', '2', '4']],
    [`not contains(Name,'a')`, ['1', '3', '4']],
    [`Level le null`, ['2']],
    [`Level in (1,null,2.5)`, ['1', '2']],
    [`Total eq 9007199254740993`, ['3']],
    [`Total add 9223372036854775807 gt 9223372036854775807`, ['1', '3']],
    [`Value div 2 eq 0.75`, ['1']],
    [`Level div 2 eq 1 and Level mod 2 eq 1`, ['3']],
    [`Level divby 2 eq 1.5`, ['3']],
    [`toupper(Name) eq 'LÂM'`, ['4']],
    [`tolower(Name) eq 'lâm đồng'`, ['1']],
    [`Name lt 'lâm'`, ['3']],
    [`year(Day) eq 2020 and month(HappenedAt) eq 1 and day(HappenedAt) eq 1`, ['1']],
    [`fractionalseconds(HappenedAt) eq 0.123456 and second(HappenedAt) eq 59`, ['3']],
    [`date(HappenedAt) eq 2021-12-31 and time(HappenedAt) gt 23:59:59`, ['3']],
    [`HappenedAt gt Day`, ['3', '4']],
    [`HappenedAt gt 2022-01-01T07:00:00+07:00`, ['4']],
    [`Day add duration'P1D' eq 2020-03-01`, ['1']],
    [`Day sub 2020-02-28 eq duration'P1D'`, ['1']],
    [`totalseconds(HappenedAt sub 2020-01-01T10:11:00Z) eq 12.5`, ['1']],
    [`round(Value) eq 2 and floor(Value) eq 1 and ceiling(Value) eq 2`, ['1']],
    [`round(-2.5e0) eq -3`, ['1', '2', '3', '4']],
    [`case(Level gt 2:'high',Level gt 0:'low') eq 'low'`, ['1']],
    [`cast(Level,Edm.String) eq '3'`, ['3']],
    [`cast(HappenedAt,Edm.String) eq '2020-01-01T10:11:12.5Z'`, ['1']],
    [`Unit/Parent/Name eq 'Đà Nẵng'`, ['3']],
    [`Unit eq null`, ['4']],
    [`Unit/Facts/any(f:f/Level gt Level)`, []],
    [`Unit/Facts/any(f:f/Id ne $it/Id)`, ['1', '2']],
    [`Unit/Facts/all(f:f/Level eq 3)`, ['3', '4']],
    [`Unit/Facts/$count($filter=Level gt 0) eq 1`, ['1', '2', '3']],
    [`null`, []],
  ])('%s', async (filter, expected) => {
    expect((await ids(`Facts?$filter=${filter}`)).sort()).toEqual(expected);
  });

  it('searches words without case and diacritics, where words begin', async () => {
    expect(await ids('Facts?$search=LAM&$orderby=Id')).toEqual(['1', '4']);
    expect(await ids('Facts?$search="lâm đồng"')).toEqual(['1']);
    expect(await ids('Facts?$search=lam AND NOT dong')).toEqual(['4']);
    expect(await ids('Facts?$search=am')).toEqual([]);
    expect(await ids('Facts?$search=dong OR tum&$orderby=Id')).toEqual(['1', '3']);
  });

  it('fail as a whole when a row divides by zero', async () => {
    await expect(ids('Facts?$filter=1 div Level gt 0 or 1 div Total gt 0')).rejects.toMatchObject({
      code: 'ODATA_DIVISION_BY_ZERO',
      status: 400,
    });
  });
});

describe('orders', () => {
  it('have null lowest, and names as Vietnamese sorts them', async () => {
    expect(await ids('Facts?$orderby=Level')).toEqual(['2', '4', '1', '3']);
    expect(await ids('Facts?$orderby=Level desc')).toEqual(['3', '1', '4', '2']);
    expect(await ids('Units?$orderby=Name')).toEqual(['b', 'c', `d'/ %`, 'a']);
    expect(await ids('Facts?$orderby=Unit/Name desc,Id')).toEqual(['1', '2', '3', '4']);
  });

  it('of pages are entered by the index', async () => {
    await base.execute(`insert into fact (id, year) select 'n' || i, 2000 + i % 7 from generate_series(1, 20000) i`);
    await base.execute('analyze fact');
    const plan = planOf('Facts', EVERYTHING, { size: 100, after: ['2003', 'n77'], changedSince: null });
    expect(plan.rows.text).toMatch(/where \("t1"\."year", "t1"\."id"\) >|where \(\("t1"\."year", "t1"\."id"\) >/);
    const explained = await explain(plan);
    await base.execute(`delete from fact where id like 'n%'`);
    expect(explained).toMatch(/Index Cond: \(ROW\(year, id\) > ROW/);
    expect(explained).not.toContain('Sort');
  });
});

async function explain({ rows }: RowsPlan): Promise<string> {
  const text = await base.database.database.write('explain', async ({ connection }) => {
    for (const [place, value] of rows.parameters.entries())
      await connection.query('select set_config($1, $2, true)', [`bi.p${place + 1}`, value]);
    return connection.query<{ 'QUERY PLAN': string }>(`explain ${rows.text}`);
  });
  return text.rows.map((row) => row['QUERY PLAN']).join('\n');
}

describe('addresses', () => {
  it('lead to rows, a row, a property and a count', async () => {
    expect(await ids(`Units('a')/Facts?$orderby=Id`)).toEqual(['1', '2']);
    expect(await ids(`Units/a/Facts('1')`)).toEqual(['1']);
    expect(await ids(`Units('b')/Facts('1')`)).toEqual([]);
    expect(await ids(`Facts('3')/Unit/Parent`)).toEqual(['a']);
    expect(await ids(`Units('d''/ %')`)).toEqual([`d'/ %`]);
    expect(await field(`Facts('3')/Unit/Parent/Name`)).toBe('Đà Nẵng');
    expect(await field(`Units('a')/Facts/$count`)).toBe('2');
    expect(await read(planOf(`Goals(Year=2020,Name='g')`))).toHaveLength(1);
  });

  it.each([
    ['Facts', 'COLLECTION', 'Facts'],
    [`Facts('1')`, 'ENTITY', 'Facts/$entity'],
    [`Facts('1')/Value`, 'PROPERTY', `Facts('1')/Value`],
    [`Facts('1')/Value/$value`, 'VALUE', `Facts('1')/Value`],
    [`Facts('1')/Unit/Name`, 'PROPERTY', `Facts('1')/Unit/Name`],
    [`Facts('1')/Unit/Parent/Name`, 'PROPERTY', `Facts('1')/Unit/Parent/Name`],
    ['Facts/$count', 'COUNT', '$count'],
    ['Facts?$select=Id,Value', 'COLLECTION', 'Facts(Id,Value)'],
    ['Facts?$select=Id&$expand=Unit($select=Name)', 'COLLECTION', 'Facts(Id,Unit(Name))'],
    [`Facts('1')?$expand=Unit($expand=Parent)`, 'ENTITY', 'Facts(Unit(Parent()))/$entity'],
    [`Units('a')/Facts`, 'COLLECTION', 'Facts'],
    [`Facts/$ref`, 'COLLECTION', 'Collection($ref)'],
    [`Facts('1')/Unit/$ref`, 'ENTITY', '$ref'],
    [
      `Facts?$apply=groupby((Unit/Name,Unit/Size,Year),aggregate($count as N))`,
      'COLLECTION',
      'Facts(Unit(Name,Size),Year,N)',
    ],
  ])('%s is a %s with the context %s', (address, kind, contextFragment) => {
    expect(planOf(address)).toMatchObject({ kind, contextFragment, datasets: ['SCORES'], owner: 'indicators' });
  });
});

describe('answers', () => {
  it('give each field as text of PostgreSQL, in UTC', async () => {
    expect(await read(planOf(`Facts('3')`))).toEqual([
      {
        Id: '3',
        UnitId: 'b',
        Year: '2021',
        Level: '3',
        Total: '9007199254740993',
        Value: '-2.2500',
        Name: 'Kon "Tum"\\',
        Code: 'X',
        Flag: 'f',
        Day: '2021-12-31',
        HappenedAt: '2021-12-31 23:59:59.123456+00',
        ProvinceCode: '02',
        RecordedAt: '2026-01-03 00:00:00+00',
      },
    ]);
  });

  it('have keys and the change of a row hidden beside what is selected, or not at all', () => {
    const roles = (plan: RowsPlan) => plan.columns.map(({ name, role }) => `${role} ${name}`);
    expect(roles(planOf('Facts?$select=Value'))).toEqual(['PROPERTY Value', 'KEY Id', 'KEY RecordedAt']);
    expect(roles(planOf('Facts?$select=Value', EVERYTHING, { ...WHOLE, addresses: false }))).toEqual([
      'PROPERTY Value',
    ]);
    expect(roles(planOf('Facts?$select=Id', EVERYTHING, { ...WHOLE, size: 2 }))).toEqual([
      'PROPERTY Id',
      'KEY RecordedAt',
      'PAGING 0',
      'PAGING 1',
    ]);
    expect(roles(planOf('Facts?$select=*'))).toEqual(roles(planOf('Facts')));
  });

  it('compute, and show what was computed', async () => {
    const [row] = await read(
      planOf(
        `Facts('1')?$compute=Value mul 2 as Twice,Twice add 1 as More,HappenedAt sub 2020-01-02T00:00:00Z as Since&$select=More,Since`,
      ),
    );
    expect(row).toEqual({ More: '4.0000', Since: '-PT13H48M47.5S', Id: '1', RecordedAt: '2026-01-01 00:00:00+00' });
  });

  it('nest related rows as JSON with the same texts, filtered, ordered, paged and counted', async () => {
    const [unit] = await read(
      planOf(
        `Units('a')?$expand=Facts($select=Id,Total,Value,HappenedAt,Day,Flag,Name;$filter=Year ge 2020;$orderby=Year desc;$top=1;$skip=1;$count=true),Children($expand=Facts/$count;$levels=2),Parent`,
      ),
    );
    expect(JSON.parse(unit?.['Facts'] ?? '')).toEqual([
      {
        Id: '1',
        Total: 10,
        Value: 1.5,
        HappenedAt: '2020-01-01T10:11:12.5Z',
        Day: '2020-02-29',
        Flag: true,
        Name: 'Lâm Đồng',
      },
    ]);
    expect(unit?.['Facts']).toContain('"Value":1.5000,');
    expect(unit?.['Facts@odata.count']).toBe('2');
    expect(unit?.['Parent']).toBeNull();
    expect(JSON.parse(unit?.['Children'] ?? '')).toEqual([
      {
        Id: 'b',
        Name: 'An Giang',
        Size: null,
        ParentId: 'a',
        'Facts@odata.count': 1,
        Children: [{ Id: 'c', Name: 'Ấn', Size: 2, ParentId: 'b', 'Facts@odata.count': 0 }],
      },
    ]);
  });

  it('nest what was computed, searched and compared with the outer row', async () => {
    const expand = 'Facts($select=Id,Đôi;$compute=Level mul 2 as Đôi;$search=lam)';
    const [unit] = await read(planOf(`Units?$filter=Size eq 5&$expand=${expand}`));
    expect(unit?.['Facts']).toBe('[{"Id":"1","Đôi":2}]');
    const [inner] = await read(planOf('Units?$filter=Size eq 5&$expand=Facts($filter=Level lt $it/Size;$select=Id)'));
    expect(inner?.['Facts']).toBe('[{"Id":"1"}]');
  });

  it('escape keys in references', async () => {
    await base.execute(`update unit set parent_id = 'c' where id like 'd%'`);
    const [row] = await read(planOf(`Units('c')?$select=Id&$expand=Children/$ref`));
    await base.execute(`update unit set parent_id = null where id like 'd%'`);
    expect(JSON.parse(row?.['Children'] ?? '')).toEqual([{ '@odata.id': `Units('d%27%27%2F%20%25')` }]);
    expect(await read(planOf('Units/$ref?$filter=Size eq 5'))).toEqual([{ Id: 'a' }]);
  });
});

describe('$apply', () => {
  it('takes any sequence, and the options behind it', async () => {
    const plan = planOf(
      `Facts?$apply=filter(Year gt 2000)/orderby(Id desc)/top(3)/compute(Year sub 2000 as Short)/groupby((Short,Flag),aggregate(Value with sum as Sum,$count as N))/filter(N gt 0)&$filter=Short le 22&$orderby=Sum desc&$select=Short,Sum&$top=2&$count=true`,
    );
    expect(await read(plan)).toEqual([
      { Short: '22', Sum: '0.0000' },
      { Short: '21', Sum: '-2.2500' },
    ]);
    expect(plan.addressable).toBe(false);
    expect(plan.count === null ? null : await base.source.value(plan.owner, plan.count, NOW)).toBe('3');
  });

  it('keeps groups of which no row is aggregated', async () => {
    const plan = planOf(
      `Facts?$apply=groupby((Year),filter(Level gt 0)/aggregate($count as N,Level with max as Max))&$orderby=Year`,
    );
    expect(await read(plan)).toEqual([
      { Year: '2020', N: '1', Max: '1' },
      { Year: '2021', N: '1', Max: '3' },
      { Year: '2022', N: '0', Max: null },
    ]);
  });

  it('keeps entities what they are until they are grouped', async () => {
    const plan = planOf(`Facts?$apply=orderby(Level desc)/skip(1)/top(2)&$expand=Unit&$search=lam`);
    expect(plan.addressable).toBe(true);
    expect((await read(plan)).map((row) => row['Id'])).toEqual(['1', '4']);
  });

  it('aggregates exactly, nothing to null, and averages', async () => {
    const address = `Facts?$apply=aggregate(Total with sum as Sum,Value with average as Mean,Code with countdistinct as Codes,Flag with max as Any,Name with min as First)`;
    expect(await read(planOf(address))).toEqual([
      { Sum: '9007199254741003', Mean: '-0.25000000000000000000', Codes: '3', Any: 't', First: 'Kon "Tum"\\' },
    ]);
    expect(await read(planOf(`Facts?$apply=filter(false)/aggregate(Total with sum as Sum,$count as N)`))).toEqual([
      { Sum: null, N: '0' },
    ]);
  });

  it('pages groups by their keys, null among them', async () => {
    const address = `Facts?$apply=groupby((Level))`;
    const seen: (string | null | undefined)[] = [];
    let after: PageRequest['after'] = null;
    for (let page = 0; page < 5; page += 1) {
      const rows = await readAll(base.source, planOf(address, EVERYTHING, { size: 1, after, changedSince: null }));
      seen.push(rows[0]?.[0]);
      if (rows.length < 2) break;
      after = [rows[0]?.[1] ?? null];
    }
    expect(seen).toEqual([null, '-1', '1', '3']);
  });
});

describe('rights', () => {
  const scope: RowScope = { ...EVERYTHING, provinceCode: '01' };
  it('narrow the rows, related rows, counts, lambdas and paths; what is about no one province stays', async () => {
    expect(await ids('Facts?$orderby=Id', scope)).toEqual(['1', '2', '4']);
    expect(await ids(`Facts('3')`, scope)).toEqual([]);
    expect(await ids(`Units('b')/Facts`, scope)).toEqual([]);
    expect(await ids(`Facts('3')/Unit`, scope)).toEqual([]);
    expect(await ids('Units?$filter=Facts/any()', scope)).toEqual(['a']);
    expect(await ids('Units?$filter=Facts/$count ge 3', scope)).toEqual([]);
    const [a] = await read(planOf(`Units('a')?$expand=Facts($select=Id;$count=true)`, scope));
    expect(a).toMatchObject({ Facts: '[{"Id":"1"},{"Id":"2"}]', 'Facts@odata.count': '2' });
    const count = planOf('Facts?$count=true', scope).count;
    expect(count === null ? null : await base.source.value('indicators', count, NOW)).toBe('3');
  });
});

describe('changes', () => {
  const since = (instant: string): PageRequest => ({
    size: 10,
    after: null,
    changedSince: new Map([['SCORES', instant]]),
  });

  it('are rows recorded since, with those that no longer match told as removed', async () => {
    const rows = await read(planOf('Facts?$filter=Level gt 0&$select=Id', EVERYTHING, since('2026-01-02 00:00:00+00')));
    expect(rows.map((row) => [row['Id'], row['$removed']])).toEqual([
      ['3', 'f'],
      ['4', 't'],
    ]);
    const plain = planOf('Facts', EVERYTHING, since('2026-01-02 00:00:00+00'));
    expect(plain.columns.some(({ role }) => role === 'REMOVED')).toBe(false);
    expect(await readAll(base.source, plain)).toHaveLength(2);
  });

  it('are also rows that ended', async () => {
    const facts = planModel.sets.get('Facts');
    if (facts === undefined) throw new Error('no facts');
    const plan = planDeletions(planModel, facts, new Map([['SCORES', '2026-01-03 00:00:00+00']]), EVERYTHING, {
      size: 10,
      after: null,
    });
    expect((await read(plan)).map((row) => row['EntityKey'])).toEqual([`'9'`]);
    expect(plan.owner).toBe('indicators');
  });

  it('of all sets are asked of each database in turn', async () => {
    const plan = planOf('Deletions?$count=true', EVERYTHING, { size: 1, after: null, changedSince: null });
    expect(plan.parts.map(({ owner }) => owner)).toEqual(['indicators', 'plans', 'publications']);
    expect(plan.parts.map(({ datasets }) => datasets.length)).toEqual([1, 1, 6]);
    const [first] = plan.parts;
    if (first === undefined) throw new Error('no parts');
    const rows = await readAll(base.source, first);
    expect(rows.map(([set, key]) => `${set} ${key}`)).toEqual([`Facts '8'`, `Facts '9'`]);
    const after = rows[0]?.slice(-3) ?? [];
    const next = planOf('Deletions', EVERYTHING, { size: 1, after, changedSince: null });
    const second = next.parts[0];
    expect(second === undefined ? [] : (await readAll(base.source, second)).map(([, key]) => key)).toEqual([`'9'`]);
    const later = planOf('Deletions', EVERYTHING, { size: 1, after: ['Goals', 'x', '2026-01-01'], changedSince: null });
    expect(later.parts.map(({ owner }) => owner)).toEqual(['plans', 'publications']);
    const narrowed = planOf('Deletions', { ...EVERYTHING, datasets: ['PLAN'] });
    expect(narrowed.parts.map(({ owner }) => owner)).toEqual(['plans', 'publications']);
  });
});
