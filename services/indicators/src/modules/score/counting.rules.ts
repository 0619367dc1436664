import type { CriterionDefinition } from '@lientinh/datasets';
import { sumDecimals } from '../numbers/decimal.rules';
import type { AnyScore, DerivedScore, StatedScore } from './stated-score';

/** True for the figures that ranks and national values are made of: published by the owner of the index, or summed from such. */
export function isOfficial(score: AnyScore): boolean {
  return score.status === 'DERIVED'
    ? score.fromOfficial
    : score.status === 'PUBLISHED' && score.standing === 'OFFICIAL';
}

function latest(scores: readonly StatedScore[]): StatedScore | null {
  return scores.reduce<StatedScore | null>(
    (best, score) => (best === null || score.sequence > best.sequence ? score : best),
    null,
  );
}

/**
 * The figure that counts for a cell: published by the owner of the index; else summed from the owner's figures; else published as some
 * source reports it (the latest recorded); else summed from reported figures; else appraised, official before reported. What a province
 * claims for itself never counts.
 */
export function chooseCounted(stated: readonly StatedScore[], derived: DerivedScore | null): AnyScore | null {
  const lane = (status: StatedScore['status'], standing: StatedScore['standing']): StatedScore | null =>
    latest(stated.filter((score) => score.status === status && score.standing === standing));
  return (
    lane('PUBLISHED', 'OFFICIAL') ??
    (derived?.fromOfficial === true ? derived : null) ??
    lane('PUBLISHED', 'REPORTED') ??
    derived ??
    lane('APPRAISED', 'OFFICIAL') ??
    lane('APPRAISED', 'REPORTED')
  );
}

/** The exact sum of the parts, if the framework defines one and every part has a published or derived value; else null. */
export function deriveSum(
  criterion: CriterionDefinition,
  cell: { readonly index: string; readonly year: number; readonly provinceId: string },
  parts: readonly (AnyScore | null)[],
): DerivedScore | null {
  if (criterion.derivation !== 'SUM_OF_CHILDREN' || parts.length === 0) return null;
  const present = parts.filter((part): part is AnyScore => part?.status === 'PUBLISHED' || part?.status === 'DERIVED');
  if (present.length < parts.length) return null;
  return {
    ...cell,
    criterion: criterion.code,
    status: 'DERIVED',
    value: sumDecimals(present.map(({ value }) => value)),
    maxScore: criterion.maxScore,
    fromOfficial: present.every(isOfficial),
    recordedAt: present.map(({ recordedAt }) => recordedAt).reduce((a, b) => (a > b ? a : b)),
  };
}
