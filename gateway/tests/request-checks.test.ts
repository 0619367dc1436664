import { getIntrospectionQuery } from 'graphql';
import { startGateway, type GraphQLAnswer, type TestGateway } from './support/gateway';
import type { TestSubgraph } from './support/subgraph-server';
import { startTwoSubgraphs } from './support/two-subgraphs';

describe('what the gateway refuses', () => {
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

  const codeOf = (body: GraphQLAnswer['body']) => body.errors?.[0]?.extensions['code'];
  const send = async (init: RequestInit, path = '/graphql') => {
    const response = await fetch(`${gateway.url}${path}`, init);
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as GraphQLAnswer['body'],
    };
  };
  const sendJson = (body: string, headers: Record<string, string> = {}) =>
    send({ method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

  const neighbours = (levels: number): string => (levels === 0 ? 'name' : `neighbours { ${neighbours(levels - 1)} }`);

  it.each([
    ['two operations and none named', { query: 'query A { indices { code } } query B { indices { code } }' }],
    ['an operation that is not there', { query: 'query A { indices { code } }', operationName: 'Z' }],
    ['a query of great length', { query: `{ ${'a'.repeat(51_000)} }` }],
  ])('%s, as the mistake of the caller that it is, in a short answer', async (_name, body) => {
    const { body: answer } = await sendJson(JSON.stringify(body));
    expect(codeOf(answer)).toBe('INVALID_REQUEST');
    expect(JSON.stringify(answer).length).toBeLessThan(2_000);
  });

  it.each([
    ['depth', `{ provinces { ${neighbours(5)} } }`],
    ['depth through fragments', `{ provinces { ...A } } fragment A on Province { ${neighbours(5)} }`],
    ['aliases', '{ a: indices { code } provinces { b: name c: name d: name e: name f: name } }'],
    [
      'root fields',
      '{ a: indices { code } b: indices { code } c: indices { code } d: indices { code } indices { code } }',
    ],
    ['tokens', `{ indices { ${'code '.repeat(400)} } }`],
  ])('an operation beyond the limit of %s', async (_name, query) => {
    subgraphs.agencies.received.length = 0;
    const { status, body } = await gateway.query(query);
    expect(status).toBe(400);
    expect(codeOf(body)).toBe('OPERATION_TOO_LARGE');
    expect(subgraphs.agencies.received).toHaveLength(0);
  });

  it('takes an operation at the limit', async () => {
    const { body } = await gateway.query(`{ provinces { ${neighbours(4)} } }`);
    expect(body.errors).toBeUndefined();
  });

  it('takes the introspection that the query page asks for', async () => {
    const { body } = await gateway.query(getIntrospectionQuery());
    expect(body.errors).toBeUndefined();
    expect(body.data).toHaveProperty('__schema');
  });

  it('an operation nested beyond what can be parsed, and goes on serving', async () => {
    const { status, body } = await gateway.query(`${'{ a '.repeat(5_000)}${'}'.repeat(5_000)}`);
    expect(status).toBe(400);
    expect(codeOf(body)).toBe('OPERATION_TOO_LARGE');
    expect((await gateway.query('{ indices { code } }')).body.errors).toBeUndefined();
  });

  it('names the measure and the limit in both languages', async () => {
    const query = `{ provinces { ${neighbours(5)} } }`;
    expect((await gateway.query(query)).body.errors?.[0]?.message).toContain('độ sâu (tối đa 6)');
    const english = await gateway.query(query, { headers: { 'accept-language': 'en' } });
    expect(english.body.errors?.[0]?.message).toContain('depth (at most 6)');
  });

  it('fragments that spread each other, without counting for ever', async () => {
    const { status, body } = await gateway.query(
      '{ provinces { ...A } } fragment A on Province { ...B } fragment B on Province { ...A }',
    );
    expect(status).toBe(400);
    expect(codeOf(body)).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it.each([
    ['a syntax error', '{ provinces {', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ provincs { name } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a wrong enum value', '{ indices(boundaries: CURENT) { code } }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s, coded and without suggestions', async (_name, query, code) => {
    const { status, body, text } = await gateway.query(query);
    expect(status).toBe(400);
    expect(codeOf(body)).toBe(code);
    expect(text).not.toContain('Did you mean');
  });

  it('a variable of the wrong type, without suggestions', async () => {
    const query = 'query ($b: Boundaries) { indices(boundaries: $b) { code } }';
    const { body, text } = await gateway.query(query, { variables: { b: 'CURENT' } });
    expect(codeOf(body)).toBe('BAD_USER_INPUT');
    expect(text).not.toContain('Did you mean');
  });

  it.each([
    ['malformed JSON', '{"query": '],
    ['a batch', '[{"query":"{ __typename }"}]'],
    ['no query', '{"variables":{}}'],
    ['variables that are a list', '{"query":"{ __typename }","variables":[1]}'],
    ['an empty body', ''],
  ])('%s', async (_name, body) => {
    const answer = await sendJson(body);
    expect(answer.status).toBe(400);
    expect(codeOf(answer.body)).toBe('INVALID_REQUEST');
  });

  it('a body beyond the limit', async () => {
    const { status, body } = await sendJson(JSON.stringify({ query: '{ __typename }', padding: 'x'.repeat(70_000) }));
    expect(status).toBe(413);
    expect(codeOf(body)).toBe('REQUEST_TOO_LARGE');
  });

  it('another media type', async () => {
    const { status, body } = await send({ method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' });
    expect(status).toBe(415);
    expect(codeOf(body)).toBe('UNSUPPORTED_MEDIA_TYPE');
  });

  it('a GET that a foreign page could cause, and takes one with the header', async () => {
    const path = `/graphql?query=${encodeURIComponent('{ indices { code } }')}`;
    const refused = await send({}, path);
    expect(refused.status).toBe(400);
    expect(codeOf(refused.body)).toBe('INVALID_REQUEST');
    const taken = await send({ headers: { 'apollo-require-preflight': '1' } }, path);
    expect(taken.body).toEqual({ data: { indices: [{ code: 'PAPI' }, { code: 'PCI' }] } });
  });

  it('a mutation over GET', async () => {
    const path = `/graphql?query=${encodeURIComponent('mutation { retractScores(publication: "1", reason: "x") }')}`;
    const { status, body } = await send({ headers: { 'apollo-require-preflight': '1' } }, path);
    expect(status).toBe(405);
    expect(codeOf(body)).toBe('INVALID_REQUEST');
  });

  it('an unknown address, as coded JSON with safe headers', async () => {
    const { status, headers, body } = await send({}, '/nowhere?token=secret');
    expect(status).toBe(404);
    expect(codeOf(body)).toBe('NOT_FOUND');
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('an address that cannot be decoded', async () => {
    const { status, body } = await send({}, '/%E0%A4%A');
    expect(status).toBe(400);
    expect(codeOf(body)).toBe('INVALID_REQUEST');
  });
});
