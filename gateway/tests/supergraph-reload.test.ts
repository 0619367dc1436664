import { rmSync, writeFileSync } from 'node:fs';
import { composeTest, startGateway, until, type TestGateway } from './support/gateway';
import { startSubgraph, type TestSubgraph } from './support/subgraph-server';
import { startTwoSubgraphs } from './support/two-subgraphs';

const BEFORE = '{ indices { code } }';
const AFTER = '{ metrics { code } }';

describe('the supergraph file', () => {
  let subgraphs: { agencies: TestSubgraph; indicators: TestSubgraph };
  let plans: TestSubgraph;
  let gateway: TestGateway;

  beforeEach(async () => {
    subgraphs = await startTwoSubgraphs();
    plans = await startSubgraph('plans', 'type Query { metrics: [Metric!] } type Metric { code: ID! }', {
      Query: { metrics: () => [{ code: 'ON_TIME' }] },
    });
    gateway = await startGateway(Object.values(subgraphs));
  });

  afterEach(async () => {
    await gateway.stop();
    await Promise.all([...Object.values(subgraphs), plans].map((subgraph) => subgraph.close()));
  });

  const refusals = () => gateway.log.filter(({ code }) => code === 'SUPERGRAPH_UNUSABLE');

  it('is served anew when it changes, without a restart', async () => {
    expect((await gateway.query(AFTER)).body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    writeFileSync(gateway.supergraphFile, await composeTest([...Object.values(subgraphs), plans]));
    await until(async () => (await gateway.query(AFTER)).body.errors === undefined);
    expect((await gateway.query(AFTER)).body).toEqual({ data: { metrics: [{ code: 'ON_TIME' }] } });
    const readiness = (await (await fetch(`${gateway.url}/health/ready`)).json()) as { parts: { part: string }[] };
    expect(readiness.parts.map(({ part }) => part)).toContain('plans');
  });

  it.each([
    ['text that is no schema', 'type Query {'],
    ['a schema that is no supergraph', 'type Query { a: Int }'],
    ['nothing', ''],
  ])('keeps the last good version when the file holds %s, and says so once', async (_name, broken) => {
    writeFileSync(gateway.supergraphFile, broken);
    await until(() => refusals().length > 0);
    expect((await gateway.query(BEFORE)).body).toEqual({ data: { indices: [{ code: 'PAPI' }, { code: 'PCI' }] } });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(refusals()).toHaveLength(1);
    expect(refusals()[0]).toMatchObject({ level: 'error', msg: 'supergraph refused; the last good one stays' });
  });

  it('refuses a supergraph with a feature that this gateway cannot enforce', async () => {
    const secured = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@authenticated"])
      type Query { secrets: String @authenticated }`;
    const composing = composeTest([...Object.values(subgraphs), { ...plans, sdl: secured }]);
    await expect(composing).rejects.toThrow(/the gateway refuses the supergraph/);
  });

  it('survives that the file is deleted and comes back', async () => {
    rmSync(gateway.supergraphFile);
    await until(() => refusals().length > 0);
    expect((await gateway.query(BEFORE)).body.errors).toBeUndefined();
    writeFileSync(gateway.supergraphFile, await composeTest([...Object.values(subgraphs), plans]));
    await until(async () => (await gateway.query(AFTER)).body.errors === undefined);
  });

  it('stops the start when it is missing', async () => {
    const starting = startGateway(Object.values(subgraphs), { supergraphFile: '/nowhere/supergraph.graphql' });
    await expect(starting).rejects.toMatchObject({ code: 'SUPERGRAPH_UNUSABLE' });
  });
});
