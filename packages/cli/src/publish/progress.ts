import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from '../terminal';

/** Shows how far an upload is, with its rate, to a person who watches; nothing to a file or pipe. */
export class UploadProgress {
  readonly #bar: SingleBar | null;
  readonly #startedAtMs = Date.now();
  #bytes = 0;

  constructor(terminal: Terminal, label: string, totalBytes: number | null) {
    this.#bar = terminal.isInteractive
      ? new SingleBar(
          {
            format: `${label} {bar} {megabytes} MB, {rate} MB/s`,
            stream: process.stderr,
            hideCursor: true,
            clearOnComplete: true,
          },
          Presets.shades_classic,
        )
      : null;
    this.#bar?.start(totalBytes ?? 0, 0, { megabytes: '0.0', rate: '0.0' });
  }

  /** Passes the chunks on and counts them. */
  async *watch(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of body) {
      yield chunk;
      this.#bytes += chunk.length;
      const seconds = Math.max((Date.now() - this.#startedAtMs) / 1_000, 0.001);
      const megabytes = this.#bytes / 1_000_000;
      this.#bar?.update(this.#bytes, {
        megabytes: megabytes.toFixed(1),
        rate: (megabytes / seconds).toFixed(1),
      });
    }
  }

  stop(): void {
    this.#bar?.stop();
  }
}
