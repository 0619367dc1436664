import type { Property } from '../../model/edm';
import type { OutputColumn } from '../../plan/plan';

/** Places in the list of cell formats of `stylesXml`. */
export const STYLE = {
  plain: 0,
  head: 1,
  whole: 2,
  day: 3,
  instant: 4,
  general: 5,
  wrapped: 6,
  title: 7,
  decimals1: 8,
  decimals2: 9,
  decimals3: 10,
  decimals4: 11,
} as const;
export type StyleIndex = (typeof STYLE)[keyof typeof STYLE];

const BY_DECIMALS: readonly StyleIndex[] = [
  STYLE.whole,
  STYLE.decimals1,
  STYLE.decimals2,
  STYLE.decimals3,
  STYLE.decimals4,
];

/**
 * The number format of a column. A DECIMAL shows the digits after the point that its contract declares, up to four; with more (figures are
 * kept with every digit that was published) Excel's own General shows as many as each has.
 */
export function styleOf({
  type,
  property,
}: {
  readonly type: OutputColumn['type'];
  readonly property: Property | null;
}): StyleIndex {
  switch (type) {
    case 'Edm.Int32':
    case 'Edm.Int64':
      return STYLE.whole;
    case 'Edm.Date':
      return STYLE.day;
    case 'Edm.DateTimeOffset':
      return STYLE.instant;
    case 'Edm.Decimal':
      return BY_DECIMALS[property?.column.scale ?? Number.POSITIVE_INFINITY] ?? STYLE.general;
    case 'Edm.Double':
      return STYLE.general;
    default:
      return STYLE.plain;
  }
}

const format = (attributes: string, inside = ''): string =>
  inside === '' ? `<xf xfId="0" ${attributes}/>` : `<xf xfId="0" ${attributes}>${inside}</xf>`;
const number = (id: number): string =>
  format(`numFmtId="${id}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"`);
const WRAP = '<alignment vertical="top" wrapText="1"/>';

/** Number formats 164 and on are our own; 1 is `0`, 2 is `0.00` (ECMA-376 part 1, 18.8.30). 42A: as in Vietnam, on every computer. */
const NUMBER_FORMATS = [
  [164, '[$-42A]dd/mm/yyyy'],
  [165, '[$-42A]dd/mm/yyyy hh:mm:ss'],
  [166, '0.0'],
  [167, '0.000'],
  [168, '0.0000'],
] as const;

/** In the order of STYLE. */
const CELL_FORMATS = [
  format('numFmtId="0" fontId="0" fillId="0" borderId="0"'),
  format('numFmtId="0" fontId="1" fillId="2" borderId="0" applyFont="1" applyFill="1" applyAlignment="1"', WRAP),
  number(1),
  number(164),
  number(165),
  number(0),
  format('numFmtId="0" fontId="0" fillId="0" borderId="0" applyAlignment="1"', WRAP),
  format('numFmtId="0" fontId="1" fillId="0" borderId="0" applyFont="1"'),
  number(166),
  number(2),
  number(167),
  number(168),
];

/** `xl/styles.xml`. */
export const stylesXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  `<numFmts count="${NUMBER_FORMATS.length}">${NUMBER_FORMATS.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`).join('')}</numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${CELL_FORMATS.length}">${CELL_FORMATS.join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
