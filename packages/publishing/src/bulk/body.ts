import type { Readable } from 'node:stream';
import { uploadInterrupted } from './bulk.errors';

/**
 * The chunks of a request's body. The stream outlives the reading, so that an answer can be sent after a refusal. Throws
 * UPLOAD_INTERRUPTED when the sender goes away or no bytes come for `stallTimeoutMs`.
 */
export async function* bodyChunks(body: Readable, stallTimeoutMs: number): AsyncGenerator<Buffer> {
  const chunks = body.iterator({ destroyOnReturn: false });
  try {
    for (;;) {
      const stalled = setTimeout(() => body.destroy(), stallTimeoutMs);
      const next = await chunks.next().finally(() => clearTimeout(stalled));
      if (next.done === true) return;
      yield next.value as Buffer;
    }
  } catch (error) {
    throw uploadInterrupted({}, { cause: error });
  } finally {
    await chunks.return?.();
  }
}

/** Reads and forgets what is left of a body, within limits: a sender who hears nothing until all is sent then hears the answer. */
export async function discard(body: Readable, limitBytes: number, timeoutMs: number): Promise<void> {
  if (body.readableEnded || body.destroyed) return;
  await new Promise<void>((resolve) => {
    let bytes = 0;
    const timer = setTimeout(resolve, timeoutMs);
    body.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limitBytes) resolve();
    });
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    body.once('end', end).once('close', end).once('error', end);
  });
}
