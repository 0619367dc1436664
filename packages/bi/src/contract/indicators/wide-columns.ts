import type { BilingualText } from '@lientinh/contracts';
import { frameworkCatalogue, TOTAL, type CriterionDefinition, type Framework } from '@lientinh/datasets';

/** A part of an index over all its frameworks: one pair of columns of the wide set. */
export interface WideCriterion {
  readonly code: string;
  /** Name of the column with the value, `criterion_1`; the rank is in `criterion_1_rank`. */
  readonly column: string;
  /** Name in the latest framework that has it, cut to the length of a column's head; unique in the index. */
  readonly label: BilingualText;
  /** The names it bore, with their years. */
  readonly names: BilingualText;
}

const LABEL_LENGTH = 60;

/** At most 60 characters, cut between words. */
function shorten(name: string): string {
  if (name.length <= LABEL_LENGTH) return name;
  return name.slice(0, name.lastIndexOf(' ', LABEL_LENGTH)).replace(/[\s,;-]+$/, '');
}

interface Stated {
  readonly framework: Framework;
  readonly criterion: CriterionDefinition;
}

/** `2005–2008: …; 2013–: …`, years of one name put together. */
function namesOverTime(stated: readonly Stated[], nameOf: (criterion: CriterionDefinition) => string): string {
  const spans: { from: number; to: number | null; name: string }[] = [];
  for (const { framework, criterion } of stated) {
    const last = spans.at(-1);
    const name = nameOf(criterion);
    if (last?.name === name && last.to === framework.validFromYear - 1) last.to = framework.validToYear;
    else spans.push({ from: framework.validFromYear, to: framework.validToYear, name });
  }
  return spans.map(({ from, to, name }) => `${from}–${to ?? ''}: ${name}`).join('; ');
}

function toWide(code: string, stated: readonly Stated[]): WideCriterion {
  const latest = stated.at(-1)?.criterion;
  if (latest === undefined) throw new RangeError(`no framework has criterion ${code}`);
  const english = ({ nameEn, nameVi }: CriterionDefinition): string => nameEn ?? nameVi;
  return {
    code,
    column: `criterion_${code.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}`,
    label: { vi: shorten(latest.nameVi), en: shorten(english(latest)) },
    names: { vi: namesOverTime(stated, ({ nameVi }) => nameVi), en: namesOverTime(stated, english) },
  };
}

/** The parts of an index (depth 1) in any of its frameworks, oldest framework first, in print order. */
export function wideCriteria(index: string): readonly WideCriterion[] {
  const byCode = new Map<string, Stated[]>();
  for (const framework of frameworkCatalogue().frameworks(index))
    for (const criterion of framework.criteria.filter(({ depth, code }) => depth === 1 && code !== TOTAL)) {
      const stated = byCode.get(criterion.code) ?? [];
      byCode.set(criterion.code, [...stated, { framework, criterion }]);
    }
  return [...byCode].map(([code, stated]) => toWide(code, stated));
}
