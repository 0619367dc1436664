import { readFileSync } from 'node:fs';
import { plansSets, sharedSets } from '@lientinh/bi';
import { readAs, viewProblems } from '@lientinh/bi/testing';
import type { LocalClientId } from '@lientinh/identity';
import { describeWithShared, sharedFolder } from '@lientinh/testkit';
import { comparableRow, expectedRows, type TextRow } from './support/bi-expected';
import { allPlans } from './support/bi-history';
import { PlansHarness } from './support/plans-harness';

const DOCUMENTS: readonly (readonly [file: string, province: string, as: LocalClientId])[] = [
  ['thua-thien-hue-2019.txt', '46', 'thua-thien-hue'],
  ['kon-tum-2019.txt', '62', 'kon-tum'],
  ['hung-yen-2018.txt', '33', 'hung-yen'],
  ['tuyen-quang-2021.txt', '08', 'tuyen-quang'],
  ['thua-thien-hue-ldtbxh-2022-2025.txt', '46', 'thua-thien-hue'],
];

describeWithShared('the BI views over the five real plans', () => {
  let harness: PlansHarness;
  beforeAll(async () => {
    harness = await PlansHarness.start();
    for (const [file, province, as] of DOCUMENTS) {
      const text = readFileSync(sharedFolder('documents', file), 'utf8');
      await harness.accepted({ text, province, documentName: file }, as);
    }
  });
  afterAll(() => harness.stop());

  const read = (sql: string): Promise<readonly TextRow[]> => readAs(harness.databaseUrl, sql, { role: 'lientinh_bi' });

  it('are as the contract says', async () => {
    expect(await viewProblems(harness.database, [...plansSets, ...sharedSets])).toEqual([]);
  });

  it('give every field as GraphQL gives it', async () => {
    const expected = expectedRows(await allPlans(harness, null));
    for (const { name, key } of plansSets) {
      const order = key.join(', ');
      const rows = (await read(`select * from bi.${name} order by ${order}`)).map(comparableRow);
      const sortKey = (row: TextRow): string => key.map((column) => (row[column] ?? '').padStart(3)).join('|');
      const said = [...(expected[name] ?? [])].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
      expect(rows).toEqual(said);
      expect(rows.length).toBeGreaterThanOrEqual(5);
    }
  });

  it('count the duties of each agency in one statement', async () => {
    const [most] = await read(`select agency_id, count(distinct task_id) as duties from bi.task_agencies
      where role = 'LEAD' and province_code = '33' group by agency_id order by 2 desc, 1 limit 1`);
    const query = `{ tasks(filter: { lead: "${most?.['agency_id']}" }) { totalCount } }`;
    const { tasks } = await harness.data<{ tasks: { totalCount: number } }>(query);
    expect(tasks.totalCount).toBe(Number(most?.['duties']));
    expect(tasks.totalCount).toBeGreaterThan(1);
  });
});
