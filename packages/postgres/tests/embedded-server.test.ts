import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { createLogger } from '@lientinh/logger';
import { EmbeddedServer } from '../src';

const logger = createLogger({ service: 'test', level: 'silent' });

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('EmbeddedServer', () => {
  let folder: string;
  let server: EmbeddedServer;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lien-tinh-embedded-'));
    chmodSync(folder, 0o755);
    server = new EmbeddedServer({ dataDirectory: join(folder, 'postgres'), port: await freePort(), logger });
  });

  afterEach(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps its data over a stop and a start, both safe to repeat', async () => {
    await server.start();
    await server.start();
    await ask(server.url('postgres'), 'create table kept as select 42 as answer');
    await server.stop();
    await server.stop();
    await server.start();
    expect(await ask(server.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('starts after its server was killed, with everything that was committed', async () => {
    await server.start();
    await ask(server.url('postgres'), 'create table kept as select 42 as answer');
    const { pid } = server;
    process.kill(pid ?? 0, 'SIGKILL');
    await server.stop();
    await server.start();
    expect(await ask(server.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('takes over from a server that a killed process left running', async () => {
    await server.start();
    await ask(server.url('postgres'), 'create table kept as select 42 as answer');
    const left = server.pid;
    const port = await freePort();
    const successor = new EmbeddedServer({ dataDirectory: join(folder, 'postgres'), port, logger });
    await successor.start();
    expect(successor.pid).not.toBe(left);
    expect(await ask(successor.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
    await successor.stop();
  });

  it('removes a lock whose number belongs to another process by now', async () => {
    await server.start();
    await server.stop();
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n`);
    await server.start();
    expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('begins again when its first initialisation was interrupted', async () => {
    execFileSync('mkdir', ['-p', join(folder, 'postgres', 'base')]);
    await server.start();
    expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('never touches a cluster that was put in its place, and says when the password does not fit it', async () => {
    await server.start();
    await ask(server.url('postgres'), 'create table kept as select 42 as answer');
    await server.stop();
    const copy = join(folder, 'copy');
    cpSync(join(folder, 'postgres'), copy, { recursive: true });
    for (const path of ['', ...readdirSync(copy, { recursive: true, encoding: 'utf8' })]) {
      const { uid, gid, mode } = statSync(join(folder, 'postgres', path));
      chownSync(join(copy, path), uid, gid);
      chmodSync(join(copy, path), mode);
    }
    const other = new EmbeddedServer({ dataDirectory: copy, port: await freePort(), logger });
    await expect(other.start()).rejects.toMatchObject({
      code: 'EMBEDDED_DATABASE_FAILED',
      message: expect.stringContaining('copy.password') as string,
    });
    expect(other.pid).toBeUndefined();
    writeFileSync(`${copy}.password`, readFileSync(join(folder, 'postgres.password')));
    await other.start();
    expect(await ask(other.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
    await other.stop();
  });

  it('starts again as often as it dies, after failures too, and stays down when it is stopped meanwhile', async () => {
    const port = await freePort();
    const errors: string[] = [];
    const telling = createLogger({
      service: 'test',
      level: 'error',
      destination: { write: (line) => errors.push(line) },
    });
    const dataDirectory = join(folder, 'steady');
    const steady = new EmbeddedServer({ dataDirectory, port, logger: telling, restart: true });
    await steady.start();
    const settings = join(dataDirectory, 'postgresql.conf');
    renameSync(settings, `${settings}.away`);
    process.kill(steady.pid ?? 0, 'SIGKILL');
    while (errors.length === 0) await delay(25);
    renameSync(`${settings}.away`, settings);
    const answers = () => ask(steady.url('postgres'), 'select 1 as one').catch(() => null);
    while ((await answers()) === null) await delay(50);
    const { pid } = steady;
    process.kill(pid ?? 0, 'SIGKILL');
    while (steady.pid === pid) await delay(1);
    await steady.stop();
    expect([steady.pid, await answers()]).toEqual([undefined, null]);
  });

  it('says in one line that its port is taken', async () => {
    const blocker = createServer();
    const port = await new Promise<number>((resolve) =>
      blocker.listen(0, '127.0.0.1', () => resolve((blocker.address() as { port: number }).port)),
    );
    const blocked = new EmbeddedServer({ dataDirectory: join(folder, 'blocked'), port, logger });
    await expect(blocked.start()).rejects.toMatchObject({
      code: 'EMBEDDED_DATABASE_FAILED',
      message: expect.stringMatching(/^[^\n]*address[^\n]*$/i) as string,
    });
    blocker.close();
  });

  it('has Vietnamese collation and the extensions that search needs', async () => {
    await server.start();
    const sorted = await ask(
      server.url('postgres'),
      `select n from unnest(array['Đà Nẵng','An Giang','Ủy','Điện Biên','Dak']) n order by n collate "vi-x-icu"`,
    );
    expect(sorted).toEqual(['An Giang', 'Dak', 'Đà Nẵng', 'Điện Biên', 'Ủy'].map((n) => ({ n })));
    await ask(server.url('postgres'), 'create extension unaccent; create extension pg_trgm');
  });
});
