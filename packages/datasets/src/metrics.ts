import { z } from 'zod';
import { readDataRows, requiredText } from './csv-rows';
import { parsedOnce } from './parsed-once';

const REFORM_AREAS = [
  'INSTITUTIONS',
  'PROCEDURES',
  'ORGANISATION',
  'CIVIL_SERVICE',
  'PUBLIC_FINANCE',
  'DIGITAL_GOVERNMENT',
  'STEERING',
  'ONE_STOP',
] as const;
const METRIC_UNITS = ['PERCENT', 'SCORE', 'RANK', 'RANK_STEP', 'COUNT', 'DAYS'] as const;

/** Something that plans set targets for, under one name whatever the wording. */
export interface MetricDefinition {
  readonly code: string;
  readonly nameVi: string;
  readonly unit: (typeof METRIC_UNITS)[number];
  readonly direction: 'HIGHER_BETTER' | 'LOWER_BETTER';
  /** Area of reform in which plans usually print it. */
  readonly usualArea: (typeof REFORM_AREAS)[number];
  readonly definitionVi: string;
  /** Codes of metrics that read alike and mean something else. */
  readonly notToBeConfusedWith: readonly string[];
}

const METRIC_ROW = z
  .object({
    code: z.string().regex(/^[A-Z][A-Z0-9_]+$/),
    name_vi: requiredText,
    unit: z.enum(METRIC_UNITS),
    direction: z.enum(['HIGHER_BETTER', 'LOWER_BETTER']),
    usual_area: z.enum(REFORM_AREAS),
    definition_vi: requiredText,
    not_to_be_confused_with: z.string(),
  })
  .transform((row): MetricDefinition => ({
    code: row.code,
    nameVi: row.name_vi,
    unit: row.unit,
    direction: row.direction,
    usualArea: row.usual_area,
    definitionVi: row.definition_vi,
    notToBeConfusedWith: Object.freeze(row.not_to_be_confused_with.split(' ').filter((code) => code !== '')),
  }));

/** The metrics of reform plans, in file order. */
export const metricDefinitions = parsedOnce(() => readDataRows('reference/metrics.csv', METRIC_ROW));
