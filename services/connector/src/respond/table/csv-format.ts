import type { RequestOptions } from '../../query/ast';
import type { TableAnswer, TableFormat } from '../table-format';
import { begin, type BegunRows, beginRows, streamOf } from './begin-rows';
import { compileCsvRow, csvHead, type CsvStyle } from './csv-rows';
import { readChoice, readHeads } from './format-options';
import { headOf, type ShownColumn, shownColumns } from './shown-columns';

/** Excel takes a CSV file for UTF-8 only when it begins so; without it Vietnamese accents break. */
const BYTE_ORDER_MARK = '\uFEFF';
const CHUNK_CHARACTERS = 65_536;

/**
 * CSV (RFC 4180) in UTF-8 with a byte order mark. `headers=vi|en|names` (names when absent), `decimal=comma` with `;` between fields for a
 * Vietnamese Excel, `guard=off` to leave text that begins like a formula as it is. PostgreSQL writes the lines, except those with a decimal
 * comma: its bytes are passed on as they come.
 */
export const csvFormat: TableFormat = {
  shortName: 'csv',
  mediaType: 'text/csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  optionNames: ['headers', 'decimal', 'guard'],
  prepare: (options) => {
    readHeads(options, 'names');
    readStyle(options);
    return options;
  },
  csvFields: (options) => {
    const { decimal, guard } = readStyle(options);
    return decimal === 'comma' ? null : { guard };
  },
  respond: async (answer) => {
    if (answer.csv !== null) {
      const lines = await begin(answer.csv);
      return streamOf(withHead(answer, lines.items), lines.release);
    }
    const rows = await beginRows(answer.rows);
    return streamOf(lines(answer, rows), rows.release);
  },
};

function readStyle(options: RequestOptions): CsvStyle {
  const decimal = readChoice(options, 'decimal', ['point', 'comma'], 'point');
  const guard = readChoice(options, 'guard', ['on', 'off'], 'on') === 'on';
  return { decimal, guard, separator: decimal === 'comma' ? ';' : ',' };
}

/** CSV has no notes: nothing was added to what was selected. */
const columnsOf = ({ plan, options }: TableAnswer): readonly ShownColumn[] =>
  shownColumns(plan.columns, { ...options, select: null }, plan.set);

function headLine(answer: TableAnswer, style: CsvStyle): string {
  const heads = columnsOf(answer).map((column) => headOf(column, readHeads(answer.options, 'names')));
  return BYTE_ORDER_MARK + csvHead(heads, style);
}

async function* withHead(answer: TableAnswer, lines: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from(headLine(answer, readStyle(answer.options)));
  yield* lines;
}

async function* lines(answer: TableAnswer, { batches }: BegunRows): AsyncGenerator<string> {
  const style = readStyle(answer.options);
  const write = compileCsvRow(columnsOf(answer), style);
  let text = headLine(answer, style);
  for await (const batch of batches) {
    for (const row of batch) {
      text += write(row);
      if (text.length < CHUNK_CHARACTERS) continue;
      yield text;
      text = '';
    }
  }
  if (text !== '') yield text;
}
