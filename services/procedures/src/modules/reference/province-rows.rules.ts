import type { ProvinceCatalogue, ProvinceRecord } from '@lientinh/datasets';

/** A unit with the code and names of the unit of today that has its territory. */
export interface ProvinceRow extends ProvinceRecord {
  readonly currentCode: string;
  readonly currentNameVi: string;
  readonly currentNameEn: string;
}

/** Every unit with the one that it went into in the end: itself while in force. */
export function provinceRows({ all, lineage }: Pick<ProvinceCatalogue, 'all' | 'lineage'>): readonly ProvinceRow[] {
  const byId = new Map(all.map((province) => [province.id, province]));
  const successors = new Map(lineage.map(({ predecessorId, successorId }) => [predecessorId, byId.get(successorId)]));
  const currentOf = (province: ProvinceRecord): ProvinceRecord => {
    const next = successors.get(province.id);
    return next === undefined ? province : currentOf(next);
  };
  return all.map((province) => {
    const current = currentOf(province);
    return { ...province, currentCode: current.code, currentNameVi: current.nameVi, currentNameEn: current.nameEn };
  });
}
