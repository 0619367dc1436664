import { installBi } from '@lientinh/bi';
import { readAs } from '@lientinh/bi/testing';
import { indicatorsBi } from '../src/bi';
import { IndicatorsHarness, scoresInput } from './indicators-harness';
import { biRows, type BiMoment } from './support/bi-rows';

describe('the BI views of scores', () => {
  let subgraph: IndicatorsHarness;
  beforeEach(async () => {
    subgraph = await IndicatorsHarness.start();
    await installBi(subgraph.database, indicatorsBi());
  });
  afterEach(() => subgraph.stop());

  const pci = { index: 'PCI', year: 2016 };
  const read = (sql: string, moment?: BiMoment) => biRows(subgraph.database, sql, [], moment);
  const ranks = async (moment?: BiMoment): Promise<unknown> =>
    (await read('select province_code, value, rank from bi.rankings order by value desc', moment)).map((row) =>
      Object.values(row),
    );

  it('are made once and not again', async () => {
    expect(await installBi(subgraph.database, indicatorsBi())).toBe('UNCHANGED');
  });

  it('show what was known before and after a correction and a retraction, and what that took away', async () => {
    const rows = [
      ['48', 'TOTAL', 70.0],
      ['22', 'TOTAL', 65.6],
    ] as const;
    const complete = await subgraph.accepted('pci', scoresInput(rows, { ...pci, coverage: 'COMPLETE' }));
    const correction = await subgraph.accepted('pci', scoresInput([['22', 'TOTAL', 71.25]], pci));
    const [first, second] = [complete, correction].map(({ publication }) => publication?.receivedAt ?? '');
    expect(await ranks({ at: first })).toEqual([
      ['48', '70', '1'],
      ['22', '65.6', '2'],
    ]);
    expect(await ranks()).toEqual([
      ['22', '71.25', '1'],
      ['48', '70', '2'],
    ]);
    const gone = (moment?: BiMoment) =>
      read(`select entity_key, province_code, publication_id from bi.deletions`, moment);
    const corrected = { entity_key: `'scores-1:22@2004-01-01:TOTAL'`, province_code: '22', publication_id: 'scores-1' };
    expect(await gone({ at: first })).toEqual([]);
    expect(await gone()).toEqual([corrected]);
    await subgraph.retract('pci', correction.publication?.id ?? '');
    expect(await ranks()).toEqual(await ranks({ at: first }));
    expect(await gone()).toEqual([
      { entity_key: `'scores-2:22@2004-01-01:TOTAL'`, province_code: '22', publication_id: 'scores-2' },
    ]);
    expect(await gone({ at: second })).toEqual([corrected]);
  });

  it('show what a province claims for itself to the ministry alone, or of the provinces that a connection names', async () => {
    const parIndex = { index: 'PAR_INDEX', year: 2021 };
    const claim = { ...parIndex, status: 'SELF_ASSESSED' };
    await subgraph.accepted(
      'ministry',
      scoresInput(
        [
          ['62', 'TOTAL', 80],
          ['33', 'TOTAL', 82],
        ],
        parIndex,
      ),
    );
    await subgraph.accepted('kon-tum', scoresInput([['62', 'TOTAL', 85.5]], claim));
    const old = await subgraph.accepted('hung-yen', scoresInput([['33', 'TOTAL', 90]], claim));
    await subgraph.accepted('hung-yen', scoresInput([['33', 'TOTAL', 91]], claim));
    const claims = (moment?: BiMoment) =>
      read(
        `select province_code, self_assessed, self_assessed_gap from bi.comparisons where self_assessed is not null order by 1`,
        moment,
      );
    const hungYen = { province_code: '33', self_assessed: '91', self_assessed_gap: '-9' };
    const konTum = { province_code: '62', self_assessed: '85.5', self_assessed_gap: '-5.5' };
    const own = { ministry: true, settings: { 'bi.unpublished_provinces': '62' } };
    expect(await claims()).toEqual([]);
    expect(await claims(own)).toEqual([konTum]);
    expect(await claims({ ministry: true })).toEqual([hungYen, konTum]);
    const listed = (moment?: BiMoment) =>
      read(`select province_code from bi.scores where status = 'SELF_ASSESSED' order by 1`, moment);
    expect(await listed()).toEqual([]);
    expect(await listed(own)).toEqual([{ province_code: '62' }]);
    expect(await listed({ ministry: true })).toHaveLength(2);
    // A condition that fails on a hidden row would tell that it is there.
    const probe = `cast(case when status = 'SELF_ASSESSED' then source_key || 'hidden' else '1' end as integer) = 1`;
    expect(await read(`select count(*)::text as rows from bi.scores where ${probe}`)).toEqual([{ rows: '2' }]);
    await expect(read(`select 1 from bi.scores where ${probe}`, { ministry: true })).rejects.toThrow('hidden');
    const gap = '1 / (case when self_assessed is null then 1 else 0 end) = 1';
    expect(await read(`select count(*) > 0 as rows from bi.comparisons where ${gap}`)).toEqual([{ rows: 't' }]);
    const ended = `1 / (case when province_code = '33' then 0 else 1 end) = 1`;
    expect(await read(`select 1 from bi.deletions where ${ended}`)).toEqual([]);
    const deleted = (moment?: BiMoment) => read('select publication_id from bi.deletions', moment);
    expect(await deleted()).toEqual([]);
    expect(await deleted(own)).toEqual([]);
    expect(await deleted({ ministry: true })).toEqual([{ publication_id: old.publication?.id }]);
  });

  it('count the press beside the owner of the index, and say since when', async () => {
    const press = { ...pci, standing: 'REPORTED', source: { document: 'báo' } };
    const reported = await subgraph.accepted('pci', scoresInput([['62', 'TOTAL', 56.3, 50]], press));
    const stated = () => read('select standing, is_counted, recorded_at from bi.scores order by standing desc');
    expect(await stated()).toMatchObject([{ standing: 'REPORTED', is_counted: 't' }]);
    const official = await subgraph.accepted('pci', scoresInput([['62', 'TOTAL', 56.27]], pci));
    const [beside, counted] = await stated();
    expect([beside, counted]).toMatchObject([
      { standing: 'REPORTED', is_counted: 'f' },
      { standing: 'OFFICIAL', is_counted: 't' },
    ]);
    expect(beside?.['recorded_at']).toBe(counted?.['recorded_at']);
    await subgraph.retract('pci', official.publication?.id ?? '');
    expect(await stated()).toMatchObject([{ standing: 'REPORTED', is_counted: 't' }]);
    expect(await read('select rank, is_rank_computed, publication_id from bi.rankings')).toEqual([
      { rank: '50', is_rank_computed: 'f', publication_id: reported.publication?.id },
    ]);
  });

  it('cut digits beyond those of the contract, and only those', async () => {
    const csv = `province,criterion,value\n62,1,0.${'1'.repeat(30)}\n33,1,1e-40\n46,1,5.10\n`;
    const { status } = await subgraph.send(
      'papi',
      'index=PAPI&year=2018&status=PUBLISHED&coverage=COMPLETE',
      'digits',
      csv,
    );
    expect(status).toBe(200);
    const rows = await read(
      'select province_code, value, national_median, gap_to_best from bi.comparisons where value is not null order by 1',
    );
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['33', `0.${'0'.repeat(31)}`, `0.${'1'.repeat(30)}`, `5.10${'0'.repeat(29)}`],
      ['46', '5.10', `0.${'1'.repeat(30)}`, '0.00'],
      ['62', `0.${'1'.repeat(30)}`, `0.${'1'.repeat(30)}`, `4.98${'8'.repeat(27)}9`],
    ]);
  });

  it.each(['lientinh_bi', 'lientinh_bi_ministry'])('are all that %s may read', async (role) => {
    const url = subgraph.url;
    expect(await readAs(url, 'select * from bi.comparisons', { role })).toEqual([]);
    for (const table of ['score', 'complete_criterion', 'criterion', 'ledger_entry'])
      await expect(readAs(url, `select * from ${table}`, { role })).rejects.toThrow('permission denied');
  });
});
