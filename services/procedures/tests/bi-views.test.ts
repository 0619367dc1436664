import { readAs } from '@lientinh/bi/testing';
import { biRows } from './support/bi-rows';
import { dossiers, procedure, publishCatalogue, publishDossiers, publishRegister } from './support/catalogues';
import { fillStatistics, planOf, rowsRead, type PlanNode } from './support/large-statistics';
import { startProcedures, type RunningProcedures } from './support/start-procedures';

const NOW = { at: null };

describe('the BI views of procedures and dossiers', () => {
  let running: RunningProcedures;
  beforeAll(async () => {
    running = await startProcedures();
    await publishDossiers(running, '46', [
      dossiers('1.000001', '2021-01-01'),
      dossiers('1.000002', '2021-02-01', { received: 0, receivedOnline: 0, receivedPostal: 0 }),
    ]);
    await publishRegister(running, [
      { code: '1.000001', name: 'Đăng ký khai sinh', field: 'Hộ tịch', level: 'COMMUNE' },
    ]);
    await publishCatalogue(running, '46', '2021-01-01', [procedure('1.000001')]);
  });
  afterAll(() => running.stop());

  it('hold the names of the unit then and of the unit of today beside every row', async () => {
    const rows = await biRows(
      running,
      `select distinct province_id, province_name_vi, current_province_name_vi, publication_id from bi.dossier_statistics`,
      NOW,
    );
    expect(rows).toEqual([
      {
        province_id: '46@2004-01-01',
        province_name_vi: 'Thừa Thiên Huế',
        current_province_name_vi: 'Huế',
        publication_id: 'dossier-statistics-1',
      },
    ]);
  });

  it('have no share where nothing was received, and no field for a procedure that nobody described', async () => {
    expect(
      await biRows(running, 'select month, on_time_share, online_share from bi.dossier_statistics order by 1', NOW),
    ).toEqual([
      { month: '2021-01-01', on_time_share: '0.875000000', online_share: '0.250000000' },
      { month: '2021-02-01', on_time_share: '0.875000000', online_share: null },
    ]);
    expect(
      await biRows(running, 'select field_key, field, level_key, level from bi.dossier_monthly_totals order by 1', NOW),
    ).toEqual([
      { field_key: '', field: null, level_key: '', level: null },
      { field_key: 'ho tich', field: 'Hộ tịch', level_key: 'COMMUNE', level: 'COMMUNE' },
    ]);
  });

  it('are found by words without diacritics', async () => {
    const found = await biRows(
      running,
      `select code from bi.procedures where search_text like '%' || bi.fold_text('KHAI SINH') || '%'`,
      NOW,
    );
    expect(found).toEqual([{ code: '1.000001' }]);
  });

  it.each(['lientinh_bi', 'lientinh_bi_ministry'])('are all that %s may read', async (role) => {
    const read = (table: string) => readAs(running.url, `select count(*) from ${table}`, { role });
    for (const view of ['procedures', 'procedure_offerings', 'dossier_monthly_totals', 'dossier_statistics'])
      expect(await read(`bi.${view}`)).toHaveLength(1);
    for (const table of ['dossier_statistic', 'dossier_rollup', 'offering', 'procedure', 'province', 'field_name'])
      await expect(read(table)).rejects.toThrow('permission denied');
  });
});

const isSort = (node: PlanNode): boolean => node['Node Type'].includes('Sort');

describe('the BI view of very many statistics', () => {
  let running: RunningProcedures;
  beforeAll(async () => {
    running = await startProcedures();
    await fillStatistics(running);
  });
  afterAll(() => running.stop());

  const PAGE = `select * from bi.dossier_statistics
    where (province_id, month, procedure_code, agency) > ($1, $2, $3, $4)`;
  const OF_CODE = 'province_id = any(array(select p.id from bi.provinces p where p.code = $5))';
  const ORDER = 'order by province_id, month, procedure_code, agency limit 501';

  it.each([
    ['of all provinces', PAGE, [], {}],
    ['of some provinces', `${PAGE} and province_id = any($5)`, [['08@2004-01-01', '10@2004-01-01']], {}],
    ['of a code that two units have had', `${PAGE} and ${OF_CODE}`, ['24'], {}],
    ['as of an instant', PAGE, [], { 'bi.as_of_dossier_statistics': '2024-07-01T00:00:00Z' }],
  ])(
    'reads of a page %s little more than its rows, in the order of the primary key',
    async (_, sql, more, settings) => {
      const after = ['08@2004-01-01', '2022-05-01', '1.000040', ''];
      const plan = await planOf(running, `${sql} ${ORDER}`, [...after, ...more], settings);
      expect(plan.filter(isSort)).toEqual([]);
      expect(rowsRead(plan, 'dossier_statistic')).toBeLessThan(501 * 1.1);
      expect(plan[0]?.['Actual Rows']).toBe(501);
    },
  );

  it('reads of a page of what changed since an instant only what changed', async () => {
    const sql = `select * from bi.dossier_statistics where recorded_at > $1 ${ORDER}`;
    const plan = await planOf(running, sql, ['2024-03-01']);
    expect(rowsRead(plan, 'dossier_statistic')).toBe(20 * 2);
  });

  it('reads nothing of provinces when no column of theirs is asked for', async () => {
    const plan = await planOf(running, 'select month, received from bi.dossier_statistics limit 10');
    expect(plan.map((node) => node['Relation Name'])).not.toContain('province');
  });

  it('finds rows that are gone by when they ended, also in partitions that are made later', async () => {
    const sql = `select * from bi.deletions where entity_set = 'DossierStatistics' and deleted_at > $1`;
    const plan = await planOf(running, sql, ['2024-06-02']);
    expect(rowsRead(plan, 'dossier_statistic')).toBe(0);
    const { length } = await biRows(running, sql, NOW, ['2024-01-01']);
    expect(length).toBe(20 * 35 * 2);
    await running.database.write('make-partition', ({ connection }) =>
      connection.query('select ensure_dossier_partitions(2031, 2031)'),
    );
    const { rows } = await running.database.write('list-indexes', ({ connection }) =>
      connection.query<{ indexdef: string }>(
        `select indexdef from pg_indexes where tablename = 'dossier_statistic_2031'`,
      ),
    );
    expect(rows.map(({ indexdef }) => indexdef).join('\n')).toMatch(/\(recorded_to\) WHERE .*infinity/);
  });
});
