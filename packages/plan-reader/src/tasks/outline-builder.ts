import { type PlanReadingFinding, finding } from '../findings/finding';
import { readListMarker, romanValue } from '../text/list-markers';
import type { RowFacts } from './row-facts';
import { type PartDraft, type TaskDraft, productOf } from './task-outline';

const NO_PART: PartDraft = { label: null, title: null, implied: false };
const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** Turns the rows of a task table into tasks: which row opens a part, is a task, or is one more product of the task above. */
export class OutlineBuilder {
  readonly tasks: TaskDraft[] = [];
  readonly findings: PlanReadingFinding[] = [];
  readonly #rows: readonly RowFacts[];
  #part: PartDraft = NO_PART;
  #parentNumber: string | null = null;
  #lastNumber: number | null = null;
  /** Tasks of a shared row whose own cells may stand in the rows below. */
  #waiting: TaskDraft[] = [];

  constructor(rows: readonly RowFacts[]) {
    this.#rows = rows;
  }

  build(): void {
    this.#rows.forEach((facts, index) => this.#take(facts, index));
  }

  #take(facts: RowFacts, index: number): void {
    this.#reportDropped(facts);
    if (facts.kind === 'STRAY') {
      this.#reportStray(facts);
      return;
    }
    if (facts.kind === 'SECTION') {
      this.#openPart(facts.section ?? '', false);
      return;
    }
    if (facts.kind === 'HEADING') {
      this.#openHeading(facts, index);
      return;
    }
    if (facts.contents.length > 0) {
      this.#addTasks(facts, index);
      return;
    }
    this.#addContentlessRow(facts, index);
  }

  #openPart(title: string, keepNumbers: boolean): void {
    const marker = readListMarker(title);
    const label = marker.kind === 'ROMAN' ? marker.label : null;
    this.#part = { label, title: title.slice(label === null ? 0 : marker.body).trim(), implied: false };
    this.#waiting = [];
    if (keepNumbers) return;
    this.#parentNumber = null;
    this.#lastNumber = null;
  }

  #openHeading(facts: RowFacts, index: number): void {
    const [heading] = facts.contents;
    if (heading?.number === '1') this.#openLostPart(index);
    this.#parentNumber = heading?.number ?? null;
    this.#lastNumber = null;
    this.#waiting = [];
  }

  #addTasks(facts: RowFacts, index: number): void {
    const [first] = facts.contents;
    this.#enterPartOf(facts, index, numberOf(first?.number ?? null));
    if (first?.number !== null) this.#parentNumber = null;
    const count = facts.contents.length;
    const added = facts.contents.map((content, position) => {
      this.#lastNumber = numberOf(content.number) ?? this.#lastNumber;
      return this.#draft(facts, content.number, content.number !== null, content.text, position, count);
    });
    this.tasks.push(...added);
    const shared = count > 1 && (facts.product?.paragraphs.length ?? 0) <= 1;
    this.#waiting = shared ? added.slice(1) : [];
    if (count > 1)
      this.#report(
        'TASKS_SHARE_A_ROW',
        facts,
        `Một dòng bảng chứa ${count} nhiệm vụ.`,
        `One row of the table holds ${count} tasks.`,
      );
  }

  #draft(
    facts: RowFacts,
    number: string | null,
    printed: boolean,
    content: string | null,
    index: number,
    count: number,
  ): TaskDraft {
    return {
      number,
      numberPrinted: printed,
      part: this.#part,
      parentNumber: number === null ? this.#parentNumber : null,
      content,
      products: [productOf(facts, index, count)],
      facts,
    };
  }

  /** A row without content: the cells of a waiting task, a task whose content was lost, or one more product. */
  #addContentlessRow(facts: RowFacts, index: number): void {
    const waiting = this.#waiting.shift();
    const last = this.tasks.at(-1);
    if (waiting !== undefined) {
      waiting.products = [productOf(facts, 0, 1)];
      return;
    }
    const implied = this.#impliedNumber(index);
    if (implied !== null) {
      this.#addImplied(facts, index, implied);
      return;
    }
    if (last === undefined || (last.number === null && isComplete(facts))) {
      this.#addLost(facts);
      return;
    }
    last.products = [...last.products, productOf(facts, 0, 1)];
  }

  #addImplied(facts: RowFacts, index: number, implied: number): void {
    this.#enterPartOf(facts, index, implied);
    this.#lastNumber = implied;
    this.tasks.push(this.#draft(facts, String(implied), false, null, 0, 1));
    this.#report(
      'TASK_NUMBER_IMPLIED',
      facts,
      `Mất số thứ tự và nội dung; suy ra là nhiệm vụ số ${implied}.`,
      `Number and content were lost; the numbers around imply task ${implied}.`,
    );
  }

  #addLost(facts: RowFacts): void {
    this.tasks.push(this.#draft(facts, null, false, null, 0, 1));
    this.#report(
      'TASK_CONTENT_LOST',
      facts,
      'Mất nội dung nhiệm vụ của dòng này.',
      'The content of this row was lost.',
    );
  }

  /** The number of a row that lost it: the one between the last number and the next printed one. */
  #impliedNumber(index: number): number | null {
    const next = this.#nextNumber(index);
    if (next === null || next < 2) return null;
    const missing = next - 1;
    if (missing === this.#lastNumber) return null;
    return missing === 1 || missing === (this.#lastNumber ?? 0) + 1 ? missing : null;
  }

  #nextNumber(index: number): number | null {
    for (const facts of this.#rows.slice(index + 1)) {
      if (facts.kind === 'SECTION' || facts.kind === 'HEADING') return null;
      const [first] = facts.contents;
      if (first !== undefined) return numberOf(first.number);
    }
    return null;
  }

  /** Opens the part a row belongs to: printed in its own group cell, or lost where the numbers start again. */
  #enterPartOf(facts: RowFacts, index: number, number: number | null): void {
    if (facts.section !== null) {
      if (!this.#isCurrent(facts.section)) this.#openPart(facts.section, number !== 1);
      return;
    }
    const startsAgain = this.#lastNumber !== null || this.#parentNumber !== null;
    if (number === 1 && startsAgain) this.#openLostPart(index);
  }

  #isCurrent(section: string): boolean {
    const marker = readListMarker(section);
    return marker.kind === 'ROMAN' && marker.label === this.#part.label;
  }

  /** The heading of a part that OCR printed further down, or a part without any heading left. */
  #openLostPart(index: number): void {
    const printed = this.#sectionBelow(index);
    if (printed !== null) {
      this.#openPart(printed, false);
      return;
    }
    const before = romanValue(this.#part.label ?? '');
    const label = before === null ? null : (ROMANS[before] ?? null);
    this.#part = { label, title: null, implied: true };
    this.#parentNumber = null;
    this.#lastNumber = null;
    this.#waiting = [];
  }

  /** A group cell printed below, before the numbers start again. */
  #sectionBelow(index: number): string | null {
    for (const facts of this.#rows.slice(index + 1)) {
      if (facts.kind === 'SECTION') return null;
      const number = numberOf(facts.contents[0]?.number ?? null);
      if (facts.section !== null) return number === 1 ? null : facts.section;
      if (number === 1) return null;
    }
    return null;
  }

  #report(code: PlanReadingFinding['code'], facts: RowFacts, vi: string, en: string): void {
    this.findings.push(finding(code, [{ from: facts.row.line, to: facts.row.lastLine }], vi, en));
  }

  #reportStray(facts: RowFacts): void {
    const text = facts.row.cells.find((cell) => cell !== '') ?? '';
    this.#report(
      'TABLE_CELL_UNREADABLE',
      facts,
      `Ô «${text}» không thuộc nhiệm vụ nào.`,
      `The cell «${text}» belongs to no task.`,
    );
  }

  #reportDropped(facts: RowFacts): void {
    for (const text of facts.dropped) {
      this.#report(
        'TABLE_CELL_UNREADABLE',
        facts,
        `Ô «${text}» không đúng cột nào của bảng.`,
        `The cell «${text}» fits no column of the table.`,
      );
    }
    if (facts.shifted)
      this.#report(
        'TABLE_ROW_SHIFTED',
        facts,
        'Các ô của dòng bị lệch cột.',
        'The cells of this row stood under wrong columns.',
      );
  }
}

function isComplete(facts: RowFacts): boolean {
  return facts.product !== null && facts.lead !== null && facts.due !== null;
}

function numberOf(printed: string | null): number | null {
  const value = Number(printed ?? '');
  return Number.isInteger(value) && value > 0 ? value : null;
}
