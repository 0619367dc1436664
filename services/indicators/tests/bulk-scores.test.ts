import { IndicatorsHarness } from './indicators-harness';

const PAPI_2018 = 'index=PAPI&year=2018&status=PUBLISHED';

describe('scores as a file', () => {
  let subgraph: IndicatorsHarness;
  beforeAll(async () => {
    subgraph = await IndicatorsHarness.start();
  });
  afterAll(() => subgraph.stop());

  const ranks = async () => {
    const { ranking } = await subgraph.data<{ ranking: { nodes: readonly { value: number; rank: number }[] } }>(
      '{ ranking(index: "PAPI", year: 2018, criterion: "1") { nodes { value rank } } }',
    );
    return ranking.nodes.map(({ value, rank }) => [value, rank]);
  };

  it('finds the same faults as the mutation, named by line and column of the file', async () => {
    const csv = 'province_code,criterion_code,score,max_score\n62,1,5.9,10\n99,1,5.9,\n62,1,11,5\n62,2,NaN,\n';
    const { status, body } = await subgraph.send('papi', PAPI_2018, 'faulty', csv);
    expect(status).toBe(422);
    expect(body).toMatchObject({ status: 'REJECTED', acceptedRows: 0, publication: null });
    expect(body.problems.map(({ row, path, code }) => [row, path, code])).toEqual([
      [1, 'province_code', 'SCORE_PROVINCE_UNKNOWN'],
      [2, 'criterion_code', 'SCORE_DUPLICATE_CELL'],
      [2, 'max_score', 'SCORE_MAXIMUM_DIFFERS'],
      [2, 'score', 'SCORE_ABOVE_MAXIMUM'],
      [3, 'score', 'SCORE_NOT_A_NUMBER'],
    ]);
    expect(await ranks()).toEqual([]);
  });

  it('publishes a file whole, declares it complete, and gives the same receipt again', async () => {
    const csv = 'province,criterion,value\n62,1,5.94\n01,1,5.2\n46,1,6.1\n';
    const first = await subgraph.send('papi', `${PAPI_2018}&coverage=COMPLETE&document=PAPI%202018`, 'whole', csv);
    expect(first).toMatchObject({ status: 200, body: { status: 'ACCEPTED', acceptedRows: 3, replayed: false } });
    expect(await ranks()).toEqual([
      [6.1, 1],
      [5.94, 2],
      [5.2, 3],
    ]);
    const again = await subgraph.send('papi', `${PAPI_2018}&coverage=COMPLETE&document=PAPI%202018`, 'whole', csv);
    expect(again.body).toMatchObject({ replayed: true, publication: { id: first.body.publication?.id } });
  });

  it('holds parameters and rights', async () => {
    const csv = 'province,criterion,value\n33,TOTAL,80\n';
    const code = async (...args: Parameters<IndicatorsHarness['send']>) =>
      JSON.stringify((await subgraph.send(...args)).body);
    expect(await code('papi', 'index=PAPI&status=PUBLISHED', 'k1', csv)).toContain('INVALID_REQUEST');
    expect(await code('papi', `${PAPI_2018}&colour=red`, 'k2', csv)).toContain('BULK_PARAMETER_UNKNOWN');
    expect(await code('pci', PAPI_2018, 'k3', csv)).toContain('NOT_PERMITTED');
    expect(await code('papi', 'index=PAPI&year=2010&status=PUBLISHED', 'k4', csv)).toContain('FRAMEWORK_MISSING');
    const claim = 'index=PAR_INDEX&year=2019&status=SELF_ASSESSED';
    expect((await subgraph.send('kon-tum', claim, 'k5', csv)).body.problems).toEqual([
      expect.objectContaining({ row: 0, path: 'province', code: 'NOT_PERMITTED', value: '33' }),
    ]);
    expect((await subgraph.send('hung-yen', claim, 'k6', csv)).body.publication?.province?.id).toBe('33@2004-01-01');
  });
});
