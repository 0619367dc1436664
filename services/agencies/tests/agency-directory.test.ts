import { foldName } from '@lientinh/agency-names';
import { agencyDirectoryEntries, agencyPublications, provinceCatalogue } from '@lientinh/datasets';
import { statement } from '@lientinh/postgres';
import { z } from 'zod';
import { AgenciesHarness } from './agencies-harness';

interface Listed {
  readonly agencies: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string; readonly name: string }[];
  };
}
interface Matches {
  readonly resolveAgency: readonly {
    readonly agency: { readonly id: string };
    readonly confidence: number;
    readonly matchedAlias: string;
  }[];
}

describe('the agency directory', () => {
  let subgraph: AgenciesHarness;
  beforeAll(async () => {
    subgraph = await AgenciesHarness.start();
    await subgraph.publishDirectory();
  });
  afterAll(() => subgraph.stop());

  const list = async (filter: object, first = 500): Promise<Listed['agencies']> => {
    const query =
      'query ($filter: AgencyFilter, $first: Int) { agencies(filter: $filter, first: $first) { totalCount nodes { id name } } }';
    return (await subgraph.data<Listed>(query, { filter, first })).agencies;
  };
  const idsOf = ({ nodes }: Listed['agencies']): string[] => nodes.map(({ id }) => id);
  const resolve = async (name: string, province?: string, asOf?: string): Promise<Matches['resolveAgency']> => {
    const query =
      'query ($name: String!, $province: ID, $asOf: Date) { resolveAgency(name: $name, province: $province, asOf: $asOf) { agency { id } confidence matchedAlias } }';
    return (await subgraph.data<Matches>(query, { name, province, asOf })).resolveAgency;
  };

  it('holds what was published at start, by Vietnamese name', async () => {
    const { totalCount, nodes } = await list({});
    expect(totalCount).toBe(agencyDirectoryEntries().length);
    const names = nodes.map(({ name }) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare));
    expect(nodes.some(({ id }) => id === 'central/bo-noi-vu')).toBe(true);
  });

  it('gives every field of an agency', async () => {
    const query = `{ agency(id: "62/so-noi-vu") { id key name en: name(language: EN) abbreviation aliases kind level validFrom validTo
      province { id } parent { id parent { id } } successors { id } publication { id dataset province { id name } } } }`;
    const { agency } = await subgraph.data<{ agency: object }>(query);
    expect(agency).toMatchObject({
      id: '62/so-noi-vu',
      key: 'so-noi-vu',
      name: 'Sở Nội vụ',
      en: 'Department of Home Affairs',
      abbreviation: 'Sở NV',
      kind: 'DEPARTMENT',
      level: 'PROVINCIAL',
      validFrom: null,
      validTo: '2025-06-30',
      province: { id: '62@2004-01-01' },
      parent: { id: '62/uy-ban-nhan-dan-tinh', parent: null },
      publication: { id: 'agencies-3', dataset: 'AGENCIES', province: { id: '62@2004-01-01', name: 'Kon Tum' } },
    });
  });

  it('follows a ministry to its successor and a provincial branch to its ministry', async () => {
    const query = `{ old: agency(id: "central/bo-ke-hoach-va-dau-tu") { province { id } successors { id name } }
      branch: agency(id: "62/cong-an-tinh") { parent { id } } none: agency(id: "62/khong-co") { id } odd: agency(id: "x\\u0000") { id } }`;
    expect(await subgraph.data(query)).toEqual({
      old: { province: null, successors: [{ id: 'central/bo-tai-chinh', name: 'Bộ Tài chính' }] },
      branch: { parent: { id: 'central/bo-cong-an' } },
      none: null,
      odd: null,
    });
  });

  it('filters by province, kind, level and day', async () => {
    const sent = agencyPublications().find(({ province }) => province === '62')?.agencies ?? [];
    expect((await list({ province: '62' })).totalCount).toBe(sent.length);
    const departments = sent.filter(({ kind }) => kind === 'DEPARTMENT').length;
    expect((await list({ province: '62', kind: 'DEPARTMENT' })).totalCount).toBe(departments);
    expect((await list({ province: '62', level: 'DISTRICT', kind: 'PEOPLES_COMMITTEE' })).totalCount).toBe(10);
    const centralOn = async (asOf: string) => idsOf(await list({ level: 'CENTRAL', asOf }));
    expect(await centralOn('2025-02-28')).toContain('central/bo-giao-thong-van-tai');
    expect(await centralOn('2025-03-01')).not.toContain('central/bo-giao-thong-van-tai');
    expect(await centralOn('2025-02-28')).not.toContain('central/bo-dan-toc-va-ton-giao');
    expect(idsOf(await list({ asOf: '2025-07-01' })).some((id) => id.startsWith('62/'))).toBe(false);
  });

  it('refuses a province that was not in force on the day', async () => {
    const { errors } = await subgraph.ask(
      '{ agencies(filter: { province: "62", asOf: "2025-07-01" }) { totalCount } }',
    );
    expect(errors?.[0]?.extensions.code).toBe('PROVINCE_UNKNOWN');
  });

  it.each([
    ['so noi vu', {}, '08/so-noi-vu', 4],
    ['so noi vu kon tum', {}, '62/so-noi-vu', 1],
    ['SO NOI VU', { province: '33' }, '33/so-noi-vu', 1],
    ['Sở TT&TT', { province: '46' }, '46/so-thong-tin-va-truyen-thong', 2],
  ])('searches %j within %j without diacritics, best first', async (search, filter, first, count) => {
    const { totalCount, nodes } = await list({ ...filter, search });
    expect(nodes[0]?.id).toBe(first);
    expect(totalCount).toBe(count);
  });

  it.each([
    ['kon tum', '62/'],
    ['thua thien hue', '46/'],
  ])('finds by %j the agencies of the province, those that bear its name first', async (search, scope) => {
    const { nodes } = await list({ search });
    expect(nodes.length).toBeGreaterThan(10);
    expect(nodes.every(({ id }) => id.startsWith(scope))).toBe(true);
    const { agency } = await subgraph.data<{ agency: { name: string; aliases: string[] } }>(
      'query ($id: ID!) { agency(id: $id) { name aliases } }',
      { id: nodes[0]?.id },
    );
    expect([agency.name, ...agency.aliases].some((name) => foldName(name).includes(search))).toBe(true);
  });

  it('finds nothing for a search that holds no word', async () => {
    expect((await list({ search: '%_!' })).totalCount).toBe(0);
    expect((await list({ search: ' ' })).totalCount).toBe(agencyDirectoryEntries().length);
  });

  it.each([[{}], [{ search: 'so' }], [{ province: '46' }]])(
    'pages through %j without loss or repetition',
    async (filter) => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const query: string =
          'query ($filter: AgencyFilter, $after: String) { agencies(filter: $filter, first: 7, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }';
        const {
          agencies,
        }: { agencies: Listed['agencies'] & { pageInfo: { hasNextPage: boolean; endCursor: string } } } =
          await subgraph.data(query, { filter, after });
        seen.push(...idsOf(agencies));
        after = agencies.pageInfo.hasNextPage ? agencies.pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toEqual(idsOf(await list(filter)));
    },
  );

  it('refuses a cursor it did not give out', async () => {
    const cursor = Buffer.from(JSON.stringify(['0', 'a', 'b'])).toString('base64url');
    const { errors } = await subgraph.ask('query ($after: String) { agencies(after: $after) { totalCount } }', {
      after: cursor,
    });
    expect(errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');
  });

  it.each([
    ['Sở Nội vụ', '62', undefined, '62/so-noi-vu', 1],
    ['Sở NV tỉnh Hưng Yên', undefined, undefined, '33/so-noi-vu', 0.95],
    ['UBND tỉnh Kon Tum', undefined, undefined, '62/uy-ban-nhan-dan-tinh', 1],
    ['so tai chinh', '46', undefined, '46/so-tai-chinh', 0.95],
    ['Bộ LĐTBXH', undefined, '2025-02-28', 'central/bo-lao-dong-thuong-binh-va-xa-hoi', undefined],
    ['Bộ LĐTBXH', undefined, '2025-03-01', 'central/bo-noi-vu', undefined],
  ])('resolves %j in %s on %s', async (name, province, asOf, id, confidence) => {
    const [first] = await resolve(name, province, asOf);
    expect(first?.agency.id).toBe(id);
    if (confidence !== undefined) expect(first?.confidence).toBe(confidence);
  });

  it('gives namesakes of several provinces where none is known, none where a name means nothing', async () => {
    const matches = await resolve('Sở Nội vụ');
    expect(matches.map(({ agency }) => agency.id)).toEqual([
      '08/so-noi-vu',
      '33/so-noi-vu',
      '46/so-noi-vu',
      '62/so-noi-vu',
    ]);
    expect(await resolve('Thiết bị phần cứng')).toEqual([]);
    expect(await resolve('Sở Nội vụ', undefined, '2025-07-01')).toHaveLength(3);
  });

  it('refuses to resolve in a province of an unknown code', async () => {
    const { errors } = await subgraph.ask('{ resolveAgency(name: "Sở Nội vụ", province: "99") { confidence } }');
    expect(errors?.[0]?.extensions.code).toBe('PROVINCE_UNKNOWN');
  });

  it('takes one statement for a list, for a search, for a resolution, for many agencies by id', async () => {
    const count = async (query: string, variables: object = {}) =>
      (await subgraph.counted(query, variables)).statements;
    expect(await count('{ agencies(first: 100) { totalCount nodes { id name province { name } } } }')).toEqual([
      'list-agencies',
    ]);
    expect(await count('{ agencies(filter: { search: "so" }) { nodes { id } } }')).toEqual(['list-agencies']);
    expect(await count('{ resolveAgency(name: "Sở Nội vụ") { agency { id province { name } } } }')).toEqual([
      'read-directory-head',
    ]);
    const representations = (await list({})).nodes.map(({ id }) => ({ __typename: 'Agency', id }));
    expect(
      await count('query ($r: [_Any!]!) { _entities(representations: $r) { ... on Agency { name } } }', {
        r: representations,
      }),
    ).toEqual(['find-agencies']);
    expect(await count('{ agencies(first: 200) { nodes { id parent { id } successors { id } } } }')).toEqual([
      'list-agencies',
      'find-agencies',
    ]);
  });

  it('takes one statement for the agencies of 63 provinces', async () => {
    const representations = provinceCatalogue()
      .inForce('2020-06-30')
      .map(({ id }) => ({ __typename: 'Province', id }));
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Province { code agencies(first: 5, filter: { kind: DEPARTMENT }) { totalCount nodes { id name } } } } }';
    const { data, statements } = await subgraph.counted<{
      _entities: readonly { readonly code: string; readonly agencies: Listed['agencies'] }[];
    }>(query, { r: representations });
    expect(statements).toEqual(['list-agencies']);
    for (const code of ['08', '33', '46', '62']) {
      const { agencies } = data._entities.find((province) => province.code === code) ?? {};
      expect(agencies).toEqual(await departmentsOf(code));
    }
    expect(data._entities.find(({ code }) => code === '01')?.agencies).toEqual({ totalCount: 0, nodes: [] });
  });

  const departmentsOf = (province: string) => list({ province, kind: 'DEPARTMENT' }, 5);

  it('folds names in SQL as in the code', async () => {
    const texts = [
      ...agencyDirectoryEntries().flatMap(({ name, aliases }) => [name, ...aliases]),
      ...provinceCatalogue().aliases.map(({ alias }) => alias),
      "UBND huyện Ia H'Drai",
      'ĐẮK LẮK – Đăk  Nông',
      '“Sở” KH&CN, (TT-TH)',
      'Uỷ ban Quỹ ĐƯỜNG THUỶ',
    ];
    const fold = statement(
      'fold',
      z.object({ folded: z.string() }),
      'select fold_name(n) as folded from unnest($1::text[]) as n',
    );
    const folded = (await subgraph.database.reader.all(fold, [texts])).map((row) => row.folded);
    expect(folded).toEqual(texts.map(foldName));
  });
});
