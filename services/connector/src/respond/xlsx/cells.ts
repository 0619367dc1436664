import type { OutputColumn } from '../../plan/plan';
import { isNoNumber, isoInstant, numberText } from '../field-text';
import { STYLE, type StyleIndex } from './styles';

/** Writes a field as the inside of a cell: `<c r="B2"` is there, what follows it is given. */
export type CellWriter = (text: string) => string;

/** Most characters of a cell (Excel specifications and limits). */
export const LONGEST_TEXT = 32_767;
/** Digits of a number that Excel keeps (IEEE 754 double). */
const KEPT_DIGITS = 15;

/** Told of every text that was cut because a cell holds no more. */
export type OnCut = () => void;

/** How a column's fields become cells: true numbers, dates and booleans; what Excel cannot hold exactly as such stays text. */
export function cellWriterOf(column: Pick<OutputColumn, 'type'>, style: StyleIndex, onCut: OnCut): CellWriter {
  const text = textCell(onCut);
  switch (column.type) {
    case 'Edm.Int32':
      return (field) => ` s="${style}"><v>${field}</v></c>`;
    case 'Edm.Int64':
      return (field) =>
        field.replace('-', '').length > KEPT_DIGITS ? text(field) : ` s="${style}"><v>${field}</v></c>`;
    case 'Edm.Decimal':
    case 'Edm.Double':
      return (field) => (isNoNumber(field) ? text(numberText(field)) : ` s="${style}"><v>${field}</v></c>`);
    case 'Edm.Boolean':
      return (field) => ` t="b"><v>${field === 't' ? 1 : 0}</v></c>`;
    case 'Edm.Date':
      return (field) => serialCell(daySerial(field), style) ?? text(field);
    case 'Edm.DateTimeOffset':
      return (field) => serialCell(instantSerial(field), style) ?? text(isoInstant(field));
    default:
      return text;
  }
}

/** A cell of text: never a formula, whatever it begins with. */
export function textCell(onCut: OnCut, style: StyleIndex = STYLE.plain): CellWriter {
  const attribute = style === STYLE.plain ? '' : ` s="${style}"`;
  return (field) => {
    if (field.length > LONGEST_TEXT) onCut();
    return `${attribute} t="inlineStr"><is><t xml:space="preserve">${xmlText(cut(field))}</t></is></c>`;
  };
}

/** At most what a cell holds, an ellipsis at the end; no character is cut in two. */
function cut(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const whole = text.slice(0, LONGEST_TEXT - 1);
  return `${/[\uD800-\uDBFF]$/.test(whole) ? whole.slice(0, -1) : whole}…`;
}

/** Characters that XML 1.0 does not have (section 2.2). */
const UNFIT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;
const NEEDS_ESCAPE = /[<>&\r]|_x[0-9A-Fa-f]{4}_/;
const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '\r': '&#13;' };

/** Text of SpreadsheetML (ECMA-376 part 1, 22.9.2.19, ST_Xstring): what XML cannot say is `_xHHHH_`. */
export function xmlText(text: string): string {
  const spelled = text.replace(LOOKS_ESCAPED, '_x005F_').replace(UNFIT, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `_x${code}_`;
  });
  return NEEDS_ESCAPE.test(spelled) ? spelled.replace(/[<>&\r]/g, (character) => ENTITIES[character] ?? '') : spelled;
}

const DAY_MS = 86_400_000;
/** Serial 1 is 1900-01-01; Excel believes in a 1900-02-29, so that serials hold from 1900-03-01 on. */
const ORIGIN_MS = Date.UTC(1899, 11, 30);
const FIRST_SERIAL = 61;
const AFTER_LAST_SERIAL = 2_958_466;
/** Vietnam has no summer time: UTC+7. */
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

function serialCell(serial: number, style: StyleIndex): string | null {
  const fits = serial >= FIRST_SERIAL && serial < AFTER_LAST_SERIAL;
  return fits ? ` s="${style}"><v>${serial}</v></c>` : null;
}

/** Days since 1899-12-30; NaN for what is no day of this calendar (`infinity`, years BC). */
function daySerial(text: string): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? (Date.parse(`${text}T00:00:00Z`) - ORIGIN_MS) / DAY_MS : Number.NaN;
}

/** An instant on the clocks of Vietnam, to the millisecond. */
function instantSerial(text: string): number {
  if (!/^\d{4}-\d{2}-\d{2} /.test(text)) return Number.NaN;
  return (Date.parse(isoInstant(text)) + VIETNAM_OFFSET_MS - ORIGIN_MS) / DAY_MS;
}
