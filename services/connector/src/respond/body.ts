import { Readable } from 'node:stream';
import { CHUNK_CHARACTERS } from './page';

/** Bytes of an answer: whole when they are few, else a stream that takes back-pressure. */
export type Body = Buffer | Readable;

/**
 * Begins to read: what fails before the first chunk rejects, and the answer may still be an error. A short body comes whole. The stream
 * that is left lets go of its source when it is destroyed.
 */
export async function beginBody(parts: AsyncGenerator<string>): Promise<Body> {
  const chunks = inChunks(parts);
  const first = await chunks.next();
  if (first.done === true) return Buffer.alloc(0);
  if (first.value.length < CHUNK_CHARACTERS) {
    await chunks.next();
    return Buffer.from(first.value);
  }
  const body = Readable.from(bytes(first.value, chunks), { objectMode: false, highWaterMark: CHUNK_CHARACTERS });
  // A generator that was never read of runs no `finally`, so that the source is let go here.
  body.once('close', () => void chunks.return(undefined).catch(() => undefined));
  return body;
}

/** Joins short parts: every chunk but the last has the full size at least. */
async function* inChunks(parts: AsyncGenerator<string>): AsyncGenerator<string> {
  let text = '';
  for await (const part of parts) {
    text += part;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

async function* bytes(first: string, rest: AsyncGenerator<string>): AsyncGenerator<Buffer> {
  yield Buffer.from(first);
  for await (const chunk of rest) yield Buffer.from(chunk);
}
