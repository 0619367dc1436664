import { countStatements } from '@lientinh/testkit';
import { procedure, publishCatalogue } from './support/catalogues';
import { startProcedures, type RunningProcedures } from './support/start-procedures';

const LIST = `query($filter: ProcedureFilter, $first: Int, $after: String) {
  procedures(filter: $filter, first: $first, after: $after) { totalCount nodes { code } pageInfo { hasNextPage endCursor } }
}`;

interface List {
  readonly procedures: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly code: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

describe('the list of procedures', () => {
  let running: RunningProcedures;
  beforeAll(async () => {
    running = await startProcedures();
    await publishCatalogue(running, '46', '2021-01-01', [
      procedure('1.000001', { name: 'Đăng ký khai sinh', authority: 'Bộ Nội vụ', onlineService: 'LEVEL_4' }),
      procedure('1.000002', { name: 'Đăng ký khai sinh có yếu tố nước ngoài' }),
      procedure('1.000003', { name: 'Đăng ký kinh doanh', field: 'Doanh nghiệp', level: 'DISTRICT' }),
      procedure('1.000004', { name: 'Khai sinh lại: đăng ký' }),
      procedure('1.000005', { name: 'Khái niệm sinh học', field: 'Khoa học' }),
    ]);
    await publishCatalogue(running, '62', '2021-01-01', [procedure('1.000001', { name: 'Đăng ký khai sinh' })]);
  });
  afterAll(() => running.stop());

  const list = async (filter: object | null, page: object = {}): Promise<List['procedures']> => {
    const { data, errors } = await running.ask<List>(LIST, { filter, ...page });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data.procedures;
  };
  const codes = async (filter: object): Promise<string[]> => (await list(filter)).nodes.map(({ code }) => code);

  it('finds the same with and without diacritics, the phrase before scattered words', async () => {
    const found = await codes({ search: 'đăng ký khai sinh' });
    expect(found).toEqual(['1.000001', '1.000002', '1.000004']);
    expect(await codes({ search: 'DANG KY khai sinh' })).toEqual(found);
  });

  it('puts what has the diacritics of the search first', async () => {
    expect(await codes({ search: 'khái sinh' })).toEqual(expect.arrayContaining(['1.000005', '1.000001']) as string[]);
    expect((await codes({ search: 'khái niệm' }))[0]).toBe('1.000005');
  });

  it('finds a procedure by either form of its code, and by beginnings of words', async () => {
    expect(await codes({ search: '1.000003.000.00.00.H46' })).toEqual(['1.000003']);
    expect(await codes({ search: 'dang doan' })).toEqual(['1.000003']);
  });

  it('filters by field (as folded), level, province and online level, and shows all for a search without words', async () => {
    expect(await codes({ field: 'doanh NGHIEP' })).toEqual(['1.000003']);
    expect(await codes({ level: 'DISTRICT' })).toEqual(['1.000003']);
    expect(await codes({ provinces: ['62'], asOf: '2021-06-30' })).toEqual(['1.000001']);
    expect(await codes({ provinces: ['62'], asOf: '2020-12-31' })).toEqual([]);
    expect(await codes({ onlineService: 'LEVEL_4' })).toEqual(['1.000001']);
    expect(await codes({ search: ' … ' })).toHaveLength(5);
  });

  it('pages through searches and lists without gaps or repeats', async () => {
    for (const filter of [{}, { search: 'khai' }]) {
      const seen: string[] = [];
      let after: string | null = null;
      let total: number;
      do {
        const page: List['procedures'] = await list(filter, { first: 2, after });
        seen.push(...page.nodes.map(({ code }) => code));
        total = page.totalCount;
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toEqual(await codes(filter));
      expect(seen).toHaveLength(total);
    }
  });

  it('refuses a cursor that is none, and a province that no unit bore', async () => {
    expect((await running.ask(LIST, { after: 'x' })).errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');
    expect((await running.ask(LIST, { filter: { provinces: ['99'] } })).errors?.[0]?.extensions.code).toBe(
      'PROVINCE_UNKNOWN',
    );
  });

  it('resolves the authority to an agency when its name means one', async () => {
    const { data } = await running.ask<{ procedures: { nodes: readonly { authority: { id: string } | null }[] } }>(
      '{ procedures(first: 2) { nodes { authority { id } } } }',
    );
    expect(data.procedures.nodes.map(({ authority }) => authority)).toEqual([{ id: 'central/bo-noi-vu' }, null]);
  });

  it('lists the procedures of many provinces in one statement', async () => {
    const ids = ['46@2004-01-01', '62@2004-01-01', '33@2004-01-01', '08@2004-01-01'];
    const query = `query($refs: [_Any!]!) { _entities(representations: $refs) { ... on Province { id procedures(filter: { asOf: "2021-06-30" }) { totalCount nodes { code } } } } }`;
    const refs = ids.map((id) => ({ __typename: 'Province', id }));
    const { result, statements } = await countStatements(running.database, () =>
      running.ask<{ _entities: readonly { procedures: { totalCount: number } }[] }>(query, { refs }),
    );
    expect(result.data._entities.map(({ procedures: found }) => found.totalCount)).toEqual([5, 1, 0, 0]);
    expect(statements).toEqual(['list-procedures-offered']);
  });

  it('lists procedures with their offerings and back in three statements', async () => {
    const query =
      '{ procedures { nodes { code offerings(asOf: "2021-06-30") { province { id } procedure { name } } } } }';
    const { result, statements } = await countStatements(running.database, () =>
      running.ask<{ procedures: { nodes: readonly { offerings: readonly { province: { id: string } }[] }[] } }>(query),
    );
    expect(result.data.procedures.nodes[0]?.offerings.map(({ province }) => province.id)).toEqual([
      '46@2004-01-01',
      '62@2004-01-01',
    ]);
    expect(statements).toEqual(['list-procedures', 'list-offerings', 'find-procedures']);
  });

  it('finds procedures by key for other subgraphs in one statement, in either form of the code', async () => {
    const query = `{ _entities(representations: [{ __typename: "Procedure", code: "1.000001" }, { __typename: "Procedure", code: "1.000002.000.00.00.H46" },
      { __typename: "Procedure", code: "8.000000" }]) { ... on Procedure { code } } }`;
    const { result, statements } = await countStatements(running.database, () =>
      running.ask<{ _entities: unknown }>(query),
    );
    expect(result.data._entities).toEqual([{ code: '1.000001' }, { code: '1.000002' }, null]);
    expect(statements).toHaveLength(1);
  });

  it('tells the online levels of a day and what they became', async () => {
    const ask = async (asOf: string) =>
      (
        await running.ask<{ onlineServiceLevels: readonly { code: string; mapsTo: { code: string } | null }[] }>(
          'query($asOf: Date) { onlineServiceLevels(asOf: $asOf) { code mapsTo { code } } }',
          { asOf },
        )
      ).data.onlineServiceLevels.map(({ code, mapsTo }) => `${code} ${mapsTo?.code ?? '-'}`);
    expect(await ask('2022-08-14')).toEqual([
      'NONE -',
      'LEVEL_1 INFORMATION',
      'LEVEL_2 INFORMATION',
      'LEVEL_3 PARTIAL',
      'LEVEL_4 FULL',
    ]);
    expect(await ask('2022-08-15')).toEqual(['NONE -', 'INFORMATION -', 'PARTIAL -', 'FULL -']);
    expect(await ask('2010-01-01')).toEqual(['NONE -']);
  });
});
