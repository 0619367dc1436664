import type { SheetKey, ScoreKey } from './score.store';
import type { AnyScore } from './stated-score';

/** A value that is computed again from its parts as they were recorded at an instant. */
export interface DerivedKey extends SheetKey {
  readonly provinceId: string;
  readonly criterion: string;
  readonly recordedAt: string;
}

export type ScoreIdentity =
  { readonly kind: 'STATED'; readonly key: ScoreKey } | { readonly kind: 'DERIVED'; readonly key: DerivedKey };

/**
 * Key of a score in the graph. Stated: publication, unit, criterion (`scores-17:62@2004-01-01:5.1`). Derived: index, year, unit,
 * criterion and the instant at which the last of its parts was recorded, so that the key keeps meaning the same value.
 */
export function scoreId(score: AnyScore): string {
  const { provinceId, criterion } = score;
  return score.status === 'DERIVED'
    ? `derived:${score.index}:${score.year}:${provinceId}:${criterion}:${score.recordedAt}`
    : `${score.publication}:${provinceId}:${criterion}`;
}

const STATED = /^scores-(\d{1,15}):([^:]+):([^:]+)$/;
const DERIVED = /^derived:([^:]+):(\d{4}):([^:]+):([^:]+):(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)$/;

/** What an id names, or null for a text that is none. */
export function parseScoreId(id: string): ScoreIdentity | null {
  const [, sequence, ...stated] = STATED.exec(id) ?? [];
  if (sequence !== undefined) {
    const [provinceId = '', criterion = ''] = stated;
    return { kind: 'STATED', key: { sequence: Number(sequence), provinceId, criterion } };
  }
  const [, index, year, provinceId = '', criterion = '', recordedAt = ''] = DERIVED.exec(id) ?? [];
  if (index === undefined) return null;
  return { kind: 'DERIVED', key: { index, year: Number(year), provinceId, criterion, recordedAt } };
}
