import type { RequestOptions } from '../../query/ast';
import type { TableAnswer, TableFormat } from '../table-format';
import { type BegunRows, beginRows, streamOf } from './begin-rows';
import { compileCsvRow, csvHead, type CsvStyle } from './csv-rows';
import { readChoice, readHeads } from './format-options';
import { headOf, shownColumns } from './shown-columns';

/** Excel takes a CSV file for UTF-8 only when it begins so; without it Vietnamese accents break. */
const BYTE_ORDER_MARK = '\uFEFF';
const CHUNK_CHARACTERS = 65_536;

/**
 * CSV (RFC 4180) in UTF-8 with a byte order mark. `headers=vi|en|names` (names when absent), `decimal=comma` with `;` between fields for a
 * Vietnamese Excel, `guard=off` to leave text that begins like a formula as it is.
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
  respond: async (answer) => {
    const rows = await beginRows(answer.rows);
    return streamOf(lines(answer, rows), rows.release);
  },
};

function readStyle(options: RequestOptions): CsvStyle {
  const decimal = readChoice(options, 'decimal', ['point', 'comma'], 'point');
  const guard = readChoice(options, 'guard', ['on', 'off'], 'on') === 'on';
  return { decimal, guard, separator: decimal === 'comma' ? ';' : ',' };
}

async function* lines({ plan, options }: TableAnswer, { batches }: BegunRows): AsyncGenerator<string> {
  // CSV has no notes: nothing was added to what was selected.
  const shown = shownColumns(plan.columns, { ...options, select: null }, plan.set);
  const style = readStyle(options);
  const heads = shown.map((column) => headOf(column, readHeads(options, 'names')));
  const write = compileCsvRow(shown, style);
  let text = BYTE_ORDER_MARK + csvHead(heads, style);
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
