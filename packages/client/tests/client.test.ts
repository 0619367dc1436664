import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, GraphAnswerError, operation, PlatformUnreachable, type Province } from '../src';

const PROVINCE = operation<{ province: Pick<Province, 'id' | 'name'> | null }, { code: string }>(
  'query P($code: ID!) { province(code: $code) { id name } }',
);

describe('the client', () => {
  let server: Server;
  let url: string;
  let seen: { headers: IncomingMessage['headers']; body: unknown };
  let answer: { status: number; body: string };

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        seen = { headers: request.headers, body: JSON.parse(body) };
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('sends operation, variables, token and language, and gives the data', async () => {
    answer = { status: 200, body: '{"data":{"province":{"id":"62@2004-01-01","name":"Kon Tum"}}}' };
    const client = createClient({ url: `${url}/`, token: () => Promise.resolve('abc'), language: 'en' });
    const { province } = await client.query(PROVINCE, { code: '62' });
    expect(province?.name).toBe('Kon Tum');
    expect(seen.headers).toMatchObject({ authorization: 'Bearer abc', 'accept-language': 'en' });
    expect(seen.body).toEqual({ query: PROVINCE, variables: { code: '62' } });
  });

  it('gives errors with their codes and what data there is', async () => {
    const errors = [{ message: 'down', path: ['province'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }];
    answer = { status: 200, body: JSON.stringify({ data: { province: null }, errors }) };
    const failure = await createClient({ url })
      .query(PROVINCE, { code: '62' })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GraphAnswerError);
    expect(failure).toMatchObject({ codes: ['SUBGRAPH_UNAVAILABLE'], data: { province: null }, message: 'down' });
  });

  it('tells something else than the platform from a refusal', async () => {
    answer = { status: 502, body: '<html>' };
    await expect(createClient({ url }).query(PROVINCE, { code: '1' })).rejects.toBeInstanceOf(PlatformUnreachable);
    const nobody = createClient({ url: 'http://127.0.0.1:9' });
    await expect(nobody.query(PROVINCE, { code: '1' })).rejects.toThrow(/nobody answers at http:\/\/127\.0\.0\.1:9/);
  });
});

describe('the types of the API', () => {
  it('are those of the schema, without the machinery of the supergraph', () => {
    const folder = mkdtempSync(join(tmpdir(), 'client-'));
    const sdl = `directive @inaccessible on FIELD_DEFINITION
      scalar join__FieldSet
      scalar Date
      enum Kind { A B }
      input Filter { kind: Kind!, days: [Date!], limit: Int! = 5 }
      "A thing."
      type Thing { id: ID!, kinds: [Kind]!, secret: String @inaccessible, parent(filter: Filter): Thing }
      type Query { thing(id: ID!): Thing }`;
    writeFileSync(join(folder, 'schema.graphql'), sdl);
    const script = join(__dirname, '../generate.mjs');
    execFileSync(process.execPath, [script, join(folder, 'schema.graphql'), join(folder, 'schema.ts')]);
    const types = readFileSync(join(folder, 'schema.ts'), 'utf8');
    rmSync(folder, { recursive: true });
    expect(types).toContain("export type Kind = 'A' | 'B';");
    expect(types).toMatch(
      /interface Filter \{\s+readonly kind: Kind;\s+readonly days\?: readonly Date\[\] \| null;\s+readonly limit\?: number;/,
    );
    expect(types).toMatch(
      /\/\*\* A thing\. \*\/\s+export interface Thing \{\s+readonly id: string;\s+readonly kinds: readonly \(Kind \| null\)\[\];\s+readonly parent: Thing \| null;/,
    );
    expect(types).toContain('export interface QueryThingArguments');
    expect(types).not.toMatch(/join__|secret/);
  });
});
