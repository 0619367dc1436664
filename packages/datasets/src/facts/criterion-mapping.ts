/** Criterion code of the product for a criterion of the fact collection; see `data/SOURCES.md` for the collection's codes. */
export type CriterionMapping =
  { readonly criterion: string } | { readonly unmapped: 'OTHER_SCALE' | 'CRITERION_NOT_IN_FRAMEWORK' };

const PAR_INDEX_PARTS: Readonly<Record<string, string>> = {
  LV1_CHI_DAO: '1',
  LV2_THE_CHE: '2',
  LV3_TTHC: '3',
  LV4_BO_MAY: '4',
  LV5_CONG_VU: '5',
  LV6_TAI_CHINH: '6',
  LV7_CHINH_QUYEN_SO: '7',
  TAC_DONG_SIPAS: '8.SIPAS',
  TAC_DONG_KTXH: '8.KTXH',
};

const NUMBERED_PART = /^(?:D|CSTP)(\d{1,2})$/u;

/**
 * `D1` → `1` (PAPI), `CSTP1` → `1` (PCI), `LV1_CHI_DAO` → `1` (PAR INDEX); TOTAL and the pillars of DTI keep their codes.
 * Area indices in percent (`LV3_TTHC_PCT`) state a criterion on another scale than its points.
 */
export function mapCriterion(index: string, criterion: string): CriterionMapping {
  if (criterion === 'TOTAL') return { criterion };
  if (index === 'PAPI' || index === 'PCI') {
    const number = NUMBERED_PART.exec(criterion)?.[1];
    return number === undefined ? { unmapped: 'CRITERION_NOT_IN_FRAMEWORK' } : { criterion: number };
  }
  if (index === 'PAR_INDEX') {
    if (criterion.endsWith('_PCT')) return { unmapped: 'OTHER_SCALE' };
    const part = PAR_INDEX_PARTS[criterion];
    return part === undefined ? { unmapped: 'CRITERION_NOT_IN_FRAMEWORK' } : { criterion: part };
  }
  return { criterion };
}
