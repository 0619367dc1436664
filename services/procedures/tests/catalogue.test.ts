import { countStatements } from '@lientinh/testkit';
import { procedure, publishCatalogue, publishRegister, retractCatalogue } from './support/catalogues';
import { startProcedures, type RunningProcedures } from './support/start-procedures';

interface Comparison {
  readonly catalogueComparison: {
    readonly common: number;
    readonly notes: readonly { readonly kind: string; readonly text: string }[];
    readonly columns: readonly Record<string, number | string | null>[];
    readonly rows: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      readonly nodes: readonly {
        readonly procedure: { readonly code: string };
        readonly offerings: readonly (Record<string, unknown> | null)[];
        readonly differences: readonly { readonly field: string; readonly values: readonly (string | null)[] }[];
      }[];
    };
  };
}

const COMPARISON = `query($provinces: [ID!]!, $asOf: Date, $recordedAsOf: DateTime, $first: Int, $after: String, $field: String) {
  catalogueComparison(provinces: $provinces, asOf: $asOf, recordedAsOf: $recordedAsOf, field: $field) {
    common notes { kind text(language: EN) }
    columns { catalogueAsOf total onlyHere missingHere fullShare onlineShare oneStopShare lateShare delayKnown }
    rows(first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { procedure { code } offerings { publicationDelayDays publicationDelayMissing publishedLate onlineService { code } }
        differences { field values } }
    }
  }
}`;

