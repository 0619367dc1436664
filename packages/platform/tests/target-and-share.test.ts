import type { Platform } from '../src';
import { ask, makeDataFolder, start, tokenOf } from './support';

/** Made for this test: neither the targets nor the dossiers are anybody's. */
const PROVINCES = [
  { client: 'thua-thien-hue', code: '46', target: 25, online: 30 },
  { client: 'kon-tum', code: '62', target: 30, online: 12 },
  { client: 'hung-yen', code: '33', target: 20, online: 20 },
  { client: 'tuyen-quang', code: '08', target: 25, online: null },
] as const;
const PLAN = `mutation ($input: PublishPlanInput!) { receipt: publishPlan(input: $input) { status problems { path message } } }`;
const DOSSIERS = `mutation ($input: PublishDossierStatisticsInput!) { receipt: publishDossierStatistics(input: $input) { status problems { path message } } }`;

interface Answer {
  readonly provinces: readonly {
    readonly code: string;
    readonly targets: readonly { readonly comparator: string; readonly value: number; readonly unit: string }[];
    readonly dossierSummary: { readonly metricPercent: number | null; readonly onlineShare: number | null };
  }[];
}

describe("a plan's target and the share that was reached", () => {
  const place = makeDataFolder();
  let platform: Platform;
  beforeAll(async () => {
    platform = await start(place.folder, 2_980);
    for (const { client, code, target, online } of PROVINCES) {
      const token = await tokenOf(platform, client);
      const send = async (mutation: string, input: object): Promise<void> => {
        const answer = (await ask(platform.topology.gateway, mutation, { input }, token)) as unknown as {
          data: { receipt: object };
        };
        expect(answer).toMatchObject({ data: { receipt: { status: 'ACCEPTED', problems: [] } } });
      };
      await send(PLAN, {
        idempotencyKey: 'plan',
        province: code,
        plan: {
          number: '1/KH-UBND',
          kind: 'ANNUAL_REFORM_PLAN',
          title: 'Kế hoạch thử',
          issuer: 'UBND tỉnh',
          issuedOn: '2021-01-05',
          periodFrom: '2021-01-01',
          periodTo: '2021-12-31',
          targets: [
            {
              area: 'PROCEDURES',
              label: 'Hồ sơ trực tuyến',
              metric: 'ONLINE_DOSSIER_SHARE',
              comparator: 'GTE',
              value: target,
              unit: 'PERCENT',
            },
          ],
        },
      });
      if (online === null) continue;
      const counts = { receivedPostal: 0, resolved: 90, onTime: 80, overdue: 10, paidOnline: 5, resultsDigitised: 40 };
      await send(DOSSIERS, {
        idempotencyKey: 'dossiers',
        province: code,
        rows: [
          {
            procedure: '1.000288',
            month: '2021-03-01',
            received: 60,
            receivedOnline: online,
            ...counts,
            resolved: 50,
            onTime: 45,
            overdue: 5,
          },
          {
            procedure: '1.000288',
            month: '2021-04-01',
            received: 40,
            receivedOnline: 0,
            ...counts,
            resolved: 40,
            onTime: 35,
            overdue: 5,
          },
        ],
      });
    }
  });
  afterAll(async () => {
    await platform.stop();
    place.remove();
  });

  it('stand side by side for four provinces, in one query', async () => {
    const query = `{ provinces(codes: ["46", "62", "33", "08"], asOf: "2021-06-30") {
      code
      targets(metric: "ONLINE_DOSSIER_SHARE", year: 2021) { comparator value unit }
      dossierSummary(from: "2021-01-01", to: "2021-12-31") { onlineShare metricPercent(metric: "ONLINE_DOSSIER_SHARE") }
    } }`;
    const { data, errors } = (await ask(platform.topology.gateway, query)) as unknown as {
      data: Answer;
      errors?: unknown;
    };
    expect(errors).toBeUndefined();
    const found = new Map(data.provinces.map((province) => [province.code, province]));
    for (const { code, target, online } of PROVINCES) {
      const province = found.get(code);
      expect(province?.targets).toEqual([{ comparator: 'GTE', value: target, unit: 'PERCENT' }]);
      expect([code, province?.dossierSummary.metricPercent]).toEqual([code, online]);
    }
  });
});
