import { z } from 'zod';
import { optionalNumber, optionalText, optionalYear, readDataRows, requiredText, year } from '../csv-rows';
import { TOTAL, coversYear, type CriterionRow } from './criterion-row';
import { CRITERION_FILE_ROW } from './papi';
import type { IndexCode } from './index-definitions';
import type { FrameworkVersion, IndexSource } from './index-source';
import { versionsFromSpans } from './version-spans';

const VERSION_YEARS_ROW = z
  .object({ framework_version: requiredText, valid_from_year: year, valid_to_year: optionalYear })
  .transform((row): FrameworkVersion => ({
    version: row.framework_version,
    validFromYear: row.valid_from_year,
    validToYear: row.valid_to_year,
  }));

const VERSIONED_CRITERION_ROW = z.object({
  framework_version: requiredText,
  code: requiredText,
  parent_code: optionalText,
  name_vi: requiredText,
  max_score: optionalNumber,
});

const ENGLISH_NAME_ROW = z.object({
  index_code: requiredText,
  framework_version: requiredText,
  code: requiredText,
  name_en: requiredText,
});

const DECISION_ROW = z.object({ framework_version: requiredText, decision: requiredText });

function readEnglishNames(): ReadonlyMap<string, string> {
  const rows = readDataRows('reference/criterion_names_en.csv', ENGLISH_NAME_ROW);
  return new Map(rows.map((row) => [`${row.framework_version} ${row.code}`, row.name_en]));
}

/** Each version states its own TOTAL of 100 and, where a source prints them, its criteria. */
function rowsOfVersions(
  file: string,
  versions: readonly FrameworkVersion[],
  total: { readonly nameVi: string; readonly nameEn: string },
): readonly CriterionRow[] {
  const criteria = readDataRows(file, VERSIONED_CRITERION_ROW);
  const englishNames = readEnglishNames();
  return versions.flatMap(({ version, validFromYear, validToYear }): readonly CriterionRow[] => {
    const span = { validFromYear, validToYear, derivation: null };
    const own = criteria.filter((row) => row.framework_version === version);
    return [
      { code: TOTAL, parentCode: null, ...total, maxScore: 100, depth: 0, ...span },
      ...own.map((row) => ({
        code: row.code,
        parentCode: row.parent_code ?? TOTAL,
        nameVi: row.name_vi,
        nameEn: englishNames.get(`${version} ${row.code}`) ?? null,
        maxScore: row.max_score,
        depth: row.parent_code === null ? 1 : 2,
        ...span,
      })),
    ];
  });
}

function versionedSource(
  index: IndexCode,
  rows: readonly CriterionRow[],
  versions: readonly FrameworkVersion[],
  reasonFor: IndexSource['reasonFor'],
): IndexSource {
  return {
    index,
    rows,
    versions,
    totalRule: 'PUBLISHED',
    signatureOf: (code, inspected) => {
      const own = rows.find((row) => row.code === code && coversYear(row, inspected));
      return own === undefined ? null : `${code}@${own.validFromYear}`;
    },
    reasonFor,
  };
}

/** PAR INDEX: every decision of the Ministry of Home Affairs starts a new set of criteria. */
export function parIndexSource(): IndexSource {
  const versions = readDataRows('reference/par_index_framework_years.csv', VERSION_YEARS_ROW);
  const decisions = new Map(
    readDataRows('reference/par_index_framework_versions.csv', DECISION_ROW).map((row) => [
      row.framework_version,
      row.decision,
    ]),
  );
  const total = { nameVi: 'Chỉ số cải cách hành chính', nameEn: 'Public Administration Reform Index' };
  const rows = rowsOfVersions('reference/par_index_framework.csv', versions, total);
  return versionedSource('PAR_INDEX', rows, versions, (_code, changed) => {
    const version = versions.find((candidate) => coversYear(candidate, changed))?.version ?? '';
    const decision = decisions.get(version) ?? version;
    return {
      vi: `Bộ tiêu chí mới theo Quyết định ${decision} áp dụng từ năm ${changed}`,
      en: `New set of criteria of Decision ${decision} from ${changed}`,
    };
  });
}

/** SIPAS: the factors of 2017 and the contents of 2022; no source prints maxima for the parts. */
export function sipasSource(): IndexSource {
  const versions = readDataRows('reference/sipas_framework_years.csv', VERSION_YEARS_ROW);
  const total = { nameVi: 'Chỉ số hài lòng chung', nameEn: 'Overall satisfaction' };
  const rows = rowsOfVersions('reference/sipas_framework.csv', versions, total);
  return versionedSource('SIPAS', rows, versions, (_code, changed) => ({
    vi: `Phương pháp đo lường sự hài lòng mới áp dụng từ năm ${changed}`,
    en: `New method of measuring satisfaction from ${changed}`,
  }));
}

/** DTI: the index and its three pillars on a scale of 0 to 1, since 2020. */
export function dtiSource(): IndexSource {
  const rows = readDataRows('reference/dti_framework.csv', CRITERION_FILE_ROW).map((row): CriterionRow => {
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
  return versionedSource('DTI', rows, versionsFromSpans('DTI', rows), (code, changed) => ({
    vi: `Tiêu chí ${code} thay đổi từ năm ${changed}`,
    en: `Criterion ${code} changes from ${changed}`,
  }));
}