describe('catalogues of provinces', () => {
  let running: RunningProcedures;
  beforeEach(async () => {
    running = await startProcedures();
  });
  afterEach(() => running.stop());

  const compare = async (variables: object): Promise<Comparison['catalogueComparison']> => {
    const { data, errors } = await running.ask<Comparison>(COMPARISON, variables);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data.catalogueComparison;
  };

  it('says what is common, only here and missing here, and in which fields the provinces differ', async () => {
    await publishCatalogue(running, '46', '2021-01-01', [
      procedure('1.000001', { ways: [{ mode: 'ONLINE', processingDays: 3, feeVnd: 0 }], onlineService: 'LEVEL_4' }),
      procedure('1.000002'),
      procedure('1.000003', { oneStop: false }),
    ]);
    await publishCatalogue(running, '62', '2021-02-01', [
      procedure('1.000001', { ways: [{ mode: 'ONLINE', processingDays: 5, feeVnd: 0 }] }),
      procedure('1.000004'),
    ]);
    const comparison = await compare({ provinces: ['46', '62'], asOf: '2021-06-30' });
    expect(comparison).toMatchObject({ common: 1, notes: [], rows: { totalCount: 4 } });
    expect(comparison.columns).toEqual([
      expect.objectContaining({
        total: 3,
        onlyHere: 2,
        missingHere: 1,
        fullShare: 1 / 3,
        onlineShare: 1,
        oneStopShare: 2 / 3,
      }),
      expect.objectContaining({ total: 2, onlyHere: 1, missingHere: 2, fullShare: 0, lateShare: null, delayKnown: 0 }),
    ]);
    const [first, second] = comparison.rows.nodes;
    expect(first?.differences).toEqual([
      { field: 'onlineService', values: ['FULL', 'PARTIAL'] },
      { field: 'ways.ONLINE.processingDays', values: ['3', '5'] },
    ]);
    expect(second?.offerings.map((offering) => offering !== null)).toEqual([true, false]);
    expect(second?.differences).toEqual([]);
  });

  it('reads two spellings of a code as one procedure', async () => {
    await publishCatalogue(running, '46', '2021-01-01', [procedure('1.001612')]);
    await publishCatalogue(running, '62', '2021-01-01', [procedure('1.001612.000.00.00.H48')]);
    expect(await compare({ provinces: ['46', '62'], asOf: '2021-06-30' })).toMatchObject({
      common: 1,
      rows: { totalCount: 1 },
    });
    const receipt = await publishCatalogue(running, '33', '2021-01-01', [
      procedure('1.001612'),
      procedure('1.001612.000.00.00.H33'),
    ]);
    expect(receipt.problems).toEqual([expect.objectContaining({ row: 1, path: 'code', code: 'PROCEDURE_TWICE' })]);
  });

  it('answers the first page of four provinces in two statements, and pages on without gaps or repeats', async () => {
    const codes = Array.from({ length: 30 }, (_, place) => `1.${String(place).padStart(6, '0')}`);
    for (const province of ['46', '62', '33', '08']) {
      await publishCatalogue(
        running,
        province,
        '2021-01-01',
        codes.map((code) => procedure(code)),
      );
    }
    const variables = { provinces: ['46', '62', '33', '08'], asOf: '2021-06-30', first: 7 };
    const { result, statements } = await countStatements(running.database, () => compare(variables));
    expect(statements).toEqual(['compare-catalogues', 'list-compared-procedures']);
    const seen = result.rows.nodes.map(({ procedure: { code } }) => code);
    let page = result;
    while (page.rows.pageInfo.hasNextPage) {
      page = await compare({ ...variables, after: page.rows.pageInfo.endCursor });
      seen.push(...page.rows.nodes.map(({ procedure: { code } }) => code));
    }
    expect(seen).toEqual(codes);
  });

  it('follows catalogues over valid time: what is missing from a later one ceased there', async () => {
    await publishCatalogue(running, '46', '2019-01-01', [procedure('1.000001'), procedure('1.000002')]);
    await publishCatalogue(running, '46', '2020-01-01', [procedure('1.000001')]);
    const totalOn = async (asOf: string) => (await compare({ provinces: ['46'], asOf })).columns[0]?.['total'];
    expect([await totalOn('2018-12-31'), await totalOn('2019-12-31'), await totalOn('2020-01-01')]).toEqual([0, 2, 1]);
    const { notes } = await compare({ provinces: ['46'], asOf: '2018-12-31' });
    expect(notes).toEqual([expect.objectContaining({ kind: 'NO_CATALOGUE' })]);
  });

  it('replaces the catalogue of a day, shows the old one as it was known, and brings it back on retraction', async () => {
    const first = await publishCatalogue(running, '46', '2019-01-01', [procedure('1.000001'), procedure('1.000002')]);
    const second = await publishCatalogue(running, '46', '2019-01-01', [procedure('1.000003')]);
    expect(second.publication?.supersedes).toEqual({ id: first.publication?.id });
    const codes = async (recordedAsOf?: string) =>
      (await compare({ provinces: ['46'], asOf: '2019-06-30', recordedAsOf })).rows.nodes.map(
        (row) => row.procedure.code,
      );
    expect(await codes()).toEqual(['1.000003']);
    expect(await codes(first.publication?.receivedAt)).toEqual(['1.000001', '1.000002']);
    await retractCatalogue(running, second.publication?.id ?? '', 'thua-thien-hue');
    expect(await codes()).toEqual(['1.000001', '1.000002']);
    const { data } = await running.ask<{ procedure: object | null }>('{ procedure(code: "1.000003") { name } }');
    expect(data.procedure).toBeNull();
  });

  it('counts the delay of publication in working days of the Vietnamese calendar', async () => {
    // Tết 2019 was off from Monday 4 to Friday 8 February.
    await publishCatalogue(running, '46', '2019-06-01', [
      procedure('1.000001', { decidedOn: '2019-02-01', publishedOn: '2019-02-15' }),
      procedure('1.000002', { decidedOn: '2019-02-01', publishedOn: '2019-02-18' }),
      procedure('1.000003', { decidedOn: '2019-02-01', publishedOn: '2019-02-13', shortenedProcedure: true }),
      procedure('1.000004', { decidedOn: '2019-02-01' }),
      procedure('1.000005', { decidedOn: '2016-02-01', publishedOn: '2016-02-02' }),
    ]);
    const { columns, rows } = await compare({ provinces: ['46'], asOf: '2019-06-30' });
    expect(rows.nodes.map(({ offerings }) => offerings[0])).toMatchObject([
      { publicationDelayDays: 5, publishedLate: false, publicationDelayMissing: null },
      { publicationDelayDays: 6, publishedLate: true },
      { publicationDelayDays: 3, publishedLate: true },
      { publicationDelayDays: null, publishedLate: null, publicationDelayMissing: 'NOT_STATED' },
      { publicationDelayDays: null, publishedLate: null, publicationDelayMissing: 'CALENDAR_UNKNOWN' },
    ]);
    expect(columns[0]).toMatchObject({ delayKnown: 3, lateShare: 2 / 3 });
  });

  it('compares across the change of the online levels and says what stands for what', async () => {
    await publishCatalogue(running, '46', '2021-01-01', [procedure('1.000001', { onlineService: 'LEVEL_4' })]);
    await publishCatalogue(running, '62', '2023-01-01', [procedure('1.000001', { onlineService: 'FULL' })]);
    const comparison = await compare({ provinces: ['46', '62'], asOf: '2023-06-30' });
    expect(comparison.rows.nodes[0]?.differences).toEqual([]);
    expect(comparison.notes).toEqual([
      { kind: 'ONLINE_LEVELS_MAPPED', text: expect.stringContaining('Level 4 → Full process') as string },
    ]);
    const old = await publishCatalogue(running, '46', '2023-01-01', [
      procedure('1.000001', { onlineService: 'LEVEL_4' }),
    ]);
    expect(old.problems).toEqual([
      expect.objectContaining({
        path: 'onlineService',
        code: 'ONLINE_LEVEL_NOT_IN_FORCE',
        message: expect.stringContaining('FULL') as string,
      }),
    ]);
  });

  it('takes any well-formed code without a register; with one refuses unknown codes and names the nearest', async () => {
    expect(await publishCatalogue(running, '46', '2021-01-01', [procedure('9.999999')])).toMatchObject({
      status: 'ACCEPTED',
    });
    expect(await publishCatalogue(running, '46', '2021-02-01', [procedure('khai sinh')])).toMatchObject({
      status: 'REJECTED',
      problems: [{ row: 0, path: 'code', code: 'PROCEDURE_CODE_UNKNOWN' }],
    });
    const registered = { name: 'Đăng ký khai sinh', field: 'Hộ tịch', level: 'COMMUNE' };
    await publishRegister(running, [
      { code: '1.001193', ...registered },
      { code: '2.000635', ...registered, name: 'Cấp bản sao trích lục hộ tịch' },
    ]);
    const receipt = await publishCatalogue(running, '46', '2021-03-01', [
      procedure('1.001139', { name: 'Đăng ký khai sinh' }),
    ]);
    expect(receipt.problems).toEqual([
      expect.objectContaining({
        row: 0,
        code: 'PROCEDURE_CODE_UNKNOWN',
        message: expect.stringContaining('1.001193 (Đăng ký khai sinh)') as string,
      }),
    ]);
  });

  it('describes a procedure as the register does, and as the latest catalogue once the register is taken back', async () => {
    await publishCatalogue(running, '46', '2021-01-01', [procedure('1.001193', { name: 'Đăng ký khai sinh ở tỉnh' })]);
    const register = await publishRegister(running, [
      {
        code: '1.001193',
        name: 'Đăng ký khai sinh',
        field: 'Hộ tịch',
        level: 'COMMUNE',
        legalReferences: ['60/2014/QH13'],
      },
    ]);
    const describe = async () =>
      (
        await running.ask<object>(
          '{ procedure(code: "1.001193.000.00.00.H46") { code name level registered legalReferences { number kind } } }',
        )
      ).data;
    expect(await describe()).toEqual({
      procedure: {
        code: '1.001193',
        name: 'Đăng ký khai sinh',
        level: 'COMMUNE',
        registered: true,
        legalReferences: [{ number: '60/2014/QH13', kind: 'LAW' }],
      },
    });
    await retractCatalogue(running, register.publication?.id ?? '', 'ministry');
    expect(await describe()).toMatchObject({
      procedure: { name: 'Đăng ký khai sinh ở tỉnh', level: 'PROVINCIAL', registered: false },
    });
  });

  it('gives one receipt for one key, reports a dry run without writing, and refuses other provinces', async () => {
    const rows = [procedure('1.000001')];
    expect(await publishCatalogue(running, '46', '2021-01-01', rows, { key: 'k', dryRun: true })).toMatchObject({
      status: 'DRY_RUN',
      publication: null,
    });
    const first = await publishCatalogue(running, '46', '2021-01-01', rows, { key: 'k' });
    expect(await publishCatalogue(running, '46', '2021-01-01', rows, { key: 'k' })).toEqual({
      ...first,
      replayed: true,
    });
    const foreign = await running.ask(
      'mutation($input: PublishProceduresInput!) { publishProcedures(input: $input) { status } }',
      { input: { idempotencyKey: 'x', province: '46', asOf: '2021-01-01', procedures: rows } },
      'kon-tum',
    );
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_PERMITTED');
    const register = await running.ask(
      'mutation($input: PublishNationalProceduresInput!) { publishNationalProcedures(input: $input) { status } }',
      { input: { idempotencyKey: 'x', procedures: [{ code: '1.000001', name: 'a', field: 'b', level: 'COMMUNE' }] } },
      'thua-thien-hue',
    );
    expect(register.errors?.[0]?.extensions.code).toBe('NOT_PERMITTED');
  });

  it('reports every wrong field of a row and writes nothing', async () => {
    const receipt = await publishCatalogue(running, '46', '2021-01-01', [
      procedure('1.000001', {
        name: ' ',
        decidedOn: '2021-02-02',
        publishedOn: '2021-02-01',
        ways: [
          { mode: 'ONLINE', processingDays: -1 },
          { mode: 'ONLINE', feeVnd: 0 },
        ],
      }),
    ]);
    expect(receipt.status).toBe('REJECTED');
    expect(receipt.problems.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'name PROCEDURE_TEXT_MISSING',
      'publishedOn PROCEDURE_PUBLISHED_BEFORE_DECIDED',
      'ways PROCEDURE_WAYS_INVALID',
    ]);
    expect((await compare({ provinces: ['46'], asOf: '2021-06-30' })).columns[0]?.['total']).toBe(0);
  });
});
