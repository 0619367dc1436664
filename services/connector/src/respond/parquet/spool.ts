import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { booleanText } from '../field-text';
import type { BegunRows } from '../table/begin-rows';
import type { ShownColumn } from '../table/shown-columns';

const CHUNK_CHARACTERS = 65_536;
/** Ends every line, so that a line of nothing but missing values is not an empty one. */
const LINE_END = '.\n';

/** What went into a spool file. */
export interface Spooled {
  readonly rows: number;
  readonly characters: number;
  /** Characters of the longest line, its end included. */
  readonly longestLine: number;
}

/**
 * Writes rows to a file that DuckDB reads back: every value in quotes, what is missing as nothing, one column more at the end. `\0` does
 * not occur in text of PostgreSQL.
 */
export async function spoolRows(
  path: string,
  columns: readonly ShownColumn[],
  { batches }: BegunRows,
  signal: AbortSignal | undefined,
): Promise<Spooled> {
  let [rows, characters, longestLine] = [0, 0, 0];
  const write = compileLine(columns);
  const lines = async function* (): AsyncGenerator<string> {
    let text = '';
    for await (const batch of batches) {
      rows += batch.length;
      for (const row of batch) {
        const line = write(row);
        longestLine = Math.max(longestLine, line.length);
        text += line;
        if (text.length < CHUNK_CHARACTERS) continue;
        characters += text.length;
        yield text;
        text = '';
      }
    }
    characters += text.length;
    yield text;
  };
  const options = signal === undefined ? {} : { signal };
  await pipeline(Readable.from(lines(), { objectMode: false }), createWriteStream(path, { mode: 0o600 }), options);
  return { rows, characters, longestLine };
}

function compileLine(columns: readonly ShownColumn[]): (row: readonly (string | null)[]) => string {
  const fields = columns.map(({ place, type }) => ({ place, write: type === 'Edm.Boolean' ? booleanText : quoted }));
  return (row) => {
    let line = '';
    for (const { place, write } of fields) {
      const text = row[place];
      line += text === null || text === undefined ? ',' : `${write(text)},`;
    }
    return line + LINE_END;
  };
}

const quoted = (text: string): string => (text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`);
