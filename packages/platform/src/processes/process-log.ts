import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createStream, type RotatingFileStream } from 'rotating-file-stream';
import type { Logger } from '@lientinh/logger';

/** How much of a process's log is kept. */
export interface LogLimits {
  /** The file is put aside at this size, as `<name>.log.1`, …; a number and B, K or M. */
  readonly size: `${number}${'B' | 'K' | 'M'}`;
  /** How many files put aside are kept; the oldest gives way. */
  readonly files: number;
}

const LIMITS: LogLimits = { size: '10M', files: 4 };

/** The log file of one process: what it says, line by line, over all its restarts. */
export class ProcessLog {
  /** Where it is written. */
  readonly file: string;
  #lastMessage = '';
  readonly #stream: RotatingFileStream;

  /** Makes the folder when it is missing. */
  constructor(folder: string, name: string, logger: Logger, { size, files }: LogLimits = LIMITS) {
    this.file = join(folder, `${name}.log`);
    this.#stream = createStream(`${name}.log`, { path: folder, size, rotate: files });
    // A full disk costs the log, not the platform.
    this.#stream.on('error', (error) => logger.error({ error }, `${this.file} cannot be written`));
  }

  /** The message of the last line, or what `tell` was told since; empty before there is one. */
  get lastMessage(): string {
    return this.#lastMessage;
  }

  /** Takes a word about the process, of the system for example, for its last; it is not written. */
  tell(message: string): void {
    this.#lastMessage = message;
  }

  /** Writes what comes, by whole lines, so that no line lies in two files. */
  follow(output: Readable): void {
    let rest = '';
    output.setEncoding('utf8');
    output.on('data', (text: string) => {
      const end = text.lastIndexOf('\n') + 1;
      if (end > 0) this.#write(rest + text.slice(0, end));
      rest = end > 0 ? text.slice(end) : rest + text;
    });
    output.once('end', () => this.#write(rest));
  }

  /** Resolves when everything is in the file, or cannot be. Safe to repeat. */
  async end(): Promise<void> {
    this.#stream.end();
    // That it cannot be written was told when it happened.
    await finished(this.#stream).catch(() => undefined);
  }

  #write(lines: string): void {
    if (lines === '') return;
    this.#stream.write(lines);
    this.#lastMessage = messageOf(lines) ?? this.#lastMessage;
  }
}

/** The message of the last line of structured log, else the line itself. */
function messageOf(text: string): string | undefined {
  const line = text.trim().split('\n').at(-1);
  if (line === undefined || line === '') return undefined;
  try {
    return (JSON.parse(line) as { msg?: string }).msg ?? line;
  } catch {
    return line;
  }
}
