import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from '@lientinh/logger';
import { embeddedDatabaseFailed } from '../postgres.errors';
import { findBinaries, type Binaries } from './binaries';
import { clearLeftover } from './lock-file';
import { reachablePlace, serverUser, type SystemUser } from './system-user';

/** Where a server keeps its data and listens. */
export interface EmbeddedServerOptions {
  /** Folder of the cluster; made when missing. Its sibling `<folder>.password` holds the superuser's password (mode 0600). */
  readonly dataDirectory: string;
  readonly port: number;
  readonly logger: Logger;
  /** Settings beside PostgreSQL's defaults, for example `{ fsync: 'off' }` in tests. Durability is left on by default. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Start again when the server dies unasked; PostgreSQL then recovers everything that was committed. */
  readonly restart?: boolean;
}

const SUPERUSER = 'lientinh';
const MEMORY_ATTEMPTS = 40;
/** Answers "wrong password" in a row after which the server is not ours to use. */
const REFUSALS = 40;
const RESTART_DELAYS_MS = [500, 1_000, 5_000];
/** What a server tells of clients that came too early; never why it failed. */
const TOO_EARLY = /the database system is (starting up|not yet accepting connections|shutting down|in recovery mode)/;
const DEFAULTS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  max_wal_size: '4GB',
  log_min_messages: 'warning',
  // Runs in UTC so that instants print alike on every machine.
  timezone: 'UTC',
};

/**
 * A real PostgreSQL server on 127.0.0.1, started and stopped by us. Start and stop are safe to repeat; a start after kill -9 shuts
 * down what was left behind and lets PostgreSQL recover. Works as root too (the server then runs as the system user `postgres`).
 */
export class EmbeddedServer {
  #process: ChildProcess | undefined;
  #password = '';
  #lastLines = '';
  #wasReady = false;
  #restarting: { readonly giveUp: AbortController; readonly ended: Promise<void> } | undefined;

  constructor(private readonly options: EmbeddedServerOptions) {}

