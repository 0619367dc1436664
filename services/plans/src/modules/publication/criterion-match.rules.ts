import { foldName } from '@lientinh/agency-names';
import { frameworkCatalogue, type CriterionDefinition } from '@lientinh/datasets';

/** Share of words two names have in common below which they are different names. */
const LIKENESS_FLOOR = 0.7;

/**
 * Key of a criterion in the graph as the indicators subgraph gives it: index, first year of the framework, code (`PAPI:2018:2.1`).
 * Null for a year without a framework.
 */
export function criterionKey(index: string, year: number, code: string): string | null {
  const framework = frameworkCatalogue().framework(index, year);
  return framework === null ? null : `${index}:${framework.validFromYear}:${code}`;
}

/** A criterion of an index by its code in a year; null where the framework has none. */
export function criterionByCode(index: string, year: number, code: string): CriterionDefinition | null {
  return frameworkCatalogue().criterion(index, year, code);
}

/**
 * The criterion of an index that a plan names in words, among the dimensions or the criteria inside them: the same name without regard
 * to diacritics, else the only one that begins with the words printed, else the only one with most words in common. Null when none or
 * several are as good.
 */
export function criterionByName(
  index: string,
  year: number,
  level: 'DIMENSION' | 'CRITERION',
  printed: string,
): CriterionDefinition | null {
  const criteria = frameworkCatalogue().framework(index, year)?.criteria ?? [];
  const named = criteria.filter(({ depth }) => (level === 'DIMENSION' ? depth === 1 : depth > 1));
  const folded = foldName(printed);
  if (folded === '') return null;
  const names = named.map((criterion) => ({ criterion, name: foldName(criterion.nameVi) }));
  const exact = names.filter(({ name }) => name === folded);
  if (exact.length > 0) return only(exact);
  const opening = names.filter(({ name }) => name.startsWith(`${folded} `));
  if (opening.length > 0) return only(opening);
  const alike = names
    .map((entry) => ({ ...entry, likeness: sharedWords(entry.name, folded) }))
    .filter(({ likeness }) => likeness >= LIKENESS_FLOOR)
    .sort((a, b) => b.likeness - a.likeness);
  return only(alike.filter(({ likeness }) => likeness === alike[0]?.likeness));
}

function only(entries: readonly { readonly criterion: CriterionDefinition }[]): CriterionDefinition | null {
  return entries.length === 1 ? (entries[0]?.criterion ?? null) : null;
}

function sharedWords(a: string, b: string): number {
  const first = new Set(a.split(' '));
  const second = new Set(b.split(' '));
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / (first.size + second.size - shared);
}
