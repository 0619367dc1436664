import type { PlanPeriod } from '../document/period';
import type { Due } from '../due/due';
import { dueFromText } from '../due/due-from-text';
import { type AgencyReference, type AgencyResolver, readAgencies } from '../agencies/agency-reference';
import { type PlanReadingFinding, finding } from '../findings/finding';
import { cellMeaning } from '../tables/cell-meaning';
import { joinContinuedRows } from '../tables/continued-rows';
import type { DocumentTable } from '../tables/table-row';
import { OutlineBuilder } from './outline-builder';
import { readRowFacts } from './row-facts';
import type { TaskProductReading, TaskReading } from './task';
import { type TaskArea, areasOfTasks } from './task-area';
import type { ProductDraft, TaskDraft } from './task-outline';

export interface TasksReading {
  readonly tasks: readonly TaskReading[];
  readonly findings: readonly PlanReadingFinding[];
}

export interface TasksContext {
  readonly period: PlanPeriod | null;
  readonly directory: AgencyResolver;
}

/** The tasks of one task table, in print order. */
export function readTasks(table: DocumentTable, context: TasksContext): TasksReading {
  const columns = table.columns ?? [];
  const builder = new OutlineBuilder(joinContinuedRows(table.rows, columns).map((row) => readRowFacts(row, columns)));
  builder.build();
  const findings: PlanReadingFinding[] = [...builder.findings];
  const counters = new Map<string, number>();
  const areas = areasOfTasks(builder.tasks);
  const tasks = builder.tasks.flatMap((draft, index) => {
    const area = areas[index];
    return area === undefined ? [] : [toTask(draft, referenceOf(draft, counters), area, context, findings)];
  });
  return { tasks, findings };
}

/** `II.1`; `VII.1-2` for the second unnumbered task under heading 1; a counter keeps references apart. */
function referenceOf(draft: TaskDraft, counters: Map<string, number>): string {
  const parts = [draft.part.label, draft.number ?? draft.parentNumber].filter((part) => part !== null);
  const base = parts.length === 0 ? '0' : parts.join('.');
  const count = (counters.get(base) ?? 0) + 1;
  counters.set(base, count);
  return draft.number !== null && count === 1 ? base : `${base}-${count}`;
}

function toTask(
  draft: TaskDraft,
  reference: string,
  area: TaskArea,
  context: TasksContext,
  findings: PlanReadingFinding[],
): TaskReading {
  const products: TaskProductReading[] = [];
  for (const product of draft.products) products.push(toProduct(product, products.at(-1), draft, context, findings));
  const from = draft.facts.row.line;
  const lines = { from, to: Math.max(from, ...draft.products.map((product) => product.lines.to)) };
  const [first] = products;
  reportGaps(first, draft, lines.from, findings);
  return {
    reference,
    number: draft.number,
    numberPrinted: draft.numberPrinted,
    section: draft.part.label,
    sectionTitle: draft.part.title,
    parentNumber: draft.parentNumber,
    ...area,
    content: draft.content,
    products: products.filter((product) => product.name !== ''),
    leads: distinctAgencies(products.flatMap((product) => product.leads)),
    coordinators: distinctAgencies(products.flatMap((product) => product.coordinators)),
    due: spanOf(products.flatMap((product) => (product.due === null ? [] : [product.due]))),
    lines,
  };
}

function toProduct(
  draft: ProductDraft,
  above: TaskProductReading | undefined,
  task: TaskDraft,
  context: TasksContext,
  findings: PlanReadingFinding[],
): TaskProductReading {
  const lead = agencyCell(draft.lead, task, draft, findings);
  const inheritsAgencies = above !== undefined && (draft.lead === null || draft.coordinator === null);
  const inheritsDue = above !== undefined && draft.due === null;
  const leads =
    lead === null ? (draft.lead === null ? (above?.leads ?? []) : []) : readAgencies(lead, context.directory);
  const coordinators =
    draft.coordinator === null ? (above?.coordinators ?? []) : readAgencies(draft.coordinator, context.directory);
  return {
    name: draft.product ?? '',
    leads,
    coordinators,
    due: above !== undefined && inheritsDue ? above.due : readDue(draft, context.period, findings),
    agenciesInherited: inheritsAgencies,
    dueInherited: inheritsDue,
    lines: draft.lines,
  };
}

