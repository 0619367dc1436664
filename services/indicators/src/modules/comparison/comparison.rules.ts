import type { CriterionInFramework } from '../framework/framework-lookup.rules';
import { toCriterion } from '../framework/framework.types';
import { subtractDecimals, toFloat, type Decimal } from '../numbers/decimal.rules';
import type { ProvinceColumn } from '../province/column.rules';
import type { ScoreSheet } from '../score/score-sheet.rules';
import { toScore, toSource } from '../score/score.types';
import type { AnyScore } from '../score/stated-score';
import { compareMeanings } from './comparability.rules';
import type { ComparisonCell, ComparisonRow } from './comparison.types';
import { missingReason } from './missing.rules';

/** What a table is made of. */
export interface ComparisonContent {
  readonly sheet: ScoreSheet;
  readonly baseline: ScoreSheet | null;
  readonly columns: readonly ProvinceColumn[];
  readonly criteria: readonly CriterionInFramework[];
  readonly recordedAsOf: string | null;
  /** Whether the reader may see a figure. */
  readonly sees: (figure: AnyScore) => boolean;
}

/** The rows of the table, in the order of the criteria. */
export function compareCriteria(content: ComparisonContent): ComparisonRow[] {
  return content.criteria.map((criterion) => {
    const { code } = criterion.definition;
    const national = content.sheet.national(code);
    const { baseline, sheet } = content;
    const comparable = baseline !== null && compareMeanings(sheet.index, code, baseline.year, sheet.year).comparable;
    const fill = { ...content, criterion, best: national.best, baseline: comparable ? baseline : null };
    return {
      criterion: toCriterion(criterion),
      cells: content.columns.map((column) => fillCell(fill, column)),
      nationalMedian: floatOrNull(national.median),
      nationalBest: floatOrNull(national.best),
      nationalCount: national.count,
    };
  });
}

interface RowContent extends ComparisonContent {
  readonly criterion: CriterionInFramework;
  readonly best: Decimal | null;
}

function floatOrNull(value: Decimal | null): number | null {
  return value === null ? null : toFloat(value);
}

function difference(a: Decimal | undefined, b: Decimal | null | undefined): number | null {
  return a === undefined || b === null || b === undefined ? null : toFloat(subtractDecimals(a, b));
}

function fillCell(row: RowContent, column: ProvinceColumn): ComparisonCell {
  const { sheet, criterion } = row;
  const { code, maxScore } = criterion.definition;
  const unit = column.figures;
  const figure = unit === null ? null : sheet.counted(unit.id, code);
  const placement = figure === null ? null : sheet.placement(figure);
  const claim = unit === null ? null : findClaim(row, unit.id);
  const cell = { index: sheet.index, year: sheet.year, criterion: code };
  return {
    province: { id: column.unit.id },
    value: floatOrNull(figure?.value ?? null),
    maxScore: figure?.maxScore ?? (sheet.framework === criterion.framework ? maxScore : null),
    rank: placement?.rank ?? null,
    rankedAmong: placement?.rankedAmong ?? null,
    ...changeOf(row, column, figure, placement?.rank ?? null),
    gapToBest: figure === null ? null : difference(row.best ?? undefined, figure.value),
    status: figure?.status ?? null,
    selfAssessed: floatOrNull(claim?.value ?? null),
    selfAssessedGap: difference(figure?.value, claim?.value),
    missing: figure === null ? missingReason(cell, unit, column.constituents.length > 0) : null,
    source: figure === null ? null : toSource(figure),
    otherValues: otherFigures(row, column, figure).map((other) => toScore(other, row.recordedAsOf)),
  };
}

/** What the province claimed for itself, if the reader may see it: its own figure before one that others report, of those the latest. */
function findClaim({ sheet, criterion, sees }: RowContent, provinceId: string): AnyScore | null {
  const claims = sheet
    .stated(provinceId, criterion.definition.code)
    .filter((score) => score.status === 'SELF_ASSESSED' && sees(score));
  const own = claims.find(({ standing }) => standing === 'OFFICIAL');
  return own ?? [...claims].sort((a, b) => b.sequence - a.sequence)[0] ?? null;
}

function changeOf(
  { baseline, criterion }: RowContent,
  { baselineFigures }: ProvinceColumn,
  figure: AnyScore | null,
  rank: number | null,
): Pick<ComparisonCell, 'change' | 'rankChange'> {
  if (baseline === null || baselineFigures === null || figure === null) return { change: null, rankChange: null };
  const before = baseline.counted(baselineFigures.id, criterion.definition.code);
  if (before === null) return { change: null, rankChange: null };
  const rankBefore = baseline.placement(before)?.rank ?? null;
  return {
    change: difference(figure.value, before.value),
    rankChange: rank === null || rankBefore === null ? null : rankBefore - rank,
  };
}

function otherFigures(
  { sheet, criterion, sees }: RowContent,
  { figures, constituents }: ProvinceColumn,
  counted: AnyScore | null,
): readonly AnyScore[] {
  const { code } = criterion.definition;
  if (figures === null) return constituents.flatMap(({ id }) => sheet.counted(id, code) ?? []);
  return sheet
    .stated(figures.id, code)
    .filter((score) => score !== counted && sees(score))
    .sort((a, b) => a.sequence - b.sequence);
}
