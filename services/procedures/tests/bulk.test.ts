import { countStatements } from '@lientinh/testkit';
import { startProcedures, type RunningProcedures } from './support/start-procedures';

interface BulkReceipt {
  readonly status: string;
  readonly acceptedRows: number;
  readonly problems: readonly { readonly row: number; readonly line: number; readonly code: string }[];
}

const STATISTICS =
  'procedure,agency,month,received,receivedOnline,receivedPostal,resolved,onTime,overdue,paidOnline,resultsDigitised';

describe('the bulk door of procedures', () => {
  let running: RunningProcedures;
  beforeAll(async () => {
    running = await startProcedures();
  });
  afterAll(() => running.stop());
  let uploads = 0;

  async function upload(path: string, type: string, lines: readonly string[], client: 'kon-tum' | 'papi' = 'kon-tum') {
    uploads += 1;
    const response = await fetch(`${running.address}/publish/${path}`, {
      method: 'POST',
      headers: {
        authorization: await running.issuer.bearer(client),
        'content-type': type,
        'idempotency-key': `upload-${uploads}`,
      },
      body: lines.map((line) => `${line}\n`).join(''),
    });
    return { status: response.status, receipt: (await response.json()) as BulkReceipt };
  }

  it('publishes statistics as CSV, and answers from the rollups at once', async () => {
    const { receipt } = await upload('dossier-statistics?province=62', 'text/csv', [
      STATISTICS,
      '1.000001,Sở Tư pháp,2021-01-01,100,25,0,80,70,10,0,0',
      '1.000001.000.00.00.H36,,2021-01,50,50,0,50,50,0,0,0',
      '1.000002, Sở Tư pháp ,2021-02-01,10,0,0,10,10,0,0,0',
    ]);
    expect(receipt).toMatchObject({ status: 'ACCEPTED', acceptedRows: 3 });
    const { data } = await running.ask<{ dossierComparison: readonly object[] }>(
      '{ dossierComparison(provinces: ["62"], from: "2021-01-01", to: "2021-12-31") { received months onlineShare } }',
    );
    expect(data.dossierComparison).toEqual([{ received: 160, months: 2, onlineShare: 75 / 160 }]);
  });

  it('checks the rows of a file as it checks those of a mutation, and names their lines', async () => {
    const { status, receipt } = await upload('dossier-statistics?province=62', 'text/csv', [
      STATISTICS,
      '1.000001,,2021-03-01,100,25,0,80,70,10,0,0',
      '1.000001,,2021-03-15,100,25,0,80,70,10,0,0',
      'khai sinh,,2021-03-01,1,0,0,1,1,0,0,0',
      '1.000003,,2021-03-01,1,2,0,1,1,1,0,0',
    ]);
    expect(status).toBe(422);
    expect(receipt.problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '3 DOSSIER_ROW_TWICE',
      '4 PROCEDURE_CODE_UNKNOWN',
      '5 DOSSIER_RESOLVED_TOO_FEW',
      '5 DOSSIER_RECEIVED_TOO_FEW',
    ]);
    const wrong = await upload('dossier-statistics?province=62', 'text/csv', [
      STATISTICS,
      '1.000001,,2021-03-01,1.5,0,0,-1,0,0,0,99999999999',
    ]);
    expect(wrong.receipt.problems.map(({ code }) => code)).toEqual(Array(2).fill('DOSSIER_COUNT_INVALID'));
  });

  it('publishes a catalogue as lines of JSON with ways and lists, or as flat CSV with semicolons', async () => {
    const json = {
      code: '1.000001.000.00.00.H36',
      name: 'Thủ tục thử nghiệm',
      field: 'Hộ tịch',
      level: 'COMMUNE',
      onlineService: 'LEVEL_4',
      oneStop: true,
      ways: [{ mode: 'ONLINE', feeVnd: 5000 }],
      audience: ['Cá nhân', 'Tổ chức'],
    };
    const first = await upload('procedures?province=62&asOf=2021-01-01', 'application/x-ndjson', [
      JSON.stringify(json),
    ]);
    expect(first.receipt).toMatchObject({ status: 'ACCEPTED', acceptedRows: 1 });
    const query = `{ procedure(code: "1.000001") { audience offerings(asOf: "2021-06-30") { oneStop ways { mode processingDays feeVnd } } } }`;
    const described = {
      audience: ['Cá nhân', 'Tổ chức'],
      offerings: [{ oneStop: true, ways: [{ mode: 'ONLINE', processingDays: null, feeVnd: 5000 }] }],
    };
    expect((await running.ask<object>(query)).data).toEqual({ procedure: described });
    const flat = await upload('procedures?province=62&asOf=2021-02-01', 'text/csv', [
      'code,name,field,level,online_service,one_stop,audience',
      '1.000001,Thủ tục thử nghiệm,Hộ tịch,COMMUNE,LEVEL_4,false,Cá nhân; Tổ chức',
    ]);
    expect(flat.receipt).toMatchObject({ status: 'ACCEPTED' });
    expect((await running.ask<object>(query)).data).toEqual({
      procedure: { ...described, offerings: [{ oneStop: false, ways: [] }] },
    });
  });

  it('refuses another province, a missing parameter and a day that is none before it reads the file', async () => {
    expect((await upload('dossier-statistics?province=46', 'text/csv', [STATISTICS])).status).toBe(403);
    expect((await upload('dossier-statistics', 'text/csv', [STATISTICS])).status).toBe(400);
    expect((await upload('procedures?province=62&asOf=2021-02-30', 'text/csv', ['code'])).status).toBe(400);
    expect((await upload('dossier-statistics?province=62', 'text/csv', [STATISTICS], 'papi')).status).toBe(403);
  });

  it('sends the same number of statements however many rows a file has', async () => {
    const rows = (month: string, count: number): string[] => [
      STATISTICS,
      ...Array.from({ length: count }, (_, place) => `1.${String(place).padStart(6, '0')},,${month},1,0,0,1,1,0,0,0`),
    ];
    const few = await countStatements(running.database, () =>
      upload('dossier-statistics?province=62', 'text/csv', rows('2022-01-01', 2)),
    );
    const many = await countStatements(running.database, () =>
      upload('dossier-statistics?province=62', 'text/csv', rows('2022-02-01', 3_000)),
    );
    expect(many.result.receipt).toMatchObject({ status: 'ACCEPTED', acceptedRows: 3_000 });
    expect(many.statements).toEqual(few.statements);
  });
});
