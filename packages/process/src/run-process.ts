import type { Logger } from '@lientinh/logger';
import { describeStartFailure } from './start-failure';

/** Something that was started and ends in good order: it takes nothing new, finishes what it has, lets go of its connections. */
export interface Stoppable {
  stop(): Promise<void>;
  /** How long its stop may take, where its own environment says so. */
  readonly patienceMs?: number;
}

/** What differs between processes. */
export interface ProcessOptions {
  /** How long a stop in good order may take before the process gives up; what was started may say otherwise. */
  readonly patienceMs?: number;
  /** Tells the operator in one line why the start failed; the log does by default. */
  readonly tellStartFailure?: (line: string) => void;
}

/**
 * The life of a process: start; on SIGTERM, SIGINT or SIGHUP (the terminal was closed) stop in good order, at the latest after
 * `patienceMs` (15 s); exit status 0 after a stop, 1 when it took longer, the start failed or something threw outside a request. Further
 * signals change nothing: a terminal and npm may both send the same one. A signal during the start fires what `start` is given: it may
 * give up then, having let go of what it had, and the status is 0 all the same.
 */
export function runProcess(
  logger: Logger,
  start: (stopping: AbortSignal) => Promise<Stoppable>,
  options: ProcessOptions = {},
): void {
  const { patienceMs = 15_000, tellStartFailure = (line: string) => logger.fatal(line) } = options;
  const failed = (error: unknown, message: string): void => {
    logger.fatal({ error }, message);
    process.exit(1);
  };
  process.on('uncaughtException', (error) => failed(error, 'uncaught exception'));
  process.on('unhandledRejection', (error) => failed(error, 'unhandled rejection'));
  const stopping = new AbortController();
  // Begins once the signals below are heard.
  const started = Promise.resolve().then(() => start(stopping.signal));
  started.catch((error: unknown) => {
    if (stopping.signal.aborted && error === stopping.signal.reason) process.exit(0);
    const line = describeStartFailure(error);
    if (line === null) {
      failed(error, 'start failed');
    } else {
      tellStartFailure(line);
      process.exit(1);
    }
  });
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    logger.info({ signal }, 'stopping');
    const giveUpAfter = (ms: number): NodeJS.Timeout =>
      setTimeout(() => failed(new Error(`not stopped after ${ms} ms`), 'stop failed'), ms).unref();
    const end = giveUpAfter(patienceMs);
    started
      .then((running) => {
        if (running.patienceMs !== undefined) {
          clearTimeout(end);
          giveUpAfter(running.patienceMs);
        }
        return running.stop();
      })
      .then(
        () => process.exit(0),
        (error: unknown) => failed(error, 'stop failed'),
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('SIGHUP', stop);
}
