import { referenceDayOfYear } from '@lientinh/contracts';
import { frameworkCatalogue, provinceCatalogue, type ProvinceRecord } from '@lientinh/datasets';
import { toFloat } from '../numbers/decimal.rules';
import { sameTerritoryOn } from '../province/province-lookup.rules';
import type { ScoreSheet } from '../score/score-sheet.rules';
import { missingReason } from './missing.rules';
import type { Series, SeriesPoint } from './series.types';

/** A province's values of one criterion over the years of `sheets` (ascending), renamings followed, mergers not. */
export function toSeries(unit: ProvinceRecord, criterion: string, sheets: readonly ScoreSheet[]): Series {
  return { province: { id: unit.id }, points: sheets.map((sheet) => toPoint(unit, criterion, sheet)) };
}

function toPoint(unit: ProvinceRecord, criterion: string, sheet: ScoreSheet): SeriesPoint {
  const { index, year } = sheet;
  const day = referenceDayOfYear(year);
  const then = sameTerritoryOn(unit, day);
  const figure = then === null ? null : sheet.counted(then.id, criterion);
  const placement = figure === null ? null : sheet.placement(figure);
  const isMerged = provinceCatalogue().constituents(unit.id, day).length > 1;
  return {
    year,
    value: figure === null ? null : toFloat(figure.value),
    rank: placement?.rank ?? null,
    rankedAmong: placement?.rankedAmong ?? null,
    methodologyBreak: frameworkCatalogue()
      .methodologyBreaks(index, criterion)
      .some((item) => item.year === year),
    status: figure?.status ?? null,
    missing: figure === null ? missingReason({ index, year, criterion }, then, isMerged) : null,
  };
}
