import { folded } from './folded-text.js';
import type { Proposal } from './proposals.js';

/** Proposals that are named to a person who wrote none of them. */
const NAMED = 3;

/** What was written and is no value. */
export interface Unread {
  readonly text: string;
  /** Whether it fits several proposals; else it fits none. */
  readonly several: boolean;
  /** What may have been meant, the nearest first. */
  readonly nearest: readonly Proposal[];
  /** Whether it fits more proposals than are named. */
  readonly more: boolean;
}

/** What was written in a field: values, and what is none. */
export interface Written {
  readonly values: readonly Proposal[];
  readonly unread: readonly Unread[];
}

/**
 * Reads `46`, `46, 62`, `46 – Thừa Thiên Huế`, `kon tum`: codes of the proposals, or their names. A name may have commas, so the whole is
 * read first. Without proposals every code is taken as it is written.
 */
export function readWritten(text: string, proposals: readonly Proposal[]): Written {
  if (proposals.length === 0) return { values: codesOf(text).map(asWritten), unread: [] };
  const isOne = !text.includes(',') || fitting(text, proposals).length === 1;
  const parts = isOne ? [text] : partsOf(text);
  const read = parts.map((part) => ({ part, fits: fitting(part, proposals) }));
  return {
    values: read.flatMap(({ fits }) => (fits.length === 1 ? fits : [])),
    unread: read.filter(({ fits }) => fits.length !== 1).map(({ part, fits }) => unreadOf(part, fits, proposals)),
  };
}

/** How a proposal is shown: `62 – Kon Tum`. */
export const shownProposal = ({ value, label }: Pick<Proposal, 'value' | 'label'>): string =>
  label === '' ? value : `${value} – ${label}`;

const partsOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const codeOf = (text: string): string => (text.split(' – ')[0] ?? '').trim();

const codesOf = (text: string): readonly string[] =>
  (text.includes(' – ') ? [text] : partsOf(text)).map(codeOf).filter((code) => code !== '');

const asWritten = (value: string): Proposal => ({ value, label: '', names: [] });

/** The proposals with that code; else those of that name; else those with a name that has the words. Digits alone are a code. */
function fitting(text: string, proposals: readonly Proposal[]): readonly Proposal[] {
  const code = codeOf(text).toLowerCase();
  const coded = proposals.filter(({ value }) => value.toLowerCase() === code);
  if (coded.length > 0) return coded;
  const words = folded(text);
  if (!/\p{L}/u.test(words)) return [];
  const named = proposals.filter(({ value, names }) =>
    names.some((name) => words === folded(name) || words === folded(`${value} ${name}`)),
  );
  return named.length > 0 ? named : proposals.filter(({ names }) => names.some((name) => folded(name).includes(words)));
}

function unreadOf(text: string, fits: readonly Proposal[], proposals: readonly Proposal[]): Unread {
  const several = fits.length > 1;
  const nearest = byNearness(folded(text), several ? fits : proposals);
  return { text, several, nearest: nearest.slice(0, NAMED), more: several && fits.length > NAMED };
}

/** Those whose code or name begins most alike come first. */
function byNearness(words: string, proposals: readonly Proposal[]): readonly Proposal[] {
  const nearness = ({ value, names }: Proposal): number =>
    Math.max(...[value, ...names].map((name) => sameBeginning(folded(name), words)));
  return proposals
    .map((proposal) => ({ proposal, near: nearness(proposal) }))
    .sort((left, right) => right.near - left.near)
    .map(({ proposal }) => proposal);
}

function sameBeginning(left: string, right: string): number {
  let length = 0;
  while (length < Math.min(left.length, right.length) && left[length] === right[length]) length += 1;
  return length;
}
