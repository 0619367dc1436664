import fc from 'fast-check';
import type { LocalClientId } from '@lientinh/identity';
import { accepted, type PlansHarness, type Receipt } from './plans-harness';
import { EVERYTHING, type PlanAnswer } from './bi-expected';
import { planText } from './plan-texts';

const PUBLISHERS: readonly (readonly [province: string, as: LocalClientId, name: string])[] = [
  ['62', 'kon-tum', 'Kon Tum'],
  ['33', 'hung-yen', 'Hưng Yên'],
  ['46', 'thua-thien-hue', 'Thừa Thiên Huế'],
];

const TARGETS = [
  {
    area: 'PROCEDURES',
    label: 'Hài lòng',
    metric: 'SATISFACTION_PROCEDURES',
    comparator: 'GTE',
    value: 85.5,
    unit: 'PERCENT',
  },
  {
    area: 'STEERING',
    label: 'Tỷ lệ tự tính',
    comparator: 'EQ',
    value: 0.1 + 0.2,
    unit: 'PERCENT',
    deadline: '2020-06-30',
  },
  { area: 'STEERING', label: 'Một phần ba', comparator: 'GT', value: 100 / 3, unit: 'PERCENT' },
  { area: 'STEERING', label: 'Một phần ba', comparator: 'LT', value: 0, unit: 'PERCENT' },
  { area: 'ONE_STOP', label: 'Số không thể có', comparator: 'LTE', value: 1e21, unit: 'DAYS' },
];
const TASKS = [
  {
    number: '1',
    area: 'ONE_STOP',
    content: "Khảo sát; hỏi 'dân'",
    products: [{ name: 'Báo cáo', due: 'Quý II' }, { name: 'Kế hoạch' }],
    leads: ['Tổ công tác không ai biết', 'Sở Nội vụ'],
    coordinators: ['Sở Y tế', 'Sở Y tế'],
    due: 'Năm 2020',
  },
  {
    number: '2',
    area: 'INSTITUTIONS',
    content: 'Rà soát văn bản',
    products: [],
    leads: ['Sở Tư pháp'],
    due: 'Thường xuyên',
  },
  {
    number: '3',
    area: 'DIGITAL_GOVERNMENT',
    content: 'Số hóa',
    products: [{ name: 'Dữ liệu', due: '30/6/2020' }],
    leads: ['Ai đó'],
  },
  {
    number: '3',
    area: 'DIGITAL_GOVERNMENT',
    content: 'Số hóa',
    products: [{ name: 'Kho' }],
    leads: ['Sở Nội vụ'],
    coordinators: ['Văn phòng UBND tỉnh'],
    due: 'Quý I/2020',
  },
];
const GOALS = [
  {
    index: 'PAPI',
    criterion: '1',
    printedCriterion: 'Tham gia',
    baselineYear: 2019,
    baselineRank: 5,
    baselineScore: 5.15,
    targetYear: 2020,
    targetRank: 3,
  },
  { index: 'PAPI', criterion: 'TOTAL', printedCriterion: 'Chỉ số PAPI', targetYear: 2020, targetRankGain: 2 },
  { index: 'PAPI', printedCriterion: 'Một tiêu chí không ai biết', targetYear: 2020, targetScore: 5.25, targetMax: 10 },
  { index: 'DTI', criterion: 'TOTAL', printedCriterion: 'Chuyển đổi số', targetYear: 2022, targetScore: 0.6012 },
];

const structured = fc.record({
  number: fc.constantFrom('45/KH-UBND', '46/KH-UBND', null),
  kind: fc.constantFrom('INDEX_IMPROVEMENT_PLAN', 'ANNUAL_REFORM_PLAN'),
  title: fc.constantFrom('Nâng cao chỉ số PAPI năm 2020', 'Cải cách hành chính năm 2020'),
  issuer: fc.constant('UBND tỉnh'),
  issuedOn: fc.constantFrom('2020-02-01', null),
  periodFrom: fc.constant('2020-01-01'),
  periodTo: fc.constant('2020-12-31'),
  signer: fc.constantFrom('Trần Văn Mẫu', null),
  targets: fc.subarray(TARGETS),
  tasks: fc.subarray(TASKS),
  indexGoals: fc.subarray(GOALS),
});

