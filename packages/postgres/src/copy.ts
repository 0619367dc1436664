import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Writer } from './session';

/** Streams bytes that are already in a COPY format into `target` (`table (column, …)`, a constant of the caller). Back-pressure holds. */
export async function copyStream(writer: Writer, target: string, format: string, bytes: Readable): Promise<number> {
  const sink = writer.connection.query(copyFrom(`copy ${target} from stdin with (${format})`));
  await pipeline(bytes, sink);
  return sink.rowCount;
}

/** Sends rows of text values (null is SQL NULL) by COPY; the number of rows written. */
export async function copyRows(
  writer: Writer,
  target: string,
  rows: Iterable<readonly (string | number | null)[]> | AsyncIterable<readonly (string | number | null)[]>,
): Promise<number> {
  return copyStream(writer, target, 'format text', Readable.from(chunks(rows), { objectMode: false }));
}

const CHUNK_CHARACTERS = 65_536;

async function* chunks(
  rows: Iterable<readonly (string | number | null)[]> | AsyncIterable<readonly (string | number | null)[]>,
): AsyncGenerator<Buffer> {
  let text = '';
  for await (const row of rows) {
    text += `${row.map(copyText).join('\t')}\n`;
    if (text.length >= CHUNK_CHARACTERS) {
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text !== '') yield Buffer.from(text);
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function copyText(value: string | number | null): string {
  if (value === null) return '\\N';
  return typeof value === 'number'
    ? String(value)
    : value.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}
