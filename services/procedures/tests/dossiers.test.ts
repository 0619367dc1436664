import fc from 'fast-check';
import { z } from 'zod';
import { statement } from '@lientinh/postgres';
import { countStatements } from '@lientinh/testkit';
import {
  dossiers,
  procedure,
  publishCatalogue,
  publishDossiers,
  publishRegister,
  PROVINCES,
  retractCatalogue,
  retractDossiers,
} from './support/catalogues';
import { startProcedures, type RunningProcedures } from './support/start-procedures';

interface Summary {
  readonly province: { readonly id: string };
  readonly months: number;
  readonly received: number;
  readonly onTimeShare: number | null;
  readonly onlineShare: number | null;
  readonly metricPercent: number | null;
}

const COMPARE = `query($provinces: [ID!]!, $from: Date!, $to: Date!, $field: String, $level: AdministrativeLevel, $procedure: ID, $recordedAsOf: DateTime) {
  dossierComparison(provinces: $provinces, from: $from, to: $to, field: $field, level: $level, procedure: $procedure, recordedAsOf: $recordedAsOf) {
    province { id } months received onTimeShare onlineShare metricPercent(metric: "ONLINE_DOSSIER_SHARE")
  }
}`;

describe('dossier statistics', () => {
  let running: RunningProcedures;
  beforeEach(async () => {
    running = await startProcedures();
  });
  afterEach(() => running.stop());

  const compare = async (variables: object): Promise<readonly Summary[]> => {
    const year = { provinces: ['46', '62', '33', '08'], from: '2021-01-01', to: '2021-12-31' };
    const { data, errors } = await running.ask<{ dossierComparison: readonly Summary[] }>(COMPARE, {
      ...year,
      ...variables,
    });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data.dossierComparison;
  };
  const received = async (variables: object = {}): Promise<readonly number[]> =>
    (await compare(variables)).map((summary) => summary.received);

  it('sums provinces over a period in one statement, in the order asked for, with the shares of the targets', async () => {
    await publishDossiers(running, '46', [
      dossiers('1.000001', '2021-01-01'),
      dossiers('1.000001', '2021-02-28', { received: 300 }),
    ]);
    await publishDossiers(running, '62', [
      dossiers('1.000001.000.00.00.H36', '2021-12-01'),
      dossiers('1.000001', '2022-01-01'),
    ]);
    const { result, statements } = await countStatements(running.database, () =>
      compare({ provinces: ['62', '46', '33'] }),
    );
    expect(statements).toEqual(['sum-dossier-rollups']);
    expect(result).toEqual([
      {
        province: { id: '62@2004-01-01' },
        months: 1,
        received: 100,
        onTimeShare: 70 / 80,
        onlineShare: 0.25,
        metricPercent: 25,
      },
      {
        province: { id: '46@2004-01-01' },
        months: 2,
        received: 400,
        onTimeShare: 70 / 80,
        onlineShare: 0.125,
        metricPercent: 12.5,
      },
      {
        province: { id: '33@2004-01-01' },
        months: 0,
        received: 0,
        onTimeShare: null,
        onlineShare: null,
        metricPercent: null,
      },
    ]);
  });

  it('answers for many provinces of the graph in one statement', async () => {
    await publishDossiers(running, '46', [dossiers('1.000001', '2021-01-01')]);
    const representations = ['46', '62', '33', '08'].map((code) => ({
      __typename: 'Province',
      id: `${code}@2004-01-01`,
    }));
    const query = `query($refs: [_Any!]!) { _entities(representations: $refs) { ... on Province {
      dossierSummary(from: "2021-01-01", to: "2021-12-31") { received onlineShare } } } }`;
    const { result, statements } = await countStatements(running.database, () =>
      running.ask<{ _entities: readonly { dossierSummary: { received: number } }[] }>(query, { refs: representations }),
    );
    expect(result.data._entities.map(({ dossierSummary }) => dossierSummary.received)).toEqual([100, 0, 0, 0]);
    expect(statements).toEqual(['sum-dossier-rollups']);
  });

  it('answers by field, level and procedure, and follows when a procedure is classified otherwise', async () => {
    await publishDossiers(running, '46', [
      dossiers('1.000001', '2021-01-01', { agency: 'Sở Tư pháp', received: 100 }),
      dossiers('1.000001', '2021-01-01', { agency: 'UBND xã', received: 50, receivedOnline: 5 }),
      dossiers('1.000002', '2021-01-01', { received: 200 }),
    ]);
    const only = { provinces: ['46'] };
    expect(await received({ ...only, field: 'Hộ tịch' })).toEqual([0]);
    const catalogue = await publishCatalogue(running, '46', '2021-01-01', [
      procedure('1.000001'),
      procedure('1.000002', { field: 'Doanh nghiệp', level: 'DISTRICT' }),
    ]);
    expect(await received({ ...only, field: 'ho tich' })).toEqual([150]);
    expect(await received({ ...only, level: 'DISTRICT' })).toEqual([200]);
    expect(await received({ ...only, field: 'Hộ tịch', level: 'DISTRICT' })).toEqual([0]);
    expect(await received({ ...only, procedure: '1.000001.000.00.00.H46' })).toEqual([150]);
    expect(await received({ ...only, procedure: '1.000001', field: 'Doanh nghiệp' })).toEqual([0]);
    await publishRegister(running, [{ code: '1.000002', name: 'Thủ tục thử', field: 'Hộ tịch', level: 'COMMUNE' }]);
    expect(await received({ ...only, field: 'Hộ tịch' })).toEqual([350]);
    expect(await received({ ...only, level: 'COMMUNE' })).toEqual([200]);
    await retractCatalogue(running, catalogue.publication?.id ?? '', 'thua-thien-hue');
    expect(await received({ ...only, field: 'Hộ tịch' })).toEqual([200]);
    expect(await received(only)).toEqual([350]);
  });

  it('replaces row by row, shows what was known at an instant, and brings back what was replaced', async () => {
    const first = await publishDossiers(running, '46', [
      dossiers('1.000001', '2021-01-01'),
      dossiers('1.000002', '2021-01-01'),
    ]);
    const second = await publishDossiers(running, '46', [dossiers('1.000001', '2021-01-01', { received: 900 })]);
    expect(second.publication?.supersedes).toEqual({ id: first.publication?.id });
    const only = { provinces: ['46'] };
    expect(await received(only)).toEqual([1000]);
    expect(await received({ ...only, procedure: '1.000001' })).toEqual([900]);
    const earlier = { ...only, recordedAsOf: first.publication?.receivedAt };
    expect(await received(earlier)).toEqual([200]);
    expect(await received({ ...earlier, procedure: '1.000001' })).toEqual([100]);
    await retractDossiers(running, second.publication?.id ?? '', 'thua-thien-hue');
    expect(await received(only)).toEqual([200]);
    await retractDossiers(running, first.publication?.id ?? '', 'thua-thien-hue');
    expect((await compare(only))[0]).toMatchObject({ received: 0, months: 0, onlineShare: null });
    expect(await received({ ...only, recordedAsOf: second.publication?.receivedAt })).toEqual([1000]);
  });

  it('names every row whose numbers contradict each other, whose month is to come, or that is there twice', async () => {
    const receipt = await publishDossiers(running, '46', [
      dossiers('1.000001', '2021-01-01', { resolved: 79 }),
      dossiers('1.000002', '2021-01-01', { receivedOnline: 101, receivedPostal: 101 }),
      dossiers('1.000003', '2999-01-01'),
      dossiers('1.000004', '2021-01-01'),
      dossiers('1.000004.000.00.00.H46', '2021-01-31'),
      dossiers('1.000005', '1999-12-31'),
      dossiers('mot cua', '2021-01-01'),
    ]);
    expect(receipt.status).toBe('REJECTED');
    expect(receipt.problems.map(({ row, path, code }) => `${row} ${path} ${code}`)).toEqual([
      '0 resolved DOSSIER_RESOLVED_TOO_FEW',
      '1 receivedOnline DOSSIER_RECEIVED_TOO_FEW',
      '1 receivedPostal DOSSIER_RECEIVED_TOO_FEW',
      '2 month DOSSIER_MONTH_IN_FUTURE',
      '4 procedure DOSSIER_ROW_TWICE',
      '5 month DOSSIER_MONTH_INVALID',
      '6 procedure PROCEDURE_CODE_UNKNOWN',
    ]);
    expect(await received({ provinces: ['46'] })).toEqual([0]);
    const negative = await publishDossiers(running, '46', [dossiers('1.000001', '2021-01-01', { overdue: -1 })]);
    expect(negative.problems).toEqual([
      expect.objectContaining({ row: 0, path: 'overdue', code: 'DOSSIER_COUNT_INVALID' }),
    ]);
  });

  it('files a month under the unit that bore the code then', async () => {
    await publishDossiers(running, '08', [
      dossiers('1.000001', '2025-06-01'),
      dossiers('1.000001', '2025-07-01', { received: 700 }),
    ]);
    const period = { provinces: ['08'], from: '2025-01-01' };
    expect(await received({ ...period, to: '2025-06-30' })).toEqual([100]);
    expect(await received({ ...period, to: '2025-12-31' })).toEqual([700]);
    const late = await publishDossiers(running, '62', [dossiers('1.000001', '2025-07-01')]);
    expect(late.problems).toEqual([expect.objectContaining({ path: 'month', code: 'DOSSIER_PROVINCE_NOT_IN_FORCE' })]);
  });

  it('refuses another province, no rows, a reversed period and nobody', async () => {
    const publish =
      'mutation($input: PublishDossierStatisticsInput!) { publishDossierStatistics(input: $input) { status } }';
    const input = { idempotencyKey: 'x', province: '46', rows: [dossiers('1.000001', '2021-01-01')] };
    expect((await running.ask(publish, { input }, 'kon-tum')).errors?.[0]?.extensions.code).toBe('NOT_PERMITTED');
    expect((await running.ask(publish, { input })).errors?.[0]?.extensions.code).toBe('NOT_AUTHENTICATED');
    const empty = await running.ask(publish, { input: { ...input, rows: [] } }, 'thua-thien-hue');
    expect(empty.errors?.[0]?.extensions.code).toBe('ROWS_MISSING');
    const reversed = await running.ask(COMPARE, { provinces: ['46'], from: '2021-02-01', to: '2021-01-01' });
    expect(reversed.errors?.[0]?.extensions.code).toBe('DOSSIER_PERIOD_REVERSED');
  });

  it('makes the partition of every year that is sent', async () => {
    await publishDossiers(running, '46', [dossiers('1.000001', '2004-05-01'), dossiers('1.000001', '2011-05-01')]);
    const partitions = await running.database.reader.all(
      statement(
        'list-partitions',
        z.object({ name: z.string() }),
        `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'dossier_statistic'::regclass order by 1`,
      ),
    );
    const names = partitions.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'dossier_statistic_2004',
        'dossier_statistic_2007',
        'dossier_statistic_2011',
      ]) as string[],
    );
  });
});

