import type { AgencyResolver } from './agencies/agency-reference';
import { type Located, type TitleReading, readTitle } from './document/header';
import { refuseOtherLanguages } from './document/language';
import { readHeader } from './document/plan-header';
import type { ProvinceNameResolver } from './document/province-name';
import { type PlacedParagraph, placeParagraphs } from './document/sections';
import { readReportDuties } from './duties/report-duties';
import { type NamedAgency, unresolvedAgencies } from './findings/agency-findings';
import { type PlanReadingFinding, finding } from './findings/finding';
import { goalFindings } from './findings/goal-findings';
import {
  disagreeingTargets,
  duplicateDutyFindings,
  repeatedLetterFindings,
  shortcomingOrderFindings,
} from './findings/order-findings';
import { readIndexGoals } from './goals/index-goals';
import { citableTexts } from './legal/citable-text';
import { readLegalReferences } from './legal/legal-references';
import type { PlanReading } from './plan-reading';
import { type ShortcomingReading, readShortcomings } from './shortcomings/shortcomings';
import { readDocumentTables } from './tables/document-tables';
import type { DocumentTable } from './tables/table-row';
import type { MetricDefinition } from './targets/metric-definition';
import { bodyTexts, taskTexts } from './targets/target-sources';
import { readTargets } from './targets/targets';
import type { TaskReading } from './tasks/task';
import { readTasks } from './tasks/tasks';
import { hasPhrase } from './text/phrases';
import { readParagraphs } from './text/paragraphs';
import { type SourceLine, readSourceLines } from './text/source-lines';
import { MOST_TABLE_ROWS } from './tables/table-grid';
import { PlanUnreadableError } from './unreadable';

/** What the reader knows from outside the document; pure data and look-ups of the caller. */
export interface ReadPlanOptions {
  readonly directory: AgencyResolver;
  readonly provinces: ProvinceNameResolver;
  readonly metrics: readonly MetricDefinition[];
}

/**
 * Reads the text of a reform plan. The same text and options give the same reading; nothing is guessed: what cannot be read, and
 * what contradicts itself, is a finding.
 *
 * @throws PlanUnreadableError when the text is too large, empty, not Vietnamese, or no plan.
 */
export function readPlan(text: string, options: ReadPlanOptions): PlanReading {
  const lines = readSourceLines(text);
  const normalised = text.normalize('NFC');
  refuseOtherLanguages(normalised);
  const paragraphs = readParagraphs(lines);
  const title = readTitle(paragraphs);
  if (title === null) throw notAPlan();
  const body = lines.filter((line) => !line.isTableRow || line.number > title.lines.from);
  const tables = readDocumentTables(body);
  const { header, findings: headerFindings } = readHeader(title, paragraphs, lines, options.provinces);
  const placed = placeParagraphs(paragraphs);
  const { tasks, shortcomings, findings: tableFindings } = readTables(tables, title, options);
  const { references, findings: legalFindings } = readLegalReferences(citableTexts(paragraphs, body));
  const { period } = title.value;
  const texts = [...bodyTexts(placed), ...taskTexts(tasks)];
  const { targets, findings: targetFindings } = readTargets(texts, { period, metrics: options.metrics });
  const indexGoals = readIndexGoals(placed, targets, period);
  const reportDuties = readReportDuties(placed);
  const findings = [
    ...(normalised === text ? [] : [notNormalised()]),
    ...headerFindings,
    ...legalFindings,
    ...targetFindings,
    ...disagreeingTargets(targets),
    ...goalFindings(indexGoals, shortcomings),
    ...repeatedLetterFindings(placed),
    ...shortcomingOrderFindings(shortcomings),
    ...duplicateDutyFindings(reportDuties, period?.firstYear ?? null),
    ...missingAppendix(placed, tables),
    ...tableFindings,
    ...tooManyRows(body),
    ...unresolvedAgencies(namedAgencies(tasks, shortcomings)),
  ];
  return { ...header, legalReferences: references, targets, tasks, indexGoals, shortcomings, reportDuties, findings };
}

