import type { ShownColumn } from './shown-columns';
import { booleanText, isoInstant, numberText } from '../field-text';

/** How CSV is written. */
export interface CsvStyle {
  readonly separator: ',' | ';';
  readonly decimal: 'point' | 'comma';
  /** Whether text that a spreadsheet would take for a formula gets an apostrophe before it. */
  readonly guard: boolean;
}

type Write = (text: string) => string;

const NEEDS_QUOTES: Readonly<Record<CsvStyle['separator'], RegExp>> = { ',': /[",\r\n]/, ';': /[";\r\n]/ };
/** Beginnings that spreadsheets take for a formula (OWASP, CSV Injection), their full-width forms too. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** A field (RFC 4180, section 2). An empty text is `""`; what is missing is nothing at all. */
export function quoteField(text: string, separator: CsvStyle['separator']): string {
  return text === '' || NEEDS_QUOTES[separator].test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An apostrophe before text that begins like a formula; spreadsheets then show it as text. */
export const guardText: Write = (text) => (FORMULA.test(text) ? `'${text}` : text);

/** Writes rows as lines of CSV, `\r\n` at the end of each. What depends on the columns is decided once. */
export function compileCsvRow(
  columns: readonly ShownColumn[],
  style: CsvStyle,
): (row: readonly (string | null)[]) => string {
  const places = columns.map(({ place }) => place);
  const writers = columns.map((column) => writerOf(column, style));
  return (row) => {
    let line = '';
    for (let index = 0; index < places.length; index += 1) {
      const text = row[places[index] as number];
      if (index > 0) line += style.separator;
      if (text !== null && text !== undefined) line += (writers[index] as Write)(text);
    }
    return `${line}\r\n`;
  };
}

/** The head row. Heads come from the contract and from aliases, which are identifiers. */
export function csvHead(heads: readonly string[], { separator }: CsvStyle): string {
  return `${heads.map((head) => quoteField(head, separator)).join(separator)}\r\n`;
}

function writerOf({ type, property }: ShownColumn, { separator, decimal, guard }: CsvStyle): Write {
  switch (type) {
    case 'Edm.Int32':
    case 'Edm.Int64':
    case 'Edm.Date':
      return (text) => text;
    case 'Edm.Boolean':
      return booleanText;
    case 'Edm.DateTimeOffset':
      return isoInstant;
    case 'Edm.Decimal':
    case 'Edm.Double':
      return decimal === 'comma' ? (text) => numberText(text).replace('.', ',') : numberText;
    default:
      return guard && property?.column.values === undefined
        ? (text) => quoteField(guardText(text), separator)
        : (text) => quoteField(text, separator);
  }
}
