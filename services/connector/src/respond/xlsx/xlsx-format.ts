import { type BegunRows, beginRows, streamOf } from '../table/begin-rows';
import { readHeads } from '../table/format-options';
import { headOf, shownColumns, withNoteProperties } from '../table/shown-columns';
import type { TableAnswer, TableFormat } from '../table-format';
import { NOTE_WIDTHS, noteRows } from './notes';
import { RowFacts } from './row-facts';
import { notesXml, RowFeed, sheetTable, sheetXml } from './sheet';
import { stylesXml } from './styles';
import {
  contentTypesXml,
  type ListedSheet,
  packageRelationshipsXml,
  workbookRelationshipsXml,
  workbookXml,
} from './workbook';
import { zip, type ZipEntry } from './zip';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DATA_SHEET = 'Dữ liệu';
const NOTES_SHEET = 'Nguồn và ghi chú';

/**
 * A workbook of Excel: the rows with Vietnamese heads (`headers=vi|en|names`), true numbers and dates, on as many sheets as they need; and
 * a last sheet that says where they come from, what is missing and why, and what each column means.
 */
export const xlsxFormat: TableFormat = {
  shortName: 'xlsx',
  mediaType: MEDIA_TYPE,
  contentType: MEDIA_TYPE,
  extension: 'xlsx',
  optionNames: ['headers'],
  prepare: (options, set) => {
    readHeads(options, 'vi');
    return withNoteProperties(options, set);
  },
  respond: async (answer) => {
    const rows = await beginRows(answer.rows);
    return streamOf(zip(entries(answer, rows)), rows.release);
  },
};

async function* once(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}
const part = (name: string, text: () => string): ZipEntry => ({ name, content: () => once(text()) });

/** The parts in the order in which they can be known: the list of sheets comes when all rows have passed. */
async function* entries(answer: TableAnswer, rows: BegunRows): AsyncGenerator<ZipEntry> {
  const columns = shownColumns(answer.plan.columns, answer.options, answer.plan.set);
  const heads = columns.map((column) => headOf(column, readHeads(answer.options, 'vi')));
  const facts = new RowFacts(answer.plan.columns, columns);
  const feed = new RowFeed(rows);
  const sheets: ListedSheet[] = [];
  let cutTexts = 0;
  const table = sheetTable(columns, heads, rows, () => (cutTexts += 1));
  yield part('[Content_Types].xml', () => contentTypesXml);
  yield part('_rels/.rels', () => packageRelationshipsXml);
  yield part('xl/styles.xml', () => stylesXml);
  do {
    const name = sheets.length === 0 ? DATA_SHEET : `${DATA_SHEET} (${sheets.length + 1})`;
    const onEnd = (count: number): void => void sheets.push({ name, table: { columns: columns.length, rows: count } });
    yield {
      name: `xl/worksheets/sheet${sheets.length + 1}.xml`,
      content: () => sheetXml(table, feed, (row) => facts.add(row), onEnd),
    };
  } while (await feed.hasMore());
  sheets.push({ name: NOTES_SHEET, table: null });
  yield part(`xl/worksheets/sheet${sheets.length}.xml`, () =>
    notesXml(noteRows(answer, { columns, facts, cutTexts }), NOTE_WIDTHS),
  );
  yield part('xl/workbook.xml', () => workbookXml(sheets));
  yield part('xl/_rels/workbook.xml.rels', () => workbookRelationshipsXml(sheets));
}
