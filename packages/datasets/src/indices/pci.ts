import { z } from 'zod';
import { optionalNumber, readDataRows, requiredText, year } from '../csv-rows';
import { TOTAL, coversYear, type CriterionRow } from './criterion-row';
import { CRITERION_FILE_ROW } from './papi';
import type { FrameworkVersion, IndexSource } from './index-source';

const WEIGHT_ROW = z
  .object({ criterion_code: requiredText, valid_from_year: year, valid_to_year: year, weight_pct: optionalNumber })
  .transform((row): PciWeight => ({
    criterion: row.criterion_code,
    validFromYear: row.valid_from_year,
    validToYear: row.valid_to_year,
    weightPercent: row.weight_pct ?? 0,
  }));

/** Share of a sub-index in the published total over some years, in percent; recovered from the figures up to 2016. */
export interface PciWeight {
  readonly criterion: string;
  readonly validFromYear: number;
  readonly validToYear: number;
  readonly weightPercent: number;
}

/** The known weights of the PCI; 2005 has none, for they are not round numbers. */
export function pciWeights(): readonly PciWeight[] {
  return readDataRows('reference/pci_weights.csv', WEIGHT_ROW);
}

function readPciRows(): readonly CriterionRow[] {
  const rows = readDataRows('reference/pci_framework.csv', CRITERION_FILE_ROW).map((row): CriterionRow => {
    return {
      code: row.criterion_code,
      parentCode: row.parent_code,
      nameVi: row.name_vi,
      nameEn: row.name_en,
      maxScore: row.max_score,
      depth: row.parent_code === null ? 0 : 1,
      validFromYear: row.valid_from_year,
      validToYear: row.valid_to_year,
      derivation: null,
    };
  });
  return [...rows.filter((row) => row.code === TOTAL), ...rows.filter((row) => row.code !== TOTAL)];
}

/** Weight regimes begin in 2005 and wherever a weight row begins; the last is open. */
function pciVersions(rows: readonly CriterionRow[]): readonly FrameworkVersion[] {
  const first = Math.min(...rows.map((row) => row.validFromYear));
  const starts = [...new Set([first, ...pciWeights().map((weight) => weight.validFromYear)])].sort((a, b) => a - b);
  return starts.map((validFromYear, place) => {
    const next = starts[place + 1];
    return { version: `PCI-${validFromYear}`, validFromYear, validToYear: next === undefined ? null : next - 1 };
  });
}

/** PCI: sub-indices keep their meaning within a row; the published total changes with its weights. */
export function pciSource(): IndexSource {
  const rows = readPciRows();
  const versions = pciVersions(rows);
  return {
    index: 'PCI',
    rows,
    versions,
    totalRule: 'PUBLISHED',
    signatureOf: (code, inspected) => {
      const own = rows.find((row) => row.code === code && coversYear(row, inspected));
      if (own === undefined) return null;
      if (code === TOTAL) return versions.find((version) => coversYear(version, inspected))?.version ?? null;
      return `${code}@${own.validFromYear}`;
    },
    reasonFor: (code, changed) =>
      code === TOTAL
        ? {
            vi: `Trọng số của các chỉ số thành phần PCI thay đổi từ năm ${changed}`,
            en: `The weights of the PCI sub-indices change from ${changed}`,
          }
        : {
            vi: `Chỉ số thành phần ${code} đổi ý nghĩa từ năm ${changed}`,
            en: `Sub-index ${code} has another meaning from ${changed}`,
          },
  };
}
