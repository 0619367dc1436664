import { startGateway, type TestGateway } from './support/gateway';
import type { TestSubgraph } from './support/subgraph-server';
import { startTwoSubgraphs } from './support/two-subgraphs';

const QUERY = '{ provinces { name scores { value } } indices { code } }';

describe('when a subgraph fails', () => {
  let subgraphs: { agencies: TestSubgraph; indicators: TestSubgraph };
  let gateway: TestGateway;

  beforeEach(async () => {
    subgraphs = await startTwoSubgraphs();
    gateway = await startGateway(Object.values(subgraphs));
  });

  afterEach(async () => {
    await gateway.stop();
    await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.close()));
  });

  const codes = (errors: readonly { extensions: Record<string, unknown> }[] = []) =>
    errors.map(({ extensions }) => extensions['code']);

  it('answers with the data of the others and names what is missing', async () => {
    await subgraphs.indicators.close();
    const { status, body, text } = await gateway.query(QUERY, { headers: { 'x-request-id': 'request-1' } });
    expect(status).toBe(200);
    expect(body.data).toEqual({
      provinces: [
        { name: 'Thừa Thiên Huế', scores: null },
        { name: 'Bình Định', scores: null },
      ],
      indices: null,
    });
    const service = 'indicators';
    const unavailable = { code: 'SUBGRAPH_UNAVAILABLE', requestId: 'request-1', service, details: { service } };
    expect(body.errors?.map(({ extensions }) => extensions)).toEqual(
      expect.arrayContaining([
        { ...unavailable, missing: ['indices'] },
        { ...unavailable, missing: ['provinces.*.scores'] },
      ]),
    );
    const port = new URL(subgraphs.indicators.url).port;
    expect(text).not.toMatch(new RegExp(`${port}|127\\.0\\.0\\.1|ECONNREFUSED|stack|undici`));
  });

  it('says it in the language of the caller', async () => {
    await subgraphs.indicators.close();
    const vietnamese = await gateway.query('{ indices { code } }');
    expect(vietnamese.body.errors?.[0]?.message).toContain('dịch vụ indicators tạm thời không lấy được');
    const english = await gateway.query('{ indices { code } }', { headers: { 'accept-language': 'en-GB, vi;q=0.5' } });
    expect(english.body.errors?.[0]?.message).toContain('service indicators cannot be had now');
  });

  it('does not wait longer than the time limit', async () => {
    const impatient = await startGateway(Object.values(subgraphs), { queryTimeoutMs: 5_000 });
    subgraphs.indicators.intercept = () => true;
    const { body } = await impatient.query(QUERY);
    expect(body.data?.['provinces']).toHaveLength(2);
    expect(codes(body.errors)).toEqual(['SUBGRAPH_TIMEOUT', 'SUBGRAPH_TIMEOUT']);
    await impatient.stop();
  });

  it.each([
    ['text of a proxy', 502, '<html>nginx at 10.0.0.7</html>'],
    ['JSON that is no GraphQL answer', 200, '{"secret":"10.0.0.7"}'],
    ['a broken answer', 200, '{"data":{"ind'],
  ])('treats %s as a failure and shows none of it', async (_name, status, body) => {
    subgraphs.indicators.intercept = (_request, response) => {
      response.writeHead(status).end(body);
      return true;
    };
    const answer = await gateway.query('{ indices { code } }');
    expect(codes(answer.body.errors)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect(answer.text).not.toMatch(/10\.0\.0\.7|nginx|secret/);
  });

  it('passes a coded error on with its message and details, and drops the rest', async () => {
    const { body } = await gateway.query('{ failing(how: "coded") }', { headers: { 'x-request-id': 'request-2' } });
    expect(body).toEqual({
      data: { failing: null },
      errors: [
        {
          message: 'Chỉ số PAPI 2023 chưa được công bố.',
          path: ['failing'],
          extensions: {
            code: 'INDEX_NOT_PUBLISHED',
            details: { year: 2023 },
            service: 'indicators',
            requestId: 'request-2',
          },
        },
      ],
    });
  });

  it('masks an error without a code and logs its cause under the request id', async () => {
    const { body, text } = await gateway.query('{ failing(how: "other") }', {
      headers: { 'x-request-id': 'request-3' },
    });
    expect(body.errors?.[0]).toMatchObject({
      path: ['failing'],
      extensions: { code: 'INTERNAL_ERROR', service: 'indicators', requestId: 'request-3' },
    });
    expect(body.errors?.[0]?.message).toContain('request-3');
    expect(text).not.toMatch(/ECONNREFUSED|10\.0\.0\.7|SELECT|password/);
    const logged = gateway.log.find(({ msg }) => msg === 'fault masked');
    expect(logged).toMatchObject({ requestId: 'request-3', subgraph: 'indicators' });
    expect(JSON.stringify(logged)).toContain('ECONNREFUSED');
  });

  it('reports a promised value that a subgraph left out', async () => {
    subgraphs.indicators.intercept = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"indices":[{"code":null}]}}');
      return true;
    };
    const { body } = await gateway.query('{ indices { code } }');
    expect(body.data).toEqual({ indices: null });
    expect(codes(body.errors)).toEqual(['ANSWER_INCOMPLETE']);
    expect(body).not.toHaveProperty('extensions');
  });

  it('recovers as soon as the subgraph is back', async () => {
    await subgraphs.indicators.close();
    await gateway.query('{ indices { code } }');
    await subgraphs.indicators.reopen();
    const { body } = await gateway.query('{ indices { code } }');
    expect(body).toEqual({ data: { indices: [{ code: 'PAPI' }, { code: 'PCI' }] } });
  });

  it('is not ready and names the part', async () => {
    expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200);
    await subgraphs.indicators.close();
    const response = await fetch(`${gateway.url}/health/ready`);
    expect(response.status).toBe(503);
    const text = await response.text();
    expect(JSON.parse(text)).toEqual({
      ready: false,
      parts: [
        { part: 'gateway', ready: true },
        { part: 'supergraph', ready: true },
        { part: 'agencies', ready: true },
        { part: 'indicators', ready: false, reason: 'does not answer' },
      ],
    });
    expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200);
  });
});
