import { provinceCatalogue } from '@lientinh/datasets';
import { statement } from '@lientinh/postgres';
import { NO_OFFICE } from '@lientinh/publishing';
import { z } from 'zod';
import { prepare } from '../src/prepare';
import { AgenciesHarness } from './agencies-harness';

interface Named {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

describe('provinces over time', () => {
  let subgraph: AgenciesHarness;
  beforeAll(async () => {
    subgraph = await AgenciesHarness.start();
  });
  afterAll(() => subgraph.stop());

  const provincesOn = async (asOf: string, more = ''): Promise<readonly Named[]> => {
    const query = `query ($asOf: Date) { provinces(asOf: $asOf ${more}) { id code name } }`;
    return (await subgraph.data<{ provinces: readonly Named[] }>(query, { asOf })).provinces;
  };

  it.each([
    ['2004-01-01', 64],
    ['2008-07-31', 64],
    ['2008-08-01', 63],
    ['2025-06-30', 63],
    ['2025-07-01', 34],
  ])('has on %s %d units, by official code', async (asOf, count) => {
    const codes = (await provincesOn(asOf)).map(({ code }) => code);
    expect(codes).toHaveLength(count);
    expect(codes).toEqual([...codes].sort());
    expect(new Set(codes).size).toBe(count);
  });

  it('means by "today" the day in Việt Nam', async () => {
    const { provinces } = await subgraph.data<{ provinces: readonly Named[] }>('{ provinces { id code name } }');
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
    expect(provinces).toEqual(await provincesOn(today));
  });

  it('reads a code with its day: 24 is Bắc Giang until 2025-06-30 and Bắc Ninh since', async () => {
    const nameOn = async (asOf: string) => (await provincesOn(asOf, ', codes: ["24"]')).map(({ name }) => name);
    expect(await nameOn('2025-06-30')).toEqual(['Bắc Giang']);
    expect(await nameOn('2025-07-01')).toEqual(['Bắc Ninh']);
  });

  it('refuses an unknown code and says what it meant at other times, in the language asked for', async () => {
    const query = '{ provinces(codes: ["46", "62"], asOf: "2025-07-01") { id } }';
    const { errors } = await subgraph.ask(query, {}, { language: 'vi' });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'PROVINCE_UNKNOWN',
      details: { code: '62', on: '2025-07-01', otherTimes: [{ nameVi: 'Kon Tum', validTo: '2025-06-30' }] },
    });
    expect(errors?.[0]?.message).toContain('Kon Tum từ 2004-01-01 đến 2025-06-30');
  });

  it('gives null for one province of an unknown code', async () => {
    const query =
      '{ gone: province(code: "62", asOf: "2025-07-01") { id } there: province(code: "62", asOf: "2025-06-30") { id } }';
    expect(await subgraph.data(query)).toEqual({ gone: null, there: { id: '62@2004-01-01' } });
  });

  it('knows the lineage both ways', async () => {
    const query = `{ konTum: province(code: "62", asOf: "2020-01-01") { successors { id name legalBasis predecessors { name } } predecessors { id } } }`;
    const { konTum } = await subgraph.data<{
      konTum: { successors: { id: string; name: string; legalBasis: string[]; predecessors: { name: string }[] }[] };
    }>(query);
    expect(konTum).toMatchObject({ predecessors: [], successors: [{ id: '51@2025-07-01', name: 'Quảng Ngãi' }] });
    expect(konTum.successors[0]?.predecessors.map(({ name }) => name).sort()).toEqual(['Kon Tum', 'Quảng Ngãi']);
    expect(konTum.successors[0]?.legalBasis.join()).toContain('202/2025/QH15');
  });

  it.each([
    ['kon tum', '2020-01-01', ['62']],
    ['thua thien hue', '2020-01-01', ['46']],
    ['Thừa Thiên Huế', '2020-01-01', ['46']],
    ['quang', '2020-01-01', ['08', '22', '44', '45', '49', '51']],
    ['atlantis', '2020-01-01', []],
    ['!?', '2020-01-01', []],
  ])('finds %j on %s without diacritics', async (search, asOf, codes) => {
    expect((await provincesOn(asOf, `, search: ${JSON.stringify(search)}`)).map(({ code }) => code)).toEqual(codes);
  });

  it('restricts to a region and gives every field in both languages', async () => {
    const query = `{ provinces(region: CENTRAL_HIGHLANDS, asOf: "2020-01-01") { code slug name vi: name(language: VI) en: name(language: EN) kind region validFrom validTo spellings } }`;
    const { provinces } = await subgraph.data<{ provinces: { code: string }[] }>(query);
    expect(provinces.map(({ code }) => code)).toEqual(['62', '64', '66', '67', '68']);
    expect(provinces[2]).toMatchObject({
      slug: 'dak-lak',
      name: 'Đắk Lắk',
      en: 'Dak Lak',
      kind: 'PROVINCE',
      region: 'CENTRAL_HIGHLANDS',
      validFrom: '2004-01-01',
      validTo: '2025-06-30',
      spellings: expect.arrayContaining(['Đăk Lăk']) as unknown,
    });
  });

  it('answers 63 provinces that another subgraph names without a statement', async () => {
    const representations = provinceCatalogue()
      .inForce('2020-06-30')
      .map(({ id }) => ({ __typename: 'Province', id }));
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Province { code name en: name(language: EN) region successors { name } } } }';
    const { data, statements } = await subgraph.counted<{ _entities: { name: string }[] }>(query, {
      r: representations,
    });
    expect(data._entities).toHaveLength(63);
    expect(data._entities.every(({ name }) => name !== '')).toBe(true);
    expect(statements).toEqual([]);
  });

  it('gives null for a province key that does not exist', async () => {
    const query = '{ _entities(representations: [{ __typename: "Province", id: "99@2004-01-01" }]) { __typename } }';
    expect(await subgraph.data(query)).toEqual({ _entities: [null] });
  });

  it('keeps the same provinces in its reference tables, and writes them once', async () => {
    const { database } = subgraph;
    const count = statement(
      'count-reference',
      z.object({
        provinces: z.coerce.number(),
        lineage: z.coerce.number(),
        aliases: z.coerce.number(),
        written: z.string(),
      }),
      `select (select count(*) from province) as provinces, (select count(*) from province_lineage) as lineage,
         (select count(*) from province_alias) as aliases, (select written_at::text from reference_content) as written`,
    );
    const before = await database.reader.get(count);
    const { all, lineage, aliases } = provinceCatalogue();
    expect(before).toMatchObject({ provinces: all.length, lineage: lineage.length, aliases: aliases.length });
    await prepare({ database }, NO_OFFICE);
    expect(await database.reader.get(count)).toEqual(before);
  });
});
