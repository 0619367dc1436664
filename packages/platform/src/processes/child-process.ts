import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { defineError } from '@lientinh/errors';
import type { Logger } from '@lientinh/logger';
import { becomesFree } from './port';
import { ProcessLog } from './process-log';

export const processFailed = defineError<{ name: string; reason: string; logFile: string }>({
  code: 'PROCESS_FAILED',
  status: 500,
  meaning: 'A process of the platform could not be started. Its log file tells more.',
  message: ({ name, reason, logFile }) => ({
    vi: `Không khởi động được ${name}: ${reason} (nhật ký: ${logFile})`,
    en: `${name} could not be started: ${reason} (log: ${logFile})`,
  }),
});

/** What one process of the platform runs, and how to tell that it is ready. */
export interface ChildDefinition {
  readonly name: string;
  readonly script: string;
  /** Module loaded before the script that ends the process when the platform is gone (`end-with-platform`). */
  readonly guard: string;
  /** All of its environment. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Answers 200 when the process takes requests. */
  readonly readyUrl: string;
  readonly logFolder: string;
  readonly logger: Logger;
}

const READY_TIMEOUT_MS = 180_000;
/** How long the processes of a platform that was killed may take to let go of their ports. */
const PORT_TIMEOUT_MS = 5_000;
/** Longer than a process gives itself, so that it tells why it did not stop. */
const STOP_TIMEOUT_MS = 20_000;
/** A process that was ready for so long has earned a quick restart again. */
const STEADY_MS = 60_000;
const RESTART_DELAYS_MS = [200, 1_000, 5_000];

/** One process of the platform. It is started again when it dies unasked, with growing patience. */
export class SupervisedProcess {
  #child: ChildProcess | undefined;
  /** Settled once the last process has ended and everything it said is in the log. */
  #closed: Promise<unknown> = Promise.resolve();
  #stopping = false;
  #restarts = 0;
  readonly #log: ProcessLog;

  constructor(private readonly definition: ChildDefinition) {
    this.#log = new ProcessLog(definition.logFolder, definition.name, definition.logger);
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts and waits until it is ready; throws PROCESS_FAILED with its last word, or when its port belongs to another program. */
  async start(): Promise<void> {
    if (!(await becomesFree(this.definition.readyUrl, PORT_TIMEOUT_MS))) {
      const { port } = new URL(this.definition.readyUrl);
      throw this.#failure(`port ${port} is taken by another program; stop it or use --port-offset`);
    }
    if (this.#stopping) throw this.#failure('the platform stops');
    const child = this.#spawn();
    const deadline = Date.now() + READY_TIMEOUT_MS;
    while (!(await this.#isReady())) {
      if (this.#hasEnded(child)) throw await this.#lastWords();
      if (Date.now() > deadline) {
        child.kill('SIGKILL');
        throw this.#failure('it was not ready in time');
      }
      await delay(50);
    }
    const readyAt = Date.now();
    child.once('exit', () => {
      if (Date.now() - readyAt > STEADY_MS) this.#restarts = 0;
      void this.#restart();
    });
    if (this.#hasEnded(child)) throw await this.#lastWords();
  }

  /** Asks it to end in good order and waits; kills it when it does not. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    child?.kill('SIGTERM');
    const patience = setTimeout(() => child?.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await this.#closed;
    clearTimeout(patience);
    await this.#log.end();
  }

  #spawn(): ChildProcess {
    const { script, guard, environment } = this.definition;
    // Detached: Ctrl-C in the terminal reaches the platform alone, which stops the processes in their order.
    const child = spawn(process.execPath, ['--enable-source-maps', '--require', guard, script], {
      env: { NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    });
    child.on('error', (error) => this.#log.tell(error.message));
    for (const output of [child.stdout, child.stderr]) if (output !== null) this.#log.follow(output);
    this.#closed = new Promise((resolve) => child.once('close', resolve));
    this.#child = child;
    return child;
  }

  async #restart(): Promise<void> {
    const { name, logger } = this.definition;
    while (this.#mayRun()) {
      const patience = RESTART_DELAYS_MS[Math.min(this.#restarts, RESTART_DELAYS_MS.length - 1)] ?? 0;
      this.#restarts += 1;
      logger.warn(`${name} ended unexpectedly (${this.#log.lastMessage}); starting it again`);
      await delay(patience);
      if (!this.#mayRun()) return;
      try {
        await this.start();
        return;
      } catch (error) {
        if (this.#mayRun()) logger.error((error as Error).message);
      }
    }
  }

  #mayRun(): boolean {
    return !this.#stopping;
  }

  async #isReady(): Promise<boolean> {
    try {
      const { ok } = await fetch(this.definition.readyUrl, { signal: AbortSignal.timeout(2_000) });
      return ok;
    } catch {
      return false;
    }
  }

  #hasEnded(child: ChildProcess): boolean {
    return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  }

  async #lastWords(): Promise<Error> {
    await this.#closed;
    return this.#failure(this.#log.lastMessage);
  }

  #failure(reason: string): Error {
    return processFailed({ name: this.definition.name, reason, logFile: this.#log.file });
  }
}
