import { startGateway, type TestGateway } from './support/gateway';
import type { TestSubgraph } from './support/subgraph-server';
import { startTwoSubgraphs } from './support/two-subgraphs';

const QUERY = '{ provinces { name scores { value } } indices { code } }';

describe('a query over two subgraphs', () => {
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

  it('joins entities of both into one answer', async () => {
    const { status, body } = await gateway.query(QUERY);
    expect(status).toBe(200);
    expect(body).toEqual({
      data: {
        provinces: [
          { name: 'Thừa Thiên Huế', scores: [{ value: 46.5 }] },
          { name: 'Bình Định', scores: [{ value: 44.25 }] },
        ],
        indices: [{ code: 'PAPI' }, { code: 'PCI' }],
      },
    });
  });

  it('tells the subgraphs who asks, in which language and under which ids, and nothing else', async () => {
    subgraphs.agencies.received.length = 0;
    await gateway.query('{ provinces { name } }', {
      headers: {
        authorization: 'Bearer good',
        'accept-language': 'en',
        'x-request-id': 'excel-request-42',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
        cookie: 'session=1',
        'x-secret': 'not for subgraphs',
      },
    });
    expect(subgraphs.agencies.received).toHaveLength(1);
    expect(subgraphs.agencies.received[0]).toMatchObject({
      authorization: 'Bearer good',
      'accept-language': 'en',
      'x-request-id': 'excel-request-42',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    });
    expect(subgraphs.agencies.received[0]).not.toHaveProperty('cookie');
    expect(subgraphs.agencies.received[0]).not.toHaveProperty('x-secret');
  });

  it('returns a well-formed request id and replaces any other', async () => {
    const kept = await gateway.query('{ indices { code } }', { headers: { 'x-request-id': 'excel-request-42' } });
    expect(kept.headers.get('x-request-id')).toBe('excel-request-42');
    const replaced = await gateway.query('{ indices { code } }', { headers: { 'x-request-id': 'a b"}{' } });
    expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  });

  it('refuses a bad token before any subgraph is asked', async () => {
    subgraphs.indicators.received.length = 0;
    const { status, headers, body } = await gateway.query('{ indices { code } }', {
      headers: { authorization: 'Bearer bad' },
    });
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(body.errors?.[0]?.extensions['code']).toBe('TEST_TOKEN_REFUSED');
    expect(subgraphs.indicators.received).toHaveLength(0);
  });

  it('answers introspection, for the schema is public', async () => {
    const { body } = await gateway.query('{ __type(name: "Province") { fields { name } } }');
    expect(body).toEqual({
      data: {
        __type: {
          fields: [{ name: 'id' }, { name: 'code' }, { name: 'name' }, { name: 'neighbours' }, { name: 'scores' }],
        },
      },
    });
  });

  it('survives the restart of a subgraph on kept-alive connections', async () => {
    await gateway.query('{ indices { code } }');
    await subgraphs.indicators.close();
    await subgraphs.indicators.reopen();
    const { body } = await gateway.query('{ indices { code } }');
    expect(body).toEqual({ data: { indices: [{ code: 'PAPI' }, { code: 'PCI' }] } });
  });

  it('counts requests and fetches for the operator', async () => {
    await gateway.query(QUERY);
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toMatch(/lientinh_gateway_subgraph_fetches_total\{subgraph="agencies",outcome="answered"\} [1-9]/);
    expect(metrics).toMatch(
      /lientinh_gateway_request_duration_seconds_count\{method="POST",route="\/graphql",status="200"\} [1-9]/,
    );
    expect(metrics).toMatch(/lientinh_gateway_operations_total\{type="query",outcome="complete"\} [1-9]/);
  });
});