const ROLLUP_DIFFERENCES = statement(
  'compare-rollups',
  z.object({ differing: z.coerce.number() }),
  `with facts as (
     select f.province, coalesce(p.field_folded, '') as field, coalesce(p.level, '') as level, f.month, count(*) as n, sum(f.received) as received,
       sum(f.overdue) as overdue
     from dossier_statistic f left join procedure p on p.code = f.procedure_code and not p.withdrawn
     where f.recorded_to = 'infinity' group by 1, 2, 3, 4),
   cubes as (
     select province, case grouping(field) when 1 then '*' else field end as field, case grouping(level) when 1 then '*' else level end as level,
       month, sum(n) as n, sum(received) as received, sum(overdue) as overdue
     from facts group by province, month, grouping sets ((field, level), (field), (level), ())),
   rolled as (select province, field, level, month, fact_rows as n, received, overdue from dossier_rollup where recorded_to = 'infinity')
   select (select count(*) from (table cubes except table rolled) a) + (select count(*) from (table rolled except table cubes) b) as differing`,
);
const CURRENT_TWICE = statement(
  'count-current-twice',
  z.object({ rows: z.coerce.number() }),
  `select count(*) as rows from (select 1 from dossier_statistic where recorded_to = 'infinity'
     group by province, month, procedure_code, agency having count(*) > 1) t`,
);

