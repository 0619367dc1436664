import { biRows, instantOf } from './support/bi-rows';
import { procedure, publishCatalogue, publishRegister, retractCatalogue } from './support/catalogues';
import { ledgerInstants } from './support/history';
import { startProcedures, type RunningProcedures } from './support/start-procedures';

const NOW = { at: null };

describe('the BI views of catalogues that replace each other', () => {
  let running: RunningProcedures;
  beforeEach(async () => {
    running = await startProcedures();
  });
  afterEach(() => running.stop());

  const offerings = async (moment: { at: string | null; day?: string } = NOW) => {
    const sql = 'select procedure_code, as_of, recorded_at from bi.procedure_offerings order by 1';
    const rows = await biRows(running, sql, moment);
    return rows.map((row) => `${row['procedure_code']} ${row['as_of']} ${instantOf(row['recorded_at'])}`);
  };
  const deleted = async (set: string, moment: { at: string | null } = NOW) => {
    const sql = 'select entity_key, deleted_at, province_code from bi.deletions where entity_set = $1 order by 1';
    const rows = await biRows(running, sql, moment, [set]);
    return rows.map((row) => `${row['entity_key']} ${instantOf(row['deleted_at'])} ${row['province_code'] ?? '-'}`);
  };

  it('show a catalogue again, since the retraction, when the later one is taken back', async () => {
    await publishCatalogue(running, '46', '2021-01-01', [procedure('1.000001')]);
    const later = await publishCatalogue(running, '46', '2022-01-01', [procedure('1.000002')]);
    await retractCatalogue(running, later.publication?.id ?? '', 'thua-thien-hue');
    const [first = '', second = '', third = ''] = await ledgerInstants(running);
    const key = "ProvinceId='46@2004-01-01',ProcedureCode=";
    expect(await offerings({ at: first })).toEqual([`1.000001 2021-01-01 ${first}`]);
    expect(await deleted('ProcedureOfferings', { at: first })).toEqual([]);
    expect(await offerings({ at: second })).toEqual([`1.000002 2022-01-01 ${second}`]);
    expect(await deleted('ProcedureOfferings', { at: second })).toEqual([`${key}'1.000001' ${second} 46`]);
    expect(await offerings({ at: second, day: '2021-06-30' })).toEqual([`1.000001 2021-01-01 ${first}`]);
    expect(await offerings()).toEqual([`1.000001 2021-01-01 ${third}`]);
    expect(await deleted('ProcedureOfferings')).toEqual([`${key}'1.000002' ${third} 46`]);
    expect(await deleted('Procedures')).toEqual([`'1.000002' ${third} -`]);
  });

  it('describe a procedure by the catalogue again, since then, when the register is taken back', async () => {
    await publishCatalogue(running, '46', '2021-01-01', [procedure('1.000001', { field: 'Đất đai' })]);
    const described = { code: '1.000001', name: 'Đăng ký khai sinh', field: 'Hộ tịch', level: 'COMMUNE' };
    const register = await publishRegister(running, [described]);
    await retractCatalogue(running, register.publication?.id ?? '', 'ministry');
    const instants = await ledgerInstants(running);
    const sql = 'select field, registered, recorded_at from bi.procedures';
    const stories = [];
    for (const at of instants) {
      const [row] = await biRows(running, sql, { at });
      stories.push(`${row?.['field']} ${row?.['registered']} ${instantOf(row?.['recorded_at'])}`);
    }
    expect(stories).toEqual([`Đất đai f ${instants[0]}`, `Hộ tịch t ${instants[1]}`, `Đất đai f ${instants[2]}`]);
  });
});
