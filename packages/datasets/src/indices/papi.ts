import { z } from 'zod';
import { optionalNumber, optionalText, optionalYear, readDataRows, requiredText, year } from '../csv-rows';
import { TOTAL, coversYear, type CriterionRow } from './criterion-row';
import type { IndexSource } from './index-source';
import { versionsFromSpans } from './version-spans';

/** Row of the framework files of PAPI, PCI and DTI. */
export const CRITERION_FILE_ROW = z.object({
  criterion_code: requiredText,
  parent_code: optionalText,
  name_en: requiredText,
  name_vi: requiredText,
  valid_from_year: year,
  valid_to_year: optionalYear,
  max_score: optionalNumber,
});

const TOTAL_NAMES = { nameVi: 'Chỉ số PAPI tổng hợp (không có trọng số)', nameEn: 'PAPI (unweighted)' };

/** PAPI adds six dimensions of ten points until 2017 and eight since. */
function totalRow(validFromYear: number, validToYear: number | null, maxScore: number): CriterionRow {
  const derivation = 'SUM_OF_CHILDREN';
  return { code: TOTAL, parentCode: null, ...TOTAL_NAMES, maxScore, depth: 0, validFromYear, validToYear, derivation };
}

function readPapiRows(): readonly CriterionRow[] {
  const parts = readDataRows('reference/papi_framework.csv', CRITERION_FILE_ROW).map((row): CriterionRow => {
    return {
      code: row.criterion_code,
      parentCode: row.parent_code ?? TOTAL,
      nameVi: row.name_vi,
      nameEn: row.name_en,
      maxScore: row.max_score,
      depth: row.parent_code === null ? 1 : 2,
      validFromYear: row.valid_from_year,
      validToYear: row.valid_to_year,
      derivation: row.parent_code === null ? 'SUM_OF_CHILDREN' : null,
    };
  });
  return [totalRow(2011, 2017, 60), totalRow(2018, null, 80), ...parts];
}

/** PAPI: a dimension means what its sub-dimensions mean; the total is comparable while the numbers of both stay the same. */
export function papiSource(): IndexSource {
  const rows = readPapiRows();
  const inYear = (inspected: number): readonly CriterionRow[] => rows.filter((row) => coversYear(row, inspected));
  const signatureOf = (code: string, inspected: number): string | null => {
    const valid = inYear(inspected);
    const own = valid.find((row) => row.code === code);
    if (own === undefined) return null;
    if (code === TOTAL) return [1, 2].map((depth) => valid.filter((row) => row.depth === depth).length).join('+');
    const children = valid.filter((row) => row.parentCode === code);
    return [own, ...children].map((row) => `${row.code}@${row.validFromYear}`).join(' ');
  };
  return {
    index: 'PAPI',
    rows,
    versions: versionsFromSpans('PAPI', rows),
    totalRule: 'SUM_OF_PARTS',
    signatureOf,
    reasonFor: (code, changed) => {
      if (code === TOTAL) {
        return {
          vi: `Số trục nội dung hoặc nội dung thành phần của PAPI thay đổi từ năm ${changed}`,
          en: `The number of PAPI dimensions or sub-dimensions changes from ${changed}`,
        };
      }
      return code.includes('.')
        ? {
            vi: `Nội dung thành phần ${code} đổi ý nghĩa hoặc thang điểm từ năm ${changed}`,
            en: `Sub-dimension ${code} has another meaning or scale from ${changed}`,
          }
        : {
            vi: `Các nội dung thành phần của trục nội dung ${code} thay đổi từ năm ${changed}`,
            en: `The sub-dimensions of dimension ${code} change from ${changed}`,
          };
    },
  };
}