interface TablesReading {
  readonly tasks: readonly TaskReading[];
  readonly shortcomings: readonly ShortcomingReading[];
  readonly findings: readonly PlanReadingFinding[];
}

function readTables(
  tables: readonly DocumentTable[],
  title: Located<TitleReading>,
  options: ReadPlanOptions,
): TablesReading {
  const context = { period: title.value.period, directory: options.directory };
  const read = tables.filter((table) => table.kind === 'TASKS').map((table) => readTasks(table, context));
  const shortcomings = tables
    .filter((table) => table.kind === 'SHORTCOMINGS')
    .flatMap((table) => readShortcomings(table, options.directory));
  const unknown = tables.filter((table) => table.kind === 'UNKNOWN').map(withoutHeader);
  return {
    tasks: read.flatMap((reading) => reading.tasks),
    shortcomings,
    findings: [...read.flatMap((reading) => reading.findings), ...unknown],
  };
}

function withoutHeader(table: DocumentTable): PlanReadingFinding {
  const to = table.rows.at(-1)?.lastLine ?? table.line;
  return finding(
    'TABLE_WITHOUT_HEADER',
    [{ from: table.line, to }],
    'Bảng không có dòng tiêu đề nhận ra được; không đọc nội dung bảng.',
    'The table has no header that could be recognised; it was not read.',
  );
}

/** Rows beyond the stated number are reported, not read. */
function tooManyRows(lines: readonly SourceLine[]): PlanReadingFinding[] {
  const first = lines.filter((line) => line.isTableRow)[MOST_TABLE_ROWS];
  if (first === undefined) return [];
  return [
    finding(
      'TABLE_TOO_LONG',
      [{ from: first.number, to: lines.length }],
      `Các bảng có hơn ${MOST_TABLE_ROWS} dòng; phần sau dòng này không được đọc.`,
      `The tables have more than ${MOST_TABLE_ROWS} rows; nothing after this line was read.`,
    ),
  ];
}

function missingAppendix(placed: readonly PlacedParagraph[], tables: readonly DocumentTable[]): PlanReadingFinding[] {
  const hasAppendix =
    placed.some(({ section }) => section.region === 'APPENDIX') || tables.some((table) => table.kind === 'TASKS');
  if (hasAppendix) return [];
  return placed
    .filter(
      ({ paragraph, section }) =>
        section.region === 'BODY' &&
        hasPhrase(paragraph.folded, 'phu luc') &&
        (hasPhrase(paragraph.folded, 'kem theo') || hasPhrase(paragraph.folded, 'dinh kem')),
    )
    .slice(0, 1)
    .map(({ paragraph }) =>
      finding(
        'APPENDIX_MISSING',
        [paragraph.lines],
        'Phụ lục được nhắc đến nhưng không có trong văn bản.',
        'An appendix is mentioned but not in the text.',
      ),
    );
}

function namedAgencies(tasks: readonly TaskReading[], shortcomings: readonly ShortcomingReading[]): NamedAgency[] {
  return [
    ...tasks.flatMap(({ leads, coordinators, lines }) =>
      [...leads, ...coordinators].map((agency) => ({ agency, lines })),
    ),
    ...shortcomings.flatMap(({ responsible, lines }) => responsible.map((agency) => ({ agency, lines }))),
  ];
}

function notNormalised(): PlanReadingFinding {
  return finding(
    'TEXT_NOT_NORMALISED',
    [],
    'Văn bản dùng dấu tổ hợp Unicode (NFD); đã chuẩn hóa sang NFC trước khi đọc.',
    'The text uses decomposed Unicode (NFD); it was normalised to NFC before reading.',
  );
}

function notAPlan(): PlanUnreadableError {
  return new PlanUnreadableError('PLAN_NOT_A_PLAN', {
    vi: 'Không tìm thấy tên kế hoạch («KẾ HOẠCH …») ở đầu văn bản.',
    en: 'No title of a plan («KẾ HOẠCH …») was found at the head of the document.',
  });
}
