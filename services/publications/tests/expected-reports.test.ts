import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import { countStatements } from '@lientinh/testkit';
import { type PublicationsServer, startPublications } from './support/publications-server';
import { type EntryDraft, sealedLedger, type StaticFeed, startStaticFeed } from './support/static-feed';

const QUERY = `query ($province: ID, $asOf: Date, $overdueOnly: Boolean) {
  expectedReports(province: $province, asOf: $asOf, overdueOnly: $overdueOnly) {
    province { id } dataset period dueOn metBy { id status publisher { name } } metOn overdueDays circular name(language: EN) }
}`;
const MINISTRY_CALENDAR = {
  circular: '12/BNV-CCHC',
  validFrom: '2022-01-01',
  duties: [
    {
      code: 'MONTHLY',
      nameVi: 'Báo cáo tháng',
      nameEn: 'Monthly report',
      dataset: 'DOSSIER_STATISTICS',
      period: 'MONTH',
      dueMonth: 2,
      beforeDay: 6,
      windowMonths: 1,
    },
  ],
};

describe('expectedReports', () => {
  let issuer: TestIssuer;
  let feed: StaticFeed;
  let server: PublicationsServer;
  beforeEach(async () => {
    issuer = await createTestIssuer();
    feed = await startStaticFeed();
    server = await startPublications(issuer, feed.url);
  });
  afterEach(async () => {
    await server.stop();
    await feed.close();
    await issuer.close();
  });

  const publish = (...drafts: EntryDraft[]): void => {
    feed.entries = sealedLedger('TASK_PROGRESS', drafts);
  };
  const expected = async (variables: object) => {
    const answer = await server.ask(QUERY, variables);
    expect(answer.errors).toBeUndefined();
    return answer.data?.['expectedReports'] as Record<string, unknown>[];
  };
  const late = async (variables: object) =>
    (await expected(variables)).map(({ period, metBy, overdueDays }) => [
      period,
      (metBy as { id: string } | null)?.id ?? null,
      overdueDays,
    ]);

  it('tells what was met in time, what late, what is missing and what is not yet due', async () => {
    publish(
      { recordedAt: '2021-03-21T16:59:59.999999Z' },
      { recordedAt: '2021-06-30T02:00:00.000000Z', scope: { plan: 'p', reportedOn: '2021-06-20' } },
      { recordedAt: '2021-07-01T02:00:00.000000Z', province: '33@2004-01-01', publisher: 'hung-yen' },
    );
    expect(await late({ province: '62', asOf: '2021-10-01' })).toEqual([
      ['2021-Q1', 'task-progress-1', 0],
      ['2021-H1', 'task-progress-2', 9],
      ['2021-Q2', 'task-progress-2', 9],
      ['2021-Q3', null, 10],
      ['2021', null, 0],
      ['2021-Q4', null, 0],
    ]);
    expect((await expected({ province: '62', asOf: '2021-10-01' }))[1]).toMatchObject({
      province: { id: '62@2004-01-01' },
      dataset: 'TASK_PROGRESS',
      dueOn: '2021-06-21',
      metOn: '2021-06-30',
      metBy: { status: 'ACCEPTED', publisher: { name: 'Kon Tum' } },
      circular: '6459/BNV-CCHC',
      name: 'Six-month report on administrative reform',
    });
  });

  it('counts the minute after midnight in Việt Nam as the next day', async () => {
    publish({ recordedAt: '2021-03-21T17:00:00.000000Z' });
    expect((await late({ province: '62', asOf: '2021-12-31' }))[0]).toEqual(['2021-Q1', 'task-progress-1', 1]);
  });

  it('knows on a day only what was received by that day', async () => {
    publish({ recordedAt: '2021-03-30T02:00:00.000000Z' });
    expect((await late({ province: '62', asOf: '2021-03-29' }))[0]).toEqual(['2021-Q1', null, 8]);
    expect((await late({ province: '62', asOf: '2021-03-30' }))[0]).toEqual(['2021-Q1', 'task-progress-1', 9]);
  });

  it('lets a retracted publication meet nothing from the day of its retraction', async () => {
    publish(
      { recordedAt: '2021-03-10T02:00:00.000000Z' },
      { recordedAt: '2021-03-15T02:00:00.000000Z', kind: 'RETRACT', publication: 'task-progress-1', reason: 'wrong' },
      { recordedAt: '2021-03-25T02:00:00.000000Z' },
    );
    expect((await late({ province: '62', asOf: '2021-03-14' }))[0]).toEqual(['2021-Q1', 'task-progress-1', 0]);
    expect((await late({ province: '62', asOf: '2021-03-15' }))[0]).toEqual(['2021-Q1', null, 0]);
    expect((await late({ province: '62', asOf: '2021-03-31' }))[0]).toEqual(['2021-Q1', 'task-progress-3', 4]);
  });

  it('lists what is late and missing only, in January also of the year before', async () => {
    publish(
      { recordedAt: '2021-03-25T02:00:00.000000Z' },
      { recordedAt: '2021-06-10T02:00:00.000000Z' },
      { recordedAt: '2021-09-10T02:00:00.000000Z' },
    );
    const missing = [
      ['2021', null, 25],
      ['2021-Q4', null, 25],
    ];
    expect(await late({ province: '62', asOf: '2022-01-15', overdueOnly: true })).toEqual(missing);
    expect((await late({ province: '62', asOf: '2022-01-15' })).slice(0, 2)).toEqual(missing);
    expect(await late({ province: '62', asOf: '2021-12-21', overdueOnly: true })).toEqual([]);
  });

  it('asks every province of the registry, as the unit that bears the code on the due day', async () => {
    const units = async (asOf: string): Promise<unknown[]> => [
      ...new Set((await expected({ asOf })).map(({ province }) => (province as { id: string }).id)),
    ];
    expect((await units('2021-06-30')).sort()).toEqual(
      ['08@2004-01-01', '33@2004-01-01', '46@2004-01-01', '62@2004-01-01'].sort(),
    );
    const merged = (await expected({ province: '62', asOf: '2025-12-31' })).filter(
      ({ period }) => String(period) >= '2025',
    );
    expect(merged.map(({ period }) => period)).toEqual(['2025-Q1', '2025-H1', '2025-Q2']);
  });

  it('keeps to one unit where its id is given', async () => {
    const periods = (await expected({ province: '33@2004-01-01', asOf: '2025-12-31' })).map(({ period }) => period);
    expect(periods).not.toContain('2025-Q3');
    expect(periods).toContain('2025-Q2');
    expect((await server.ask(QUERY, { province: '99' })).errors?.[0]?.extensions.code).toBe('PROVINCE_UNKNOWN');
  });

  it('follows the calendar that an administrator sets, from its first period on', async () => {
    const set = `mutation ($input: ReportCalendarInput!) {
      setReportCalendar(input: $input) { circular validFrom duties { code name(language: EN) } } }`;
    for (const client of [undefined, 'kon-tum', 'analyst', 'ministry'] as const) {
      const { errors } = await server.ask(set, { input: MINISTRY_CALENDAR }, client);
      expect(errors?.[0]?.extensions.code).toBe(client === undefined ? 'NOT_AUTHENTICATED' : 'NOT_PERMITTED');
    }
    const answer = await server.ask(set, { input: MINISTRY_CALENDAR }, 'admin');
    expect(answer.data?.['setReportCalendar']).toEqual({
      circular: '12/BNV-CCHC',
      validFrom: '2022-01-01',
      duties: [{ code: 'MONTHLY', name: 'Monthly report' }],
    });
    const of2022 = (await late({ province: '62', asOf: '2022-03-10' })).filter(([period]) => String(period) >= '2022');
    expect(of2022.slice(0, 3)).toEqual([
      ['2022-01', null, 33],
      ['2022-02', null, 5],
      ['2022-03', null, 0],
    ]);
    const calendars = await server.ask('{ reportCalendars { circular source { document } } }');
    expect(calendars.data?.['reportCalendars']).toEqual([
      { circular: '6459/BNV-CCHC', source: { document: '136/KH-UBND' } },
      { circular: '12/BNV-CCHC', source: null },
    ]);
  });

  it.each([
    ['circular', { circular: ' ' }],
    ['duties', { duties: [] }],
    ['duties', { duties: [MINISTRY_CALENDAR.duties[0], MINISTRY_CALENDAR.duties[0]] }],
    ['duties[0].beforeDay', { duties: [{ ...MINISTRY_CALENDAR.duties[0], beforeDay: 31 }] }],
    ['duties[0].code', { duties: [{ ...MINISTRY_CALENDAR.duties[0], code: 'a b' }] }],
    ['sourceUrl', { sourceUrl: 'javascript:alert(1)' }],
  ])('refuses a calendar whose %s is not usable', async (field, change) => {
    const set = 'mutation ($input: ReportCalendarInput!) { setReportCalendar(input: $input) { circular } }';
    const { errors } = await server.ask(set, { input: { ...MINISTRY_CALENDAR, ...change } }, 'admin');
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'REPORT_CALENDAR_INVALID', details: { field } } });
  });

  it('costs the same few statements for one province and for all', async () => {
    publish({ recordedAt: '2021-03-10T02:00:00.000000Z' });
    await expected({ asOf: '2021-12-31' });
    const all = await countStatements(server.database, () => expected({ asOf: '2021-12-31' }));
    expect(all.statements.sort()).toEqual([
      'find-listed-publications',
      'find-meeting-publications',
      'find-publishers',
      'list-publishers',
      'list-report-calendars',
    ]);
    const one = await countStatements(server.database, () => expected({ province: '62', asOf: '2021-12-31' }));
    expect(one.statements).toHaveLength(4);
  });
});
