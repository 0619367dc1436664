import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../src/package-root';
import { composeTest, until } from './support/gateway';
import type { TestSubgraph } from './support/subgraph-server';
import { startTwoSubgraphs } from './support/two-subgraphs';

const MAIN = join(packageRoot, 'dist', 'src', 'main.js');

interface Run {
  readonly child: ChildProcess;
  output: string;
  errors: string;
  /** Resolves once it has ended and everything it said has been read. */
  readonly exited: Promise<number | null>;
}

function run(environment: Record<string, string>): Run {
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env['PATH'], ...environment } });
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const started: Run = { child, output: '', errors: '', exited };
  child.stdout.on('data', (chunk: Buffer) => (started.output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (started.errors += chunk.toString('utf8')));
  return started;
}

/** What the last line of its log says. */
const lastWords = ({ output }: Run): string =>
  (JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as { msg: string }).msg;

// The process is the compiled one; `npm run build` comes before the tests.
const withBuild = existsSync(MAIN) ? describe : describe.skip;

withBuild('the gateway process', () => {
  let subgraphs: { agencies: TestSubgraph; indicators: TestSubgraph };
  let folder: string;
  let environment: Record<string, string>;

  beforeAll(async () => {
    subgraphs = await startTwoSubgraphs();
    folder = mkdtempSync(join(tmpdir(), 'gateway-process-'));
    const file = join(folder, 'supergraph.graphql');
    writeFileSync(file, await composeTest(Object.values(subgraphs)));
    environment = {
      PORT: '0',
      SUPERGRAPH_FILE: file,
      OIDC_ISSUER: 'http://127.0.0.1:9',
      AGENCIES_URL: subgraphs.agencies.url,
      INDICATORS_URL: subgraphs.indicators.url,
    };
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.close()));
  });

  const addressOf = async (gateway: Run): Promise<string> => {
    await until(() => gateway.output.includes('gateway listens'));
    return /"address":"([^"]+)"/.exec(gateway.output)?.[1] ?? '';
  };
  const ask = (address: string) =>
    fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ indices { code } }' }),
    });

  it('finishes open requests after SIGTERM and ends with 0', async () => {
    const gateway = run(environment);
    const address = await addressOf(gateway);
    let release: () => void = () => undefined;
    subgraphs.indicators.intercept = (_request, response) => {
      release = () => response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"indices":[]}}');
      gateway.child.kill('SIGTERM');
      return true;
    };
    const answering = ask(address);
    await until(() => gateway.output.includes('"stopping"'));
    release();
    expect(await (await answering).json()).toEqual({ data: { indices: [] } });
    expect(await gateway.exited).toBe(0);
    subgraphs.indicators.intercept = () => false;
  });

  it('cuts requests that outlast its patience after SIGTERM and ends with 0', async () => {
    const gateway = run({ ...environment, SHUTDOWN_TIMEOUT_MS: '50' });
    const address = await addressOf(gateway);
    subgraphs.indicators.intercept = () => {
      gateway.child.kill('SIGTERM');
      return true;
    };
    await expect(ask(address)).rejects.toThrow();
    expect(await gateway.exited).toBe(0);
    expect(gateway.output).toContain('connections still open are cut');
    subgraphs.indicators.intercept = () => false;
  });

  it('refuses a token of which it cannot know the issuer, without taking the caller for a viewer', async () => {
    const gateway = run(environment);
    const address = await addressOf(gateway);
    const response = await fetch(`${address}/changes`, { headers: { authorization: 'Bearer a.b.c' } });
    expect([401, 503]).toContain(response.status);
    gateway.child.kill('SIGINT');
    expect(await gateway.exited).toBe(0);
  });

  it('says in one line that its port is taken and ends with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await until(() => other.listening);
    const { port } = other.address() as AddressInfo;
    const gateway = run({ ...environment, PORT: String(port) });
    expect(await gateway.exited).toBe(1);
    expect(lastWords(gateway)).toBe(
      `port ${port} on 127.0.0.1 is taken by another program; stop it or set another port`,
    );
    expect(gateway.errors).toBe('');
    other.close();
  });

  it('names every wrong variable at once', async () => {
    const gateway = run({ PORT: 'x', AGENCIES_URL: 'agencies' });
    expect(await gateway.exited).toBe(1);
    for (const name of ['PORT', 'AGENCIES_URL', 'OIDC_ISSUER']) expect(lastWords(gateway)).toContain(`- ${name}: `);
  });

  it('says in one line that there is no supergraph', async () => {
    const gateway = run({ ...environment, SUPERGRAPH_FILE: join(folder, 'none.graphql') });
    expect(await gateway.exited).toBe(1);
    expect(lastWords(gateway)).toBe('The supergraph file none.graphql cannot be used: no such file');
    expect(gateway.errors).toBe('');
  });
});
