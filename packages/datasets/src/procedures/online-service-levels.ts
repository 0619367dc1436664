import type { IsoDate } from '@lientinh/contracts';
import { z } from 'zod';
import { optionalIsoDate, optionalText, readDataRows, requiredText } from '../csv-rows';
import { parsedOnce } from '../parsed-once';

/** A level of online service, as a decree defines it for a stretch of time. */
export interface OnlineServiceLevelRow {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  /** Number of the decree; null for NONE, which no decree defines. */
  readonly decree: string | null;
  /** First and last day in force; null is open. */
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
  /** Filing is possible online. */
  readonly online: boolean;
  /** Every step is online. */
  readonly fullyOnline: boolean;
  /** Level of the following decree that stands for this one in a comparison; null when nothing followed. */
  readonly mapsTo: string | null;
}

const truth = z.enum(['true', 'false']).transform((text) => text === 'true');

const LEVEL_ROW = z
  .object({
    code: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
    name_vi: requiredText,
    name_en: requiredText,
    decree: optionalText,
    valid_from: optionalIsoDate,
    valid_to: optionalIsoDate,
    online: truth,
    fully_online: truth,
    maps_to: optionalText,
  })
  .transform((row): OnlineServiceLevelRow => ({
    code: row.code,
    nameVi: row.name_vi,
    nameEn: row.name_en,
    decree: row.decree,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    online: row.online,
    fullyOnline: row.fully_online,
    mapsTo: row.maps_to,
  }));

/** Levels 1 to 4 of Decree 43/2011/NĐ-CP, those of Decree 42/2022/NĐ-CP, and NONE; in file order. A later rule is a new row. */
export const onlineServiceLevels = parsedOnce(() => readDataRows('reference/online_service_levels.csv', LEVEL_ROW));

/** How soon a procedure has to be in the national database. */
export interface PublicationLimit {
  /** For a procedure made under the shortened lawmaking procedure. */
  readonly shortened: boolean;
  /** Working days after the day of the decision. */
  readonly workingDays: number;
  /** Days of decision for which it holds; null is open. */
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
  readonly source: string;
}

const LIMIT_ROW = z
  .object({
    shortened: truth,
    working_days: z.string().regex(/^\d+$/).transform(Number),
    valid_from: optionalIsoDate,
    valid_to: optionalIsoDate,
    source: requiredText,
  })
  .transform((row): PublicationLimit => ({
    shortened: row.shortened,
    workingDays: row.working_days,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    source: row.source,
  }));

/** The limits for publishing a procedure, with their time of effect. */
export const publicationLimits = parsedOnce(() =>
  readDataRows('reference/procedure_publication_limits.csv', LIMIT_ROW),
);
