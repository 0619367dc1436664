import { DuckDBInstance } from '@duckdb/node-api';
import { fileValueUnfit } from '../table/table.errors';
import type { ShownColumn } from '../table/shown-columns';
import { duckTypeOf } from './column-types';
import type { Spooled } from './spool';

/** What DuckDB may hold while it writes; beyond that it uses the folder of the spool file. */
const MEMORY_LIMIT = '48MB';
/** Of the spool file read at once, in bytes, unless a row is longer. */
const BUFFER_BYTES = 2_000_000;
/** Bytes of a character in UTF-8 at most, counted in units of UTF-16. */
const BYTES_OF_CHARACTER = 3;
/** About the size of a row group before it is packed, in characters: what is held twice while it is written. */
const ROW_GROUP_CHARACTERS = 6_000_000;
/** DuckDB works in vectors of 2,048 rows. */
const VECTOR_ROWS = 2048;
const LARGEST_ROW_GROUP_VECTORS = 60;

export interface ParquetOrder {
  /** Path of the spool file. */
  readonly from: string;
  readonly to: string;
  /** Where DuckDB may put what does not fit in memory. */
  readonly folder: string;
  readonly columns: readonly ShownColumn[];
  readonly spooled: Spooled;
  readonly metadata: ReadonlyMap<string, string>;
  /** Aborted when nobody waits for the file. */
  readonly signal: AbortSignal | undefined;
}

/** Makes the Parquet file: zstd, row groups of some MB, in the order of the rows. ODATA_FILE_VALUE_UNFIT when a value has another type. */
export async function writeParquet(order: ParquetOrder): Promise<void> {
  order.signal?.throwIfAborted();
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: MEMORY_LIMIT,
    temp_directory: order.folder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  try {
    const connection = await instance.connect();
    const interrupt = (): void => connection.interrupt();
    try {
      order.signal?.addEventListener('abort', interrupt, { once: true });
      await connection.run(copyStatement(order));
    } catch (error) {
      throw /Conversion Error|CSV Error/i.test(String(error))
        ? fileValueUnfit({ format: 'Parquet' }, { cause: error })
        : error;
    } finally {
      order.signal?.removeEventListener('abort', interrupt);
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const identifier = (value: string): string => `"${value.replaceAll('"', '""')}"`;

function copyStatement({ from, to, columns, spooled, metadata }: ParquetOrder): string {
  const names = columns.map((column, index) => `c${index} as ${identifier(column.name)}`);
  const types = [...columns.map((column, index) => `c${index}: ${text(duckTypeOf(column))}`), `line_end: 'VARCHAR'`];
  const buffer = Math.max(BUFFER_BYTES, spooled.longestLine * BYTES_OF_CHARACTER);
  const pairs = [...metadata].map(([key, value]) => `${identifier(key)}: ${text(value)}`);
  return `copy (
      select ${names.join(', ')}
      from read_csv(${text(from)}, columns = {${types.join(', ')}}, auto_detect = false, header = false, delim = ',', quote = '"',
        escape = '"', new_line = '\\n', nullstr = '', allow_quoted_nulls = false, parallel = false, max_line_size = ${buffer},
        buffer_size = ${buffer})
    ) to ${text(to)} (format parquet, compression zstd, row_group_size ${rowGroupRows(spooled)}, kv_metadata {${pairs.join(', ')}})`;
}

/** Rows of a row group: as many as have the wanted size on average, in whole vectors. */
export function rowGroupRows({ rows, characters }: Pick<Spooled, 'rows' | 'characters'>): number {
  const wanted = rows === 0 ? 0 : ROW_GROUP_CHARACTERS / (characters / rows);
  const vectors = Math.min(LARGEST_ROW_GROUP_VECTORS, Math.max(1, Math.floor(wanted / VECTOR_ROWS)));
  return vectors * VECTOR_ROWS;
}
