import { frameworkCatalogue, type MethodologyBreak } from '@lientinh/datasets';

/** Whether values of a criterion in two years may be subtracted from each other, and what stands between them. */
export type Comparability =
  | { readonly comparable: true }
  | { readonly comparable: false; readonly kind: 'CRITERION_ADDED' | 'CRITERION_DROPPED' }
  | { readonly comparable: false; readonly kind: 'FRAMEWORK_CHANGED'; readonly breaks: readonly MethodologyBreak[] };

/** Compares the meanings of a criterion in two years; the order of the years does not matter for the answer's `comparable`. */
export function compareMeanings(index: string, criterion: string, baselineYear: number, year: number): Comparability {
  const catalogue = frameworkCatalogue();
  const before = catalogue.criterion(index, baselineYear, criterion);
  const now = catalogue.criterion(index, year, criterion);
  if (now === null) return { comparable: false, kind: 'CRITERION_DROPPED' };
  if (before === null) return { comparable: false, kind: 'CRITERION_ADDED' };
  const [from, to] = baselineYear < year ? [baselineYear, year] : [year, baselineYear];
  const breaks = catalogue.methodologyBreaks(index, criterion).filter((item) => from < item.year && item.year <= to);
  return breaks.length === 0 && before.meaningId === now.meaningId
    ? { comparable: true }
    : { comparable: false, kind: 'FRAMEWORK_CHANGED', breaks };
}
