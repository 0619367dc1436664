import { xmlText } from './cells';
import { filterRange } from './sheet';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  /** Columns and rows below the head of a table; null for notes. */
  readonly table: { readonly columns: number; readonly rows: number } | null;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const attributeText = (text: string): string => xmlText(text).replaceAll('"', '&quot;');

/** Every `.xml` is a sheet unless named: the archive begins with this, when nobody knows how many sheets there will be. */
export const contentTypesXml =
  `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Default Extension="xml" ContentType="${CONTENT}.worksheet+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`;

/** `_rels/.rels`. */
export const packageRelationshipsXml =
  `${XML}<Relationships xmlns="${RELATIONSHIPS}">` +
  `<Relationship Id="rId1" Type="${OFFICE_RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/** `xl/_rels/workbook.xml.rels`. */
export function workbookRelationshipsXml(sheets: readonly ListedSheet[]): string {
  const parts = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE_RELATIONSHIPS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE_RELATIONSHIPS}/styles" Target="styles.xml"/>`;
  return `${XML}<Relationships xmlns="${RELATIONSHIPS}">${parts.join('')}${styles}</Relationships>`;
}

/** `xl/workbook.xml`: the sheets in order, and the filtered ranges, which Excel wants named too. */
export function workbookXml(sheets: readonly ListedSheet[]): string {
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${attributeText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const filters = sheets.flatMap(({ name, table }, index) =>
    table === null || table.columns === 0
      ? []
      : [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">` +
            `${xmlText(`'${name}'!${absolute(filterRange(table.columns, table.rows))}`)}</definedName>`,
        ],
  );
  const names = filters.length === 0 ? '' : `<definedNames>${filters.join('')}</definedNames>`;
  return (
    `${XML}<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE_RELATIONSHIPS}"><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets>${listed.join('')}</sheets>${names}</workbook>`
  );
}

/** `A1:C10` → `$A$1:$C$10`. */
const absolute = (range: string): string => range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