describe('rollups of dossier statistics', () => {
  let running: RunningProcedures;
  beforeAll(async () => {
    running = await startProcedures();
  });
  afterAll(() => running.stop());

  it('equal the sums of the current rows after any history of publications, corrections, retractions and reclassification', async () => {
    const code = fc.constantFrom('1.000001', '1.000002', '1.000003.000.00.00.H46');
    const province = fc.constantFrom('46', '62');
    const row = fc.record({
      code,
      month: fc.constantFrom('2021-01-01', '2021-02-01'),
      agency: fc.constantFrom(undefined, 'Sở A'),
      received: fc.nat(500),
    });
    const rows = fc.uniqueArray(row, {
      minLength: 1,
      maxLength: 5,
      selector: (r) => `${r.code.slice(0, 8)} ${r.month} ${r.agency}`,
    });
    const field = fc.constantFrom('Hộ tịch', 'Đất đai');
    const catalogue = fc.uniqueArray(fc.record({ code, field }), {
      minLength: 1,
      maxLength: 3,
      selector: (p) => p.code.slice(0, 8),
    });
    const action = fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('DOSSIERS' as const), province, rows }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('CATALOGUE' as const), province, catalogue }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('RETRACT' as const), place: fc.nat() }) },
    );
    const open: { readonly id: string; readonly province: string; readonly dossiers: boolean }[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 5 }), async (actions) => {
        for (const step of actions) {
          if (step.kind === 'RETRACT') {
            const [target] = open.splice(step.place % Math.max(1, open.length), 1);
            if (target === undefined) continue;
            const take = target.dossiers ? retractDossiers : retractCatalogue;
            await take(running, target.id, PROVINCES[target.province] ?? 'kon-tum');
          } else {
            const receipt =
              step.kind === 'DOSSIERS'
                ? await publishDossiers(
                    running,
                    step.province,
                    step.rows.map((r) =>
                      dossiers(r.code, r.month, {
                        agency: r.agency,
                        received: r.received,
                        receivedOnline: 0,
                        receivedPostal: 0,
                      }),
                    ),
                  )
                : await publishCatalogue(
                    running,
                    step.province,
                    '2021-01-01',
                    step.catalogue.map((p) => procedure(p.code, { field: p.field })),
                  );
            expect(receipt.problems).toEqual([]);
            open.push({
              id: receipt.publication?.id ?? '',
              province: step.province,
              dossiers: step.kind === 'DOSSIERS',
            });
          }
          expect((await running.database.reader.get(ROLLUP_DIFFERENCES)).differing).toBe(0);
          expect((await running.database.reader.get(CURRENT_TWICE)).rows).toBe(0);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('stay right when statistics and catalogues are published at once', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, place) =>
        place % 2 === 0
          ? publishDossiers(running, '46', [dossiers('1.000001', '2021-03-01', { received: 100 + place })])
          : publishCatalogue(running, '62', `2021-01-${10 + place}`, [
              procedure('1.000001', { field: `Lĩnh vực ${place}` }),
            ]),
      ),
    );
    expect((await running.database.reader.get(ROLLUP_DIFFERENCES)).differing).toBe(0);
  });
});
