import type { Unit } from '../vocabulary';
import { METRIC_RULES, type MetricRule } from './metric-rules';
import { subjectWords } from './subject-words';

/** The folded text around a number, from the nearest to the widest. */
export interface ClauseScopes {
  /** The side of the number on which its subject stands. */
  readonly near: string;
  /** The clause of this number alone. */
  readonly clause: string;
  /** The stretch between semicolons or full stops. */
  readonly segment: string;
  readonly sentence: string;
  readonly paragraph: string;
  /** The words right after the number. */
  readonly following: string;
}

const FOLLOWING_CHARACTERS = 60;

/** The metric a number is about: the first rule that holds in the nearest scope in which any rule holds; null when none does. */
export function classifyMetric(unit: Unit, scopes: ClauseScopes): string | null {
  const clause = subjectWords(scopes.clause);
  const following = subjectWords(scopes.following.slice(0, FOLLOWING_CHARACTERS));
  const seen = new Set<string>();
  for (const scope of [scopes.near, scopes.clause, scopes.segment, scopes.sentence, scopes.paragraph]) {
    if (seen.has(scope)) continue;
    seen.add(scope);
    const wide = subjectWords(scope);
    const rule = METRIC_RULES.find((candidate) => candidate.unit === unit && holds(candidate, wide, clause, following));
    if (rule !== undefined) return rule.metric;
  }
  return null;
}

function holds(rule: MetricRule, wide: string, clause: string, following: string): boolean {
  return rule.conditions.every((condition) => {
    const mark = condition.charAt(0);
    if (mark === '!') return !anyWord(wide, condition.slice(1));
    if (mark === '@') return anyWord(clause, condition.slice(1));
    if (mark === '^') return startsWithAny(following, condition.slice(1));
    return anyWord(wide, condition);
  });
}

function anyWord(text: string, choice: string): boolean {
  return choice.split('|').some((words) => text.includes(` ${words} `));
}

/** The words right after a number open with one of the choice; «các» may stand before. */
function startsWithAny(text: string, choice: string): boolean {
  const opening = text.trimStart();
  const bare = opening.startsWith('cac ') ? opening.slice(4) : opening;
  return choice.split('|').some((words) => bare.startsWith(`${words} `));
}
