import { createHash } from 'node:crypto';
import { foldName } from '@lientinh/agency-names';

const HASH_DIGITS = 20;

/** A short id made from what tells a thing apart; the same parts give the same id for ever. */
export function stableId(kind: string, parts: readonly (string | number | null)[]): string {
  return `${kind}-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, HASH_DIGITS)}`;
}

/** What tells a plan apart. */
export interface IdentifiedPlan {
  readonly provinceId: string;
  readonly number: string | null;
  readonly approvingNumber: string | null;
  readonly kind: string;
  readonly title: string;
  readonly periodFrom: string;
  readonly periodTo: string;
}

/**
 * The identity of a plan: its province and number (its own, or the approving decision's) with the year its period begins, for numbers
 * start anew every year. Without a number: province, kind, period and title.
 */
export function planIdentity(plan: IdentifiedPlan): string {
  const number = plan.number ?? plan.approvingNumber;
  const parts =
    number === null
      ? [plan.provinceId, plan.kind, plan.periodFrom, plan.periodTo, foldName(plan.title)]
      : [plan.provinceId, foldName(number), plan.periodFrom.slice(0, 4)];
  return JSON.stringify(parts);
}

/** The id that a plan gets when it is published first. */
export function planIdOf(identity: string): string {
  return stableId('plan', [identity]);
}

/**
 * Ids of the parts of a plan, in order: what is told apart by `partsOf` keeps its id over corrections of the plan; the second of two
 * equal parts is told apart by its place among them.
 */
export function partIds<Part>(
  kind: string,
  planId: string,
  items: readonly Part[],
  partsOf: (item: Part) => readonly (string | number | null)[],
): string[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const parts = partsOf(item);
    const key = JSON.stringify(parts);
    const ordinal = (seen.get(key) ?? 0) + 1;
    seen.set(key, ordinal);
    return stableId(kind, [planId, ...parts, ordinal]);
  });
}

/** A task is the same task where number and content agree, whatever case, diacritics and punctuation. */
export function taskIdentity(task: {
  readonly number: string | null;
  readonly content: string | null;
}): [string | null, string] {
  return [task.number === null ? null : foldName(task.number), foldName(task.content ?? '')];
}
