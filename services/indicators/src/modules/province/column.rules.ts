import { referenceDayOfYear, type IsoDate, type ProvinceCode } from '@lientinh/contracts';
import { getProvince, provinceCatalogue, type ProvinceRecord } from '@lientinh/datasets';
import { sameTerritoryOn } from './province-lookup.rules';

/** A province of a table, and the units whose figures are its own. */
export interface ProvinceColumn {
  /** The province as the reader asked for it. */
  readonly unit: ProvinceRecord;
  /** The unit of the year with the same territory; null when there was none. */
  readonly figures: ProvinceRecord | null;
  /** The same in the baseline year. */
  readonly baselineFigures: ProvinceRecord | null;
  /** The units of the year that the province was made of since; empty unless there are several. */
  readonly constituents: readonly ProvinceRecord[];
}

/** How codes become columns. */
export interface ColumnChoice {
  readonly year: number;
  readonly baselineYear: number | null;
  /** HISTORICAL: codes mean the units of the year. CURRENT: those in force today. */
  readonly boundaries: 'HISTORICAL' | 'CURRENT';
  readonly today: IsoDate;
}

/** The columns of the codes, each once, in their order; throws PROVINCE_UNKNOWN. */
export function toColumns(codes: readonly ProvinceCode[], choice: ColumnChoice): readonly ProvinceColumn[] {
  const day = referenceDayOfYear(choice.year);
  return [...new Set(codes)].map((code) => {
    const unit = getProvince(code, choice.boundaries === 'CURRENT' ? choice.today : day);
    const constituents = provinceCatalogue().constituents(unit.id, day);
    return {
      unit,
      figures: sameTerritoryOn(unit, day),
      baselineFigures:
        choice.baselineYear === null ? null : sameTerritoryOn(unit, referenceDayOfYear(choice.baselineYear)),
      constituents: constituents.length > 1 ? constituents : [],
    };
  });
}