const LONGEST_UNKNOWN_LEAD = 60;

/** The lead cell, unless its words are the task's or the product's own: a copied product never becomes an agency. */
function agencyCell(
  printed: string | null,
  task: TaskDraft,
  draft: ProductDraft,
  findings: PlanReadingFinding[],
): string | null {
  if (printed === null) return null;
  if (cellMeaning(printed) === 'AGENCIES') return printed;
  const isCopy = [task.content, draft.product].some(
    (text) => text !== null && text.length > 0 && (text.includes(printed) || printed.includes(text)),
  );
  const isUnlikely = printed.length > LONGEST_UNKNOWN_LEAD;
  if (!isCopy && !isUnlikely) return printed;
  findings.push(
    finding(
      'TABLE_CELL_UNREADABLE',
      [draft.lines],
      `Ô cơ quan chủ trì ghi «${printed}», không phải tên cơ quan.`,
      `The lead cell holds «${printed}», which is no agency.`,
    ),
  );
  return null;
}

function readDue(draft: ProductDraft, period: PlanPeriod | null, findings: PlanReadingFinding[]): Due | null {
  if (draft.due === null) return null;
  const periodYear = period !== null && period.firstYear === period.lastYear ? period.firstYear : null;
  const due = dueFromText(draft.due, { periodYear });
  if (due.kind === 'NONE') {
    findings.push(
      finding(
        'TASK_DUE_UNREADABLE',
        [draft.lines],
        `Không đọc được thời hạn «${draft.due}».`,
        `The due text «${draft.due}» names no date.`,
      ),
    );
  }
  return due;
}

function reportGaps(
  first: TaskProductReading | undefined,
  draft: TaskDraft,
  line: number,
  findings: PlanReadingFinding[],
): void {
  const name = draft.number ?? draft.content ?? '';
  const lines = [{ from: line, to: line }];
  if ((first?.leads.length ?? 0) === 0) {
    findings.push(
      finding(
        'TASK_LEAD_MISSING',
        lines,
        `Nhiệm vụ ${name} không có cơ quan chủ trì.`,
        `Task ${name} has no lead agency.`,
      ),
    );
  }
  if ((first?.due ?? null) === null) {
    findings.push(
      finding('TASK_DUE_MISSING', lines, `Nhiệm vụ ${name} không có thời hạn.`, `Task ${name} has no due period.`),
    );
  }
}

function distinctAgencies(agencies: readonly AgencyReference[]): AgencyReference[] {
  const byName = new Map<string, AgencyReference>();
  for (const agency of agencies) if (!byName.has(agency.canonicalName)) byName.set(agency.canonicalName, agency);
  return [...byName.values()];
}

/** One due for the whole task: the only one printed, or the span of several. */
function spanOf(dues: readonly Due[]): Due | null {
  const [first, ...rest] = dues;
  if (first === undefined) return null;
  if (rest.every((due) => due.text === first.text)) return first;
  const dated = dues.filter((due) => due.from !== null && due.to !== null);
  const last = dated.reduce<Due | null>(
    (latest, due) => (latest === null || (due.to ?? '') > (latest.to ?? '') ? due : latest),
    null,
  );
  if (last === null) return first;
  const froms = dated.map((due) => due.from ?? '').sort();
  return {
    ...last,
    from: froms[0] ?? null,
    text: [...new Set(dues.map((due) => due.text))].join('; '),
    periods: dated.flatMap((due) => due.periods),
  };
}
