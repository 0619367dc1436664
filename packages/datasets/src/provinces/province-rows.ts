import {
  PROVINCE_KINDS,
  REGIONS,
  type IsoDate,
  type ProvinceCode,
  type ProvinceId,
  type ProvinceKind,
  type Region,
} from '@lientinh/contracts';
import { z } from 'zod';
import { isoDate, optionalIsoDate, readDataRows, requiredText } from '../csv-rows';

/** A province or centrally-run city as it was over one stretch of time. */
export interface ProvinceRecord {
  /** `<code>@<first day>`, for example `24@2004-01-01`. */
  readonly id: ProvinceId;
  /** Code of the statistics office; means a unit only together with a day. */
  readonly code: ProvinceCode;
  /** Unique among the units in force on a day. */
  readonly slug: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly kind: ProvinceKind;
  readonly region: Region;
  readonly validFrom: IsoDate;
  /** Last day; null while in force. */
  readonly validTo: IsoDate | null;
}

/** A whole unit that went into another on a day. */
export interface LineageStep {
  readonly predecessorId: ProvinceId;
  readonly successorId: ProvinceId;
  /** First day of the successor. */
  readonly effectiveOn: IsoDate;
  /** The resolution, for example `Nghị quyết 202/2025/QH15`. */
  readonly legalBasis: string;
}

/** One spelling of a unit's name. */
export interface ProvinceAlias {
  readonly provinceId: ProvinceId;
  readonly alias: string;
}

const code = z.string().regex(/^\d{2}$/);

/** The key of a unit: its code and its first day. */
export function provinceIdOf(provinceCode: ProvinceCode, validFrom: IsoDate): ProvinceId {
  return `${provinceCode}@${validFrom}`;
}

const PROVINCE_ROW = z
  .object({
    code,
    slug: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    name_vi: requiredText,
    name_en: requiredText,
    kind: z.enum(PROVINCE_KINDS),
    region: z.enum(REGIONS),
    valid_from: isoDate,
    valid_to: optionalIsoDate,
  })
  .transform((row): ProvinceRecord => ({
    id: provinceIdOf(row.code, row.valid_from),
    code: row.code,
    slug: row.slug,
    nameVi: row.name_vi,
    nameEn: row.name_en,
    kind: row.kind,
    region: row.region,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));

const LINEAGE_ROW = z
  .object({
    predecessor_code: code,
    predecessor_valid_from: isoDate,
    successor_code: code,
    successor_valid_from: isoDate,
    effective_on: isoDate,
    legal_basis: requiredText,
  })
  .transform((row): LineageStep => ({
    predecessorId: provinceIdOf(row.predecessor_code, row.predecessor_valid_from),
    successorId: provinceIdOf(row.successor_code, row.successor_valid_from),
    effectiveOn: row.effective_on,
    legalBasis: row.legal_basis,
  }));

const ALIAS_ROW = z
  .object({ code, alias: requiredText, valid_from: isoDate })
  .transform((row): ProvinceAlias => ({ provinceId: provinceIdOf(row.code, row.valid_from), alias: row.alias }));

/** Every unit since 2004-01-01, by code and first day. */
export function readProvinces(): readonly ProvinceRecord[] {
  return readDataRows('reference/provinces.csv', PROVINCE_ROW);
}

/** Every merger, renaming and change of kind of a whole unit. */
export function readLineage(): readonly LineageStep[] {
  return readDataRows('reference/province_lineage.csv', LINEAGE_ROW);
}

/** Every known spelling of a unit's name. */
export function readProvinceAliases(): readonly ProvinceAlias[] {
  return readDataRows('reference/province_aliases.csv', ALIAS_ROW);
}
