import { startGateway, type TestGateway } from './support/gateway';
import type { TestSubgraph } from './support/subgraph-server';
import { startTwoSubgraphs } from './support/two-subgraphs';

const KEYS = { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'AA', kid: 'one', alg: 'EdDSA', use: 'sig' }] };

describe('the keys of receipts', () => {
  let subgraphs: { agencies: TestSubgraph; indicators: TestSubgraph };
  let gateway: TestGateway;

  beforeEach(async () => {
    subgraphs = await startTwoSubgraphs();
    Object.values(subgraphs).forEach((subgraph) => (subgraph.intercept = refuse));
    gateway = await startGateway(Object.values(subgraphs));
  });
  afterEach(async () => {
    await gateway.stop();
    await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.close()));
  });

  const refuse: TestSubgraph['intercept'] = (request, response) => {
    if (request.url !== '/receipt-keys') return false;
    response.writeHead(404, { 'content-type': 'application/json' }).end('{}');
    return true;
  };
  const tell: TestSubgraph['intercept'] = (request, response) => {
    if (request.url !== '/receipt-keys') return false;
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' });
    response.end(JSON.stringify(KEYS));
    return true;
  };
  const keys = () => fetch(`${gateway.url}/receipt-keys`);

  it('are told to everybody, with the time for which they may be kept', async () => {
    subgraphs.agencies.intercept = tell;
    const response = await keys();
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toEqual(KEYS);
  });

  it.each<[string, (subgraph: TestSubgraph) => unknown]>([
    ['is away', (subgraph) => subgraph.close()],
    ['signs nothing', () => undefined],
  ])('are told by the next subgraph when the first one %s', async (_why, break_) => {
    subgraphs.indicators.intercept = tell;
    await break_(subgraphs.agencies);
    expect(await (await keys()).json()).toEqual(KEYS);
  });

  it('are told by the next subgraph when the first one is silent', async () => {
    const impatient = await startGateway(Object.values(subgraphs), { probeTimeoutMs: 5_000 });
    subgraphs.indicators.intercept = tell;
    subgraphs.agencies.intercept = () => true;
    expect(await (await fetch(`${impatient.url}/receipt-keys`)).json()).toEqual(KEYS);
    await impatient.stop();
  });

  it('are not available when no subgraph tells them', async () => {
    const response = await keys();
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
  });
});
