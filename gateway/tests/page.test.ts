import { buildSchema, Kind, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/package-root';
import { readExamples } from '../src/page/examples';
import { startGateway, type TestGateway } from './support/gateway';
import type { TestSubgraph } from './support/subgraph-server';
import { startTwoSubgraphs } from './support/two-subgraphs';

describe('the query page', () => {
  let subgraphs: { agencies: TestSubgraph; indicators: TestSubgraph };
  let gateway: TestGateway;

  beforeAll(async () => {
    subgraphs = await startTwoSubgraphs();
    gateway = await startGateway(Object.values(subgraphs));
  });

  afterAll(async () => {
    await gateway.stop();
    await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.close()));
  });

  const referencesOf = (html: string) =>
    [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');

  it('names no address outside this server, and everything it names is served', async () => {
    const html = await (await fetch(`${gateway.url}/`)).text();
    expect(html).not.toMatch(/https?:|\/\//);
    const addresses = referencesOf(html).filter((address) => address !== 'data:,');
    expect(addresses).toHaveLength(6);
    for (const address of addresses) {
      const response = await fetch(`${gateway.url}${address}`);
      expect([address, response.status]).toEqual([address, 200]);
      expect((await response.text()).length).toBeGreaterThan(20);
    }
  });

  it('serves styles that load nothing from elsewhere', async () => {
    const styles = await (await fetch(`${gateway.url}/assets/graphiql.css`)).text();
    const loaded = [...styles.matchAll(/url\(\s*["']?([^"')]{0,20})/g)].map(([, address]) => address ?? '');
    expect(loaded.filter((address) => !address.startsWith('data:'))).toEqual([]);
  });

  it('allows only its own files', async () => {
    const policy = (await fetch(`${gateway.url}/`)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  });

  it('serves nothing else of the packages', async () => {
    for (const name of ['graphiql.min.js.map', 'package.json', '..%2Fpackage.json', '%2e%2e%2fsupergraph.graphql']) {
      expect((await fetch(`${gateway.url}/assets/${name}`)).status).toBe(404);
    }
  });

  it('offers the saved queries', async () => {
    const offered: unknown = await (await fetch(`${gateway.url}/assets/examples.json`)).json();
    expect(offered).toEqual(readExamples());
  });
});

describe('a saved query', () => {
  const contract = buildSchema(readFileSync(join(packageRoot, 'contract.graphql'), 'utf8'));
  const examples = readExamples();

  it('is one of at least five', () => expect(examples.length).toBeGreaterThanOrEqual(5));

  it.each(examples)('$file is valid in the public contract, named, and explained in Vietnamese', ({ query }) => {
    const document = parse(query);
    expect(validate(contract, document)).toEqual([]);
    expect(
      document.definitions.map((definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value),
    ).toEqual([expect.stringMatching(/^[A-Z]\w+$/)]);
    expect(query).toMatch(/^# .*[ăâđêôơưàáảãạ]/);
  });
});
