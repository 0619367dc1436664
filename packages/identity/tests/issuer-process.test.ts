import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createTokenVerifier, DEFAULT_AUDIENCE, LOCAL_CLIENTS, readLocalClients, requestToken } from '../src/index';

const MAIN = join(__dirname, '../dist/src/issuer/main.js');

interface IssuerProcess {
  readonly issuer: string;
  readonly output: () => string;
  /** Ends it as a supervisor would; resolves to its exit code. */
  readonly stop: () => Promise<number | null>;
}

const running: ChildProcess[] = [];

async function start(dataDir: string): Promise<IssuerProcess> {
  if (!existsSync(MAIN)) throw new Error('the package is not built: run tsc -b');
  const child = spawn(process.execPath, [MAIN], {
    env: { PORT: '0', ISSUER_DATA_DIR: dataDir, LOG_LEVEL: 'debug' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  // Closed, not only ended: what it said last has been read.
  const closed = once(child, 'close') as Promise<[number | null]>;
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const issuer = await new Promise<string>((resolve, reject) => {
    void closed.then(() => reject(new Error(`the issuer did not start: ${output}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      output += `${line}\n`;
      const entry = JSON.parse(line) as { msg: string; issuer: string };
      if (entry.msg === 'issuer listens') resolve(entry.issuer);
    });
  });
  const stop = async (): Promise<number | null> => {
    child.kill('SIGTERM');
    return (await closed)[0];
  };
  return { issuer, output: () => output, stop };
}

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'issuer-'));
});
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

const stateFile = (): string => join(dataDir, 'issuer.json');

async function tokenOf(issuer: string, client: string, audience = DEFAULT_AUDIENCE): Promise<string> {
  const secret = (await readLocalClients(dataDir)).find(({ id }) => id === client)?.secret ?? '';
  return (await requestToken({ issuer, client, secret, audience })).token;
}

describe('the local issuer', () => {
  it('gives every client a token whose rights the verifier reads', async () => {
    const { issuer } = await start(dataDir);
    const verifier = createTokenVerifier({ issuer, audience: DEFAULT_AUDIENCE });
    for (const { id } of LOCAL_CLIENTS) {
      expect(await verifier.verify(`Bearer ${await tokenOf(issuer, id)}`)).toMatchObject({ client: id });
    }
    expect(await verifier.verify(`Bearer ${await tokenOf(issuer, 'tuyen-quang')}`)).toMatchObject({
      role: 'publisher',
      publisherId: 'tuyen-quang',
      provinceCode: '08',
    });
    expect(await verifier.verify(`Bearer ${await tokenOf(issuer, 'ministry')}`)).toMatchObject({
      provinceCode: null,
      indices: ['PAR_INDEX', 'SIPAS'],
      seesEverything: true,
    });
  });

  it('gives tokens for one hour', async () => {
    const { issuer } = await start(dataDir);
    const [client] = await readLocalClients(dataDir);
    const { id = '', secret = '' } = client ?? {};
    expect(await requestToken({ issuer, client: id, secret, audience: DEFAULT_AUDIENCE })).toMatchObject({
      expiresInSeconds: 3600,
    });
  });

  it.each([
    ['a wrong secret', 'admin', 'not-the-secret', DEFAULT_AUDIENCE, 'invalid_client'],
    ['an unknown client', 'somebody', 'not-the-secret', DEFAULT_AUDIENCE, 'invalid_client'],
    ['another audience', 'admin', null, 'urn:other', 'invalid_target'],
  ])('refuses %s', async (_name, client, secret, audience, reason) => {
    const { issuer } = await start(dataDir);
    const real = (await readLocalClients(dataDir)).find(({ id }) => id === client)?.secret;
    await expect(requestToken({ issuer, client, secret: secret ?? real ?? '', audience })).rejects.toMatchObject({
      code: 'TOKEN_REQUEST_REFUSED',
      details: { reason: expect.stringContaining(reason) },
    });
  });

  it('keeps its keys and secrets over a restart, in a file for its owner only', async () => {
    const first = await start(dataDir);
    const secrets = await readLocalClients(dataDir);
    const keys: unknown = await (await fetch(`${first.issuer}/jwks`)).json();
    expect(await first.stop()).toBe(0);
    await chmod(stateFile(), 0o644);
    const second = await start(dataDir);
    expect(await (await fetch(`${second.issuer}/jwks`)).json()).toEqual(keys);
    expect(await readLocalClients(dataDir)).toEqual(secrets);
    expect((await stat(stateFile())).mode & 0o777).toBe(0o600);
  });

  it('signs with a new key once the old one is 90 days old, and still publishes the old one', async () => {
    await (await start(dataDir)).stop();
    const state = JSON.parse(await readFile(stateFile(), 'utf8')) as {
      keys: [{ createdAt: string; jwk: { kid: string } }];
    };
    state.keys[0].createdAt = new Date(Date.now() - 91 * 86_400_000).toISOString();
    await writeFile(stateFile(), JSON.stringify(state));
    const { issuer } = await start(dataDir);
    const { keys } = (await (await fetch(`${issuer}/jwks`)).json()) as { keys: { kid: string }[] };
    const [header = ''] = (await tokenOf(issuer, 'admin')).split('.');
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string };
    expect(keys.map((key) => key.kid)).toEqual([kid, state.keys[0].jwk.kid]);
  });

  it('agrees on one state when two start in one new folder', async () => {
    const [one, two] = await Promise.all([start(dataDir), start(dataDir)]);
    const keys = await Promise.all([one, two].map(async ({ issuer }) => (await fetch(`${issuer}/jwks`)).text()));
    expect(keys[0]).toBe(keys[1]);
    for (const { issuer } of [one, two]) expect(await tokenOf(issuer, 'admin')).toMatch(/^ey/);
  });

  it('writes JSON lines without warnings, secrets, keys or tokens', async () => {
    const { issuer, output, stop } = await start(dataDir);
    const token = await tokenOf(issuer, 'analyst');
    await requestToken({ issuer, client: 'analyst', secret: 'wrong-secret-sent', audience: DEFAULT_AUDIENCE }).catch(
      () => null,
    );
    expect(await (await fetch(`${issuer}/health/live`)).text()).toBe('live\n');
    expect(await (await fetch(`${issuer}/health/ready`)).text()).toBe('ready\n');
    expect(await stop()).toBe(0);
    const entries = output()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { msg: string });
    expect(entries.map(({ msg }) => msg)).toEqual([
      'issuer listens',
      'token issued',
      'token request refused',
      'stopping',
    ]);
    const secrets = (await readLocalClients(dataDir)).map(({ secret }) => secret);
    for (const secret of [...secrets, token, 'wrong-secret-sent']) expect(output()).not.toContain(secret);
  });

  it('offers nothing but client credentials', async () => {
    const { issuer } = await start(dataDir);
    const answers = ['/auth?client_id=admin&response_type=code&scope=openid', '/me', '/reg', '/session/end'].map(
      async (path) =>
        (await fetch(`${issuer}${path}`, { headers: { accept: 'text/html' }, redirect: 'manual' })).status,
    );
    expect(await Promise.all(answers)).toEqual([400, 404, 404, 404]);
  });

  it('does not start over a damaged state, and does not quote it', async () => {
    await writeFile(stateFile(), '{"version":1,"keys":"my-secret-key');
    await expect(start(dataDir)).rejects.toThrow(/damaged/);
    await expect(start(dataDir)).rejects.not.toThrow(/my-secret-key/);
    expect(await readFile(stateFile(), 'utf8')).toBe('{"version":1,"keys":"my-secret-key');
  });
});

describe('asking for a token or for secrets', () => {
  it('says when the issuer cannot be reached', async () => {
    const request = { issuer: 'http://127.0.0.1:9', client: 'a', secret: 'b', audience: DEFAULT_AUDIENCE };
    await expect(requestToken(request)).rejects.toMatchObject({ code: 'ISSUER_UNREACHABLE', status: 503 });
  });

  it('says when the issuer never started there', async () => {
    await expect(readLocalClients(dataDir)).rejects.toThrow(/has not started/);
  });
});
