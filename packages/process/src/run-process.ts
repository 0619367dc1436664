import type { Logger } from '@lientinh/logger';
import { describeStartFailure } from './start-failure';

/** Something that was started and ends in good order: it takes nothing new, finishes what it has, lets go of its connections. */
export interface Stoppable {
  stop(): Promise<void>;
}

/** What differs between processes. */
export interface ProcessOptions {
  /** How long a stop in good order may take before the process gives up. */
  readonly patienceMs?: number;
  /** Tells the operator in one line why the start failed; the log does by default. */
  readonly tellStartFailure?: (line: string) => void;
}

/**
 * The life of a process: start; on SIGTERM or SIGINT stop in good order, at the latest after `patienceMs` (15 s); exit status 0 after a stop,
 * 1 when the start failed or something threw outside a request.
 */
export function runProcess(logger: Logger, start: () => Promise<Stoppable>, options: ProcessOptions = {}): void {
  const { patienceMs = 15_000, tellStartFailure = (line: string) => logger.fatal(line) } = options;
  const failed = (error: unknown, message: string): void => {
    logger.fatal({ error }, message);
    process.exit(1);
  };
  process.on('uncaughtException', (error) => failed(error, 'uncaught exception'));
  process.on('unhandledRejection', (error) => failed(error, 'unhandled rejection'));
  const started = start();
  started.catch((error: unknown) => {
    const line = describeStartFailure(error);
    if (line === null) {
      failed(error, 'start failed');
    } else {
      tellStartFailure(line);
      process.exit(1);
    }
  });
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => failed(new Error(`not stopped after ${patienceMs} ms`), 'stop failed'), patienceMs).unref();
    started
      .then((running) => running.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => failed(error, 'stop failed'),
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
