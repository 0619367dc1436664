import type { TableAnswer, TableFormat } from '../table-format';
import { type BegunRows, beginRows, streamOf } from './begin-rows';
import { guardText } from './csv-rows';
import { booleanText, isoInstant, numberText } from '../field-text';
import { readChoice, readHeads } from './format-options';
import { headOf, type ShownColumn, shownColumns } from './shown-columns';

/** Excel keeps the text of such a cell as it is: `08` with its zero, `1.1` no date. */
const TEXT_CELL = `<td style='mso-number-format:"\\@"'>`;
const CHUNK_CHARACTERS = 65_536;
const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[<>&"]/g, (character) => ENTITIES[character] ?? '');

/**
 * One HTML table, for web queries of Excel: they take every cell for something to interpret, so that text which begins like a formula
 * always gets an apostrophe. By `$format=html` only: the media type is our own, or browsers would ask for it. `headers`, `decimal` as CSV.
 */
export const htmlFormat: TableFormat = {
  shortName: 'html',
  mediaType: 'application/vnd.lientinh.table+html',
  contentType: 'text/html; charset=utf-8',
  extension: 'html',
  optionNames: ['headers', 'decimal'],
  prepare: (options) => {
    readHeads(options, 'names');
    readChoice(options, 'decimal', ['point', 'comma'], 'point');
    return options;
  },
  respond: async (answer) => {
    const rows = await beginRows(answer.rows);
    return streamOf(table(answer, rows), rows.release);
  },
};

async function* table({ plan, options }: TableAnswer, { batches }: BegunRows): AsyncGenerator<string> {
  // Nothing was added to what was selected: there are no notes.
  const columns = shownColumns(plan.columns, { ...options, select: null }, plan.set);
  const comma = readChoice(options, 'decimal', ['point', 'comma'], 'point') === 'comma';
  const writers = columns.map((column) => ({
    place: column.place,
    begin: column.type === 'Edm.String' ? TEXT_CELL : '<td>',
    write: cellText(column, comma),
  }));
  const heads = columns.map((column) => `<th>${escapeHtml(headOf(column, readHeads(options, 'names')))}</th>`);
  const title = escapeHtml(plan.set.set.label.vi);
  let text = `<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><title>${title}</title></head><body><table>\n<tr>${heads.join('')}</tr>\n`;
  for await (const batch of batches) {
    for (const row of batch) {
      const cells = writers.map(({ place, begin, write }) => {
        const field = row[place];
        return field === null || field === undefined ? '<td></td>' : `${begin}${write(field)}</td>`;
      });
      text += `<tr>${cells.join('')}</tr>\n`;
      if (text.length < CHUNK_CHARACTERS) continue;
      yield text;
      text = '';
    }
  }
  yield `${text}</table></body></html>\n`;
}

function cellText({ type }: ShownColumn, comma: boolean): (field: string) => string {
  switch (type) {
    case 'Edm.Boolean':
      return booleanText;
    case 'Edm.DateTimeOffset':
      return isoInstant;
    case 'Edm.Int32':
    case 'Edm.Int64':
    case 'Edm.Date':
      return (field) => field;
    case 'Edm.Decimal':
    case 'Edm.Double':
      return comma ? (field) => numberText(field).replace('.', ',') : numberText;
    default:
      return (field) => escapeHtml(guardText(field));
  }
}