const step = fc.record({
  action: fc.constantFrom('PUBLISH', 'PUBLISH', 'PUBLISH_TEXT', 'REPORT', 'REPORT', 'RETRACT', 'RETRACT_REPORT'),
  place: fc.nat(),
  publisher: fc.constantFrom(...PUBLISHERS),
  plan: structured,
  documentName: fc.constantFrom('Phần mềm của tỉnh', null),
  reportedOn: fc.constantFrom('2020-03-01', '2020-05-10', '2020-07-15'),
  status: fc.constantFrom('NOT_STARTED', 'IN_PROGRESS', 'DONE', 'CANCELLED'),
  note: fc.constantFrom('đang làm', null),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Everything that is current, as GraphQL gives it. */
export async function allPlans(harness: PlansHarness, recordedAsOf: string | null): Promise<readonly PlanAnswer[]> {
  interface Page {
    readonly plans: {
      readonly nodes: readonly PlanAnswer[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  }
  const found: PlanAnswer[] = [];
  let after: string | null = null;
  do {
    const { plans }: Page = await harness.data<Page>(EVERYTHING, { recordedAsOf, after, asOf: DAY });
    found.push(...plans.nodes);
    after = plans.pageInfo.hasNextPage ? plans.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

/** A day after every report and deadline of the history. */
export const DAY = '2025-01-01';

interface Standing {
  readonly id: string;
  readonly as: LocalClientId;
}

/** Publications, reports and retractions one after another, the same for the same seed; the instant of each. */
export async function writeHistory(harness: PlansHarness, steps: number, seed: number): Promise<readonly string[]> {
  const history = new History(harness);
  const moments: string[] = [];
  for (const one of fc.sample(step, { numRuns: steps, seed })) {
    const moment = await history.take(one);
    if (moment !== null) moments.push(moment);
  }
  return moments;
}

class History {
  readonly #plans: Standing[] = [];
  readonly #reports: Standing[] = [];

  constructor(private readonly harness: PlansHarness) {}

  /** The instant at which the step was recorded; null where there was nothing to do it with. */
  async take(given: Step): Promise<string | null> {
    switch (given.action) {
      case 'PUBLISH':
        return this.#publish(given, { plan: given.plan });
      case 'PUBLISH_TEXT':
        return this.#publish(given, {
          text: planText({ province: given.publisher[2], number: given.plan.number ?? '47/KH-UBND', year: 2020 }),
        });
      case 'REPORT':
        return this.#report(given);
      case 'RETRACT':
        return this.#retract(this.#plans, given.place, (id, as) => this.harness.retract(id, as));
      default:
        return this.#retract(this.#reports, given.place, (id, as) => this.harness.retractReport(id, as));
    }
  }

  async #publish({ publisher: [province, as], documentName }: Step, content: object): Promise<string> {
    return this.#stood(this.#plans, as, await this.harness.accepted({ province, documentName, ...content }, as));
  }

  async #report({ place, reportedOn, status, note }: Step): Promise<string | null> {
    const plans = await allPlans(this.harness, null);
    const tasks = plans.flatMap(({ id, province, tasks: { nodes } }) =>
      nodes.map((task) => ({ plan: id, province, task: task.id })),
    );
    const chosen = tasks[place % Math.max(1, tasks.length)];
    if (chosen === undefined) return null;
    const as = PUBLISHERS.find(([code]) => chosen.province.id.startsWith(code))?.[1] ?? 'kon-tum';
    const item = { task: chosen.task, status, note, percent: status === 'IN_PROGRESS' ? place % 100 : null };
    const receipt = accepted(await this.harness.report({ plan: chosen.plan, reportedOn, items: [item] }, as));
    return this.#stood(this.#reports, as, receipt);
  }

  #stood(standing: Standing[], as: LocalClientId, receipt: Receipt): string {
    standing.push({ id: receipt.publication?.id ?? '', as });
    return receipt.publication?.receivedAt ?? '';
  }

  async #retract(
    standing: Standing[],
    place: number,
    retract: (id: string, as: LocalClientId) => Promise<unknown>,
  ): Promise<string | null> {
    const [target] = standing.splice(place % Math.max(1, standing.length), 1);
    if (target === undefined) return null;
    await retract(target.id, target.as);
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Publication { retractedAt } } }';
    const r = [{ __typename: 'Publication', id: target.id }];
    const { _entities } = await this.harness.data<{ _entities: { retractedAt: string }[] }>(query, { r });
    return _entities[0]?.retractedAt ?? null;
  }
}
