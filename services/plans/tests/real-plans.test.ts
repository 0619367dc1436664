import { readFileSync } from 'node:fs';
import type { LocalClientId } from '@lientinh/identity';
import { describeWithShared, sharedFolder } from '@lientinh/testkit';
import { PlansHarness, type Receipt } from './support/plans-harness';

const DOCUMENTS: readonly { readonly file: string; readonly province: string; readonly as: LocalClientId }[] = [
  { file: 'thua-thien-hue-2019.txt', province: '46', as: 'thua-thien-hue' },
  { file: 'kon-tum-2019.txt', province: '62', as: 'kon-tum' },
  { file: 'hung-yen-2018.txt', province: '33', as: 'hung-yen' },
  { file: 'tuyen-quang-2021.txt', province: '08', as: 'tuyen-quang' },
  { file: 'thua-thien-hue-ldtbxh-2022-2025.txt', province: '46', as: 'thua-thien-hue' },
];

const PROMISES_AND_OVERDUE = `{
  targetComparison(metric: "SATISFACTION_PROCEDURES", provinces: ["46", "33", "08"], from: "2018-01-01", to: "2021-12-31") {
    columns { province { id } targets { comparator value unit deadline plan { kind periodFrom } source { document lineFrom } } } }
  tasks(filter: { lead: "Sở Nội vụ", provinces: ["46", "62", "33", "08"], status: OVERDUE, asOf: "2019-07-01" }, first: 500) {
    totalCount nodes { reference earliestDeadline status(asOf: "2019-07-01") plan { province { id } } leads { agency { id } } } } }`;

interface Answer {
  readonly targetComparison: {
    readonly columns: readonly {
      readonly province: { readonly id: string };
      readonly targets: readonly {
        readonly comparator: string;
        readonly value: number;
        readonly unit: string;
        readonly plan: { readonly periodFrom: string };
        readonly source: { readonly document: string };
      }[];
    }[];
  };
  readonly tasks: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly reference: string;
      readonly earliestDeadline: string;
      readonly status: string;
      readonly plan: { readonly province: { readonly id: string } };
      readonly leads: readonly { readonly agency: { readonly id: string } | null }[];
    }[];
  };
}

describeWithShared('the five real plans', () => {
  let harness: PlansHarness;
  const receipts: Receipt[] = [];
  beforeAll(async () => {
    harness = await PlansHarness.start();
    for (const { file, province, as } of DOCUMENTS) {
      const text = readFileSync(sharedFolder('documents', file), 'utf8');
      receipts.push(await harness.accepted({ text, province, documentName: file }, as));
    }
  });
  afterAll(() => harness.stop());

  it('are accepted, each as its own plan', async () => {
    const { plans } = await harness.data<{ plans: { totalCount: number; nodes: { issuer: { id: string } }[] } }>(
      '{ plans { totalCount nodes { issuer { id } } } }',
    );
    expect(receipts.map(({ status }) => status)).toEqual(DOCUMENTS.map(() => 'ACCEPTED'));
    expect(plans.nodes.map(({ issuer }) => issuer.id).sort()).toEqual([
      '08/uy-ban-nhan-dan-tinh',
      '33/uy-ban-nhan-dan-tinh',
      '46/so-lao-dong-thuong-binh-va-xa-hoi',
      '46/uy-ban-nhan-dan-tinh',
      '62/uy-ban-nhan-dan-tinh',
    ]);
  });

  it('say in one query what three provinces promise for satisfaction, and what Sở Nội vụ owed on 2019-07-01', async () => {
    const { data, statements } = await harness.counted<Answer>(PROMISES_AND_OVERDUE);
    const columns = data.targetComparison.columns.map(({ province, targets }) => [
      province.id,
      targets.map(
        ({ comparator, value, unit, plan }) => `${plan.periodFrom.slice(0, 4)} ${comparator} ${value} ${unit}`,
      ),
    ]);
    expect(columns).toEqual([
      ['46@2004-01-01', ['2019 GT 80 PERCENT']],
      ['33@2004-01-01', ['2018 GT 80 PERCENT']],
      ['08@2004-01-01', ['2021 GTE 85 PERCENT']],
    ]);
    const { nodes, totalCount } = data.tasks;
    expect(totalCount).toBe(nodes.length);
    expect(nodes.length).toBeGreaterThan(10);
    for (const task of nodes) {
      expect(task).toMatchObject({ status: 'OVERDUE' });
      expect(task.earliestDeadline < '2019-07-01').toBe(true);
      expect(task.leads.some(({ agency }) => agency?.id === `${task.plan.province.id.slice(0, 2)}/so-noi-vu`)).toBe(
        true,
      );
    }
    expect(new Set(nodes.map(({ plan }) => plan.province.id))).toContain('33@2004-01-01');
    expect(statements.length).toBeLessThanOrEqual(6);
  });

  it('keep their facts and the ids of all tasks when they are published again', async () => {
    const query = `{ plans(filter: { provinces: ["33"] }) { nodes { id tasks(first: 500) { nodes { id content } } targets { id } findings { code } } } }`;
    const before = await harness.data(query);
    const text = readFileSync(sharedFolder('documents', 'hung-yen-2018.txt'), 'utf8');
    const again = await harness.accepted({ text, province: '33', documentName: 'bản sửa' }, 'hung-yen');
    expect(again.publication).toMatchObject({ supersedes: { id: 'plan-3' } });
    expect(await harness.data(query)).toEqual(before);
  });

  it('have goals of PAPI matched with the criteria of 2019', async () => {
    interface Goals {
      readonly plans: {
        readonly nodes: readonly {
          readonly indexGoals: readonly {
            readonly level: string;
            readonly printedCriterion: string;
            readonly criterionCode: string | null;
          }[];
        }[];
      };
    }
    const query =
      '{ plans(filter: { provinces: ["62"] }) { nodes { indexGoals(index: "PAPI") { level printedCriterion criterionCode } } } }';
    const { plans } = await harness.data<Goals>(query);
    const goals = plans.nodes[0]?.indexGoals ?? [];
    const dimensions = goals.filter(({ level }) => level === 'DIMENSION').map(({ criterionCode }) => criterionCode);
    expect(dimensions).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });
});