  /** postgres:// address of a database on this server, as its superuser. */
  url(database: string): string {
    return `postgres://${SUPERUSER}:${this.#password}@127.0.0.1:${this.options.port}/${database}`;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Initialises the folder if needed and starts the server; resolves when it answers. Throws EMBEDDED_DATABASE_FAILED. */
  async start(): Promise<void> {
    if (this.#process !== undefined) return;
    const user = serverUser();
    mkdirSync(join(this.options.dataDirectory, '..'), { recursive: true });
    const { binaries, dataDirectory } = reachablePlace(findBinaries(), this.options.dataDirectory, user);
    this.#password = password(`${dataDirectory}.password`);
    await clearLeftover(dataDirectory);
    if (!existsSync(join(dataDirectory, 'PG_VERSION'))) await this.#initialise(binaries, dataDirectory, user);
    await this.#launchPatiently(binaries, dataDirectory, user);
    this.#wasReady = true;
  }

  /** Shuts down in good order: waits for running transactions to end by rollback and writes a checkpoint. */
  async stop(): Promise<void> {
    this.#restarting?.giveUp.abort();
    await this.#restarting?.ended;
    await this.#shutDown();
  }

  async #shutDown(): Promise<void> {
    const running = this.#process;
    if (running === undefined) return;
    this.#process = undefined;
    if (running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
    running.kill('SIGINT');
    await ended;
  }

  async #initialise(binaries: Binaries, dataDirectory: string, user: SystemUser | undefined): Promise<void> {
    this.options.logger.info('initialising PostgreSQL');
    // Made beside its place and moved there when it is whole: a folder that holds a cluster is never touched.
    const draft = `${dataDirectory}.draft`;
    rmSync(draft, { recursive: true, force: true }); // what an interrupted initialisation left
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    const passwordFile = `${dataDirectory}.initial`;
    writeFileSync(passwordFile, this.#password, { mode: 0o600 });
    if (user !== undefined) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid);
    const flags = [
      '--auth=scram-sha-256',
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
    ];
    const child = spawn(binaries.initdb, [`--pgdata=${draft}`, ...flags], {
      ...user,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#keepLastLines(child);
    const code = await exitOf(child);
    rmSync(passwordFile, { force: true });
    if (code !== 0) throw embeddedDatabaseFailed({ reason: this.#reason() });
    rmSync(dataDirectory, { recursive: true, force: true });
    renameSync(draft, dataDirectory);
  }

  /** A killed server's last backends may hold its memory for a moment longer: the launch is tried again while they do. */
  async #launchPatiently(binaries: Binaries, dataDirectory: string, user: SystemUser | undefined): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#launch(binaries, dataDirectory, user);
        return;
      } catch (error) {
        if (attempt === MEMORY_ATTEMPTS || !/shared memory/.test(this.#reason())) throw error;
        await delay(250);
      }
    }
  }

  async #launch(binaries: Binaries, dataDirectory: string, user: SystemUser | undefined): Promise<void> {
    const settings = { ...DEFAULTS, port: String(this.options.port), ...this.options.settings };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    // Detached: Ctrl-C in the terminal goes to us alone, and we stop the server after everything that uses it.
    const child = spawn(binaries.postgres, ['-D', dataDirectory, ...flags], {
      ...user,
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#keepLastLines(child);
    this.#process = child;
    child.once('exit', () => this.#onExit(child));
    child.once('error', (error) => (this.#lastLines = error.message));
    for (let refusals = 0; ;) {
      const answer = await this.#answer();
      if (answer === 'ready') return;
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
        this.#process = undefined;
        throw embeddedDatabaseFailed({ reason: this.#reason() });
      }
      refusals = answer === 'refused' ? refusals + 1 : 0;
      if (refusals === REFUSALS) {
        await this.#shutDown();
        throw embeddedDatabaseFailed({ reason: `the password in ${dataDirectory}.password is not that of the data` });
      }
      await delay(25);
    }
  }

  #onExit(child: ChildProcess): void {
    if (this.options.restart !== true || !this.#wasReady || this.#process !== child) return;
    this.#process = undefined;
    this.#wasReady = false;
    const giveUp = new AbortController();
    const ended = this.#startAgain(giveUp.signal).finally(() => (this.#restarting = undefined));
    this.#restarting = { giveUp, ended };
  }

  /** Until it runs or `giveUp` fires: a full disk may have room again. Never rejects. */
  async #startAgain(giveUp: AbortSignal): Promise<void> {
    for (let attempt = 0; !giveUp.aborted; attempt += 1) {
      this.options.logger.warn('PostgreSQL ended unexpectedly; starting it again');
      try {
        await this.start();
        return;
      } catch (error) {
        this.options.logger.error({ error }, 'PostgreSQL could not be started again');
      }
      const delayMs = RESTART_DELAYS_MS[Math.min(attempt, RESTART_DELAYS_MS.length - 1)];
      await delay(delayMs, undefined, { signal: giveUp }).catch(() => undefined);
    }
  }

  /** `refused`: something answers that does not know our password. */
  async #answer(): Promise<'ready' | 'refused' | 'silent'> {
    const client = new Client({ connectionString: this.url('postgres'), connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      await client.end();
      return 'ready';
    } catch (error) {
      return (error as { code?: string }).code === '28P01' ? 'refused' : 'silent';
    }
  }

  #keepLastLines(child: ChildProcess): void {
    this.#lastLines = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#lastLines = (this.#lastLines + text).slice(-2_000);
      this.options.logger.debug({ text }, 'postgres');
    });
  }

  /** What PostgreSQL said last, without the noise before it. */
  #reason(): string {
    const lines = this.#lastLines.split('\n').filter((line) => line.trim() !== '' && !TOO_EARLY.test(line));
    return lines.find((line) => /FATAL|PANIC|could not|No space/.test(line)) ?? lines.at(-1) ?? 'no reason was given';
  }
}

function password(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const made = randomBytes(18).toString('base64url');
  writeFileSync(file, made, { mode: 0o600 });
  return made;
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(-1));
    child.once('exit', (code) => resolve(code));
  });
}
