import { z } from 'zod';
import { optionalNumber, optionalText, readDataRows, requiredText } from './csv-rows';
import { parsedOnce } from './parsed-once';

/** A state of a dossier in the exchange of the national public service portal. */
export interface DossierStatus {
  readonly code: number;
  readonly nameVi: string;
}

/** A group of the indicators of Decision 766/QĐ-TTg, scored monthly, 100 points in all. */
export interface PublicServiceIndicator {
  readonly code: string;
  readonly nameVi: string;
  readonly maxScore: number;
}

/** A part of the PAR INDEX score as the ministry splits it by the way of assessment. */
export interface ScoreComponent {
  readonly frameworkVersion: string;
  readonly code: string;
  readonly parentCode: string | null;
  readonly nameVi: string;
  readonly maxScore: number | null;
}

const STATUS_ROW = z
  .object({ code: z.string().regex(/^\d+$/).transform(Number), name_vi: requiredText })
  .transform((row): DossierStatus => ({ code: row.code, nameVi: row.name_vi }));

const INDICATOR_ROW = z
  .object({ code: requiredText, name_vi: requiredText, max_score: z.coerce.number() })
  .transform((row): PublicServiceIndicator => ({ code: row.code, nameVi: row.name_vi, maxScore: row.max_score }));

const COMPONENT_ROW = z
  .object({
    framework_version: requiredText,
    code: requiredText,
    parent_code: optionalText,
    name_vi: requiredText,
    max_score: optionalNumber,
  })
  .transform((row): ScoreComponent => ({
    frameworkVersion: row.framework_version,
    code: row.code,
    parentCode: row.parent_code,
    nameVi: row.name_vi,
    maxScore: row.max_score,
  }));

/** The dossier states, by code. */
export const dossierStatuses = parsedOnce(() => readDataRows('reference/dossier_status.csv', STATUS_ROW));

/** The six groups of Decision 766/QĐ-TTg, by code. */
export const publicServiceIndicators = parsedOnce(() =>
  readDataRows('reference/index_766_framework.csv', INDICATOR_ROW),
);

/** Appraised points, surveys and impact within the 100 points of PAR INDEX since 2022. */
export const parIndexScoreComponents = parsedOnce(() =>
  readDataRows('reference/par_index_score_components.csv', COMPONENT_ROW),
);
