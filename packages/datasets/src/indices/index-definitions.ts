import { z } from 'zod';
import { readDataRows, requiredText } from '../csv-rows';
import { parsedOnce } from '../parsed-once';

export const INDEX_CODES = ['PAPI', 'PCI', 'PAR_INDEX', 'SIPAS', 'DTI'] as const;
/** The indices of the product. ICT Index and the monthly 766 set are not among them: their figures are too few to compare. */
export type IndexCode = (typeof INDEX_CODES)[number];

/** One index: who publishes it and how it is read. */
export interface IndexDefinition {
  readonly code: IndexCode;
  readonly nameVi: string;
  readonly nameEn: string;
  /** Client id that publishes the scores: `papi`, `pci`, `ministry` or `dti`. */
  readonly publisher: string;
  readonly publisherName: string;
  /**
   * Decimals at which scores are published and ranks are computed. PAPI, PCI, PAR INDEX and SIPAS print two; DTI prints four
   * on its scale of 0 to 1.
   */
  readonly precision: number;
  /** SCORE for points on the index's own scale, PERCENT for a scale of 0 to 100. */
  readonly unit: 'SCORE' | 'PERCENT';
}

const INDEX_ROW = z
  .object({
    code: z.enum(INDEX_CODES),
    name_vi: requiredText,
    name_en: requiredText,
    publisher: requiredText,
    publisher_name: requiredText,
    precision: z.string().regex(/^\d$/).transform(Number),
    unit: z.enum(['SCORE', 'PERCENT']),
  })
  .transform((row): IndexDefinition => ({
    code: row.code,
    nameVi: row.name_vi,
    nameEn: row.name_en,
    publisher: row.publisher,
    publisherName: row.publisher_name,
    precision: row.precision,
    unit: row.unit,
  }));

/** The indices of the product, in display order. */
export const indexDefinitions = parsedOnce(() => readDataRows('reference/indices.csv', INDEX_ROW));

/** True for the code of an index of the product. */
export function isIndexCode(code: string): code is IndexCode {
  return INDEX_CODES.some((known) => known === code);
}
