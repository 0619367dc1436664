import { Client } from 'pg';
import { dossiers, procedure, publishCatalogue, publishDossiers, retractDossiers } from './support/catalogues';
import { startProcedures, type RunningProcedures } from './support/start-procedures';

/** Tables that grow without bound: none of their rows is read but through an index. */
const GROWING = /Seq Scan on (dossier_statistic\w*|dossier_rollup|offering|catalogue)\b/;

/** Explains every statement that the subgraph sends, in the place where it is sent. */
async function explainEverything(work: () => Promise<unknown>): Promise<string[]> {
  type Send = (...parameters: unknown[]) => Promise<{ rows: Record<string, string>[] }>;
  const original = Object.getOwnPropertyDescriptor(Client.prototype, 'query')?.value as Send;
  const plans: string[] = [];
  async function explain(send: Send, name: string, text: string, values: unknown[] | undefined): Promise<void> {
    await send({ text: 'set enable_seqscan = off' });
    const { rows } = await send({ text: text.replace(/^\/\* [a-z-]+ \*\//, 'explain'), values });
    plans.push(`${name}\n${rows.map((row) => row['QUERY PLAN']).join('\n')}`);
  }
  const explaining = function (this: Client, ...call: unknown[]): unknown {
    const [config] = call as [{ text?: string; values?: unknown[] }];
    const text = config.text ?? '';
    const name = /^\/\* ([a-z-]+) \*\/ (?:select|with|insert|update|delete)/.exec(text)?.[1];
    const send: Send = (...parameters) => original.apply(this, parameters);
    if (name === undefined) return send(...call);
    return explain(send, name, text, config.values).then(() => send(...call));
  };
  const spy = jest.spyOn(Client.prototype, 'query').mockImplementation(explaining);
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return plans;
}

describe('the plans of the statements', () => {
  let running: RunningProcedures;
  beforeAll(async () => {
    running = await startProcedures();
    await publishCatalogue(running, '46', '2021-01-01', [procedure('1.000001'), procedure('1.000002')]);
    await publishDossiers(running, '46', [dossiers('1.000001', '2021-01-01'), dossiers('1.000002', '2022-01-01')]);
  });
  afterAll(() => running.stop());

  const period = 'provinces: ["46", "62"], from: "2021-01-01", to: "2023-12-31"';
  it.each([
    ['a comparison of dossiers', `{ dossierComparison(${period}) { received } }`, 'sum-dossier-rollups'],
    [
      'a field and level',
      `{ dossierComparison(${period}, field: "Hộ tịch", level: COMMUNE) { received } }`,
      'sum-dossier-rollups',
    ],
    ['one procedure', `{ dossierComparison(${period}, procedure: "1.000001") { received } }`, 'sum-procedure-dossiers'],
    [
      'the past',
      `{ dossierComparison(${period}, recordedAsOf: "2022-01-01T00:00:00Z") { received } }`,
      'sum-dossier-rollups',
    ],
    [
      'catalogues side by side',
      '{ catalogueComparison(provinces: ["46", "62"], asOf: "2021-06-30", field: "Hộ tịch") { rows { nodes { procedure { code } } } } }',
      'list-compared-procedures',
    ],
    [
      'a search',
      '{ procedures(filter: { search: "giay phep" }) { nodes { code offerings { oneStop } } } }',
      'list-procedures-searched',
    ],
    [
      'what a province offers',
      '{ procedures(filter: { provinces: ["46"] }) { nodes { code } } }',
      'list-procedures-offered',
    ],
  ])('read no growing table from end to end for %s', async (_what, query, name) => {
    const plans = await explainEverything(async () => {
      expect((await running.ask(query)).errors).toBeUndefined();
    });
    expect(plans.map((plan) => plan.split('\n')[0])).toContain(name);
    expect(plans.filter((plan) => GROWING.test(plan))).toEqual([]);
  });

  it('read no growing table from end to end to publish, correct and retract', async () => {
    const plans = await explainEverything(async () => {
      await publishCatalogue(running, '46', '2021-01-01', [procedure('1.000001', { field: 'Đất đai' })]);
      const correction = await publishDossiers(running, '46', [dossiers('1.000001', '2021-01-01', { received: 500 })]);
      await retractDossiers(running, correction.publication?.id ?? '', 'thua-thien-hue');
    });
    const names = plans.map((plan) => plan.split('\n')[0]);
    expect(names).toEqual(
      expect.arrayContaining(['supersede-dossiers', 'insert-dossiers', 'close-retracted-dossiers']) as string[],
    );
    expect(plans.filter((plan) => GROWING.test(plan))).toEqual([]);
  });

  it('keeps the search of procedures on its index', async () => {
    const plans = await explainEverything(() =>
      running.ask('{ procedures(filter: { search: "giay" }) { totalCount } }'),
    );
    expect(plans.join('\n')).toContain('procedure_search');
  });
});
