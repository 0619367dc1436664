import type { ScoreSheet } from './score-sheet.rules';
import type { AnyScore } from './stated-score';

/** A figure with a rank, and its place in the order: rank, then unit. */
export interface RankedScore {
  readonly figure: AnyScore;
  readonly key: readonly [rank: number, provinceId: string];
}

/** The figures of a criterion that have a rank, best first. Among ranks that sources print, figures with no rank are left out. */
export function rankedScores(sheet: ScoreSheet, criterion: string): readonly RankedScore[] {
  const { isComplete, ranks } = sheet.national(criterion);
  return sheet
    .countedScores(criterion)
    .filter(({ provinceId }) => !isComplete || ranks.has(provinceId))
    .flatMap((figure): RankedScore[] => {
      const placement = sheet.placement(figure);
      return placement === null ? [] : [{ figure, key: [placement.rank, figure.provinceId] }];
    })
    .sort((a, b) => a.key[0] - b.key[0] || (a.key[1] < b.key[1] ? -1 : 1));
}
