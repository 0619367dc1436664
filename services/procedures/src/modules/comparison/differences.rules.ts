import { newestLevel } from '../offering/online-service.rules';
import type { ProcedureOffering } from '../offering/offering.types';
import { FILING_MODES } from '../vocabulary/vocabulary.types';
import type { FieldDifference } from './comparison.types';

type Reading = readonly [field: string, read: (offering: ProcedureOffering) => string | null];

const text = (value: string | number | boolean | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

/** Fields in which catalogues are compared. Decisions and days differ by their nature and are not among them. */
const READINGS: readonly Reading[] = [
  ['name', ({ printedName }) => printedName],
  ['field', ({ printedField }) => printedField],
  ['level', ({ level }) => level],
  ['authority', ({ printedAuthority }) => printedAuthority],
  ['onlineService', ({ onlineService }) => newestLevel(onlineService.code).code],
  ['interlinked', ({ interlinked }) => interlinked],
  ['oneStop', ({ oneStop }) => text(oneStop)],
  ['onlinePayment', ({ onlinePayment }) => text(onlinePayment)],
  ...FILING_MODES.flatMap((mode): Reading[] => [
    [`ways.${mode}`, ({ ways }) => text(ways.some((way) => way.mode === mode))],
    [`ways.${mode}.processingDays`, ({ ways }) => text(ways.find((way) => way.mode === mode)?.processingDays)],
    [`ways.${mode}.feeVnd`, ({ ways }) => text(ways.find((way) => way.mode === mode)?.feeVnd)],
  ]),
];

/** The fields in which offerings of one procedure differ; a province without an offering differs in nothing. */
export function fieldDifferences(offerings: readonly (ProcedureOffering | null)[]): FieldDifference[] {
  return READINGS.flatMap(([field, read]) => {
    const values = offerings.map((offering) => (offering === null ? null : read(offering)));
    const stated = values.filter((_, place) => offerings[place] !== null);
    return new Set(stated).size > 1 ? [{ field, values }] : [];
  });
}
