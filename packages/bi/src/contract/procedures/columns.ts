import type { BiColumn } from '../bi-contract';

/** A column whose two texts are given as pairs: Vietnamese, English. Not null unless `more` says so. */
export function column(
  name: string,
  type: BiColumn['type'],
  [labelVi, labelEn]: readonly [string, string],
  [vi, en]: readonly [string, string],
  more: Partial<BiColumn> = {},
): BiColumn {
  return { name, type, nullable: false, label: { vi: labelVi, en: labelEn }, description: { vi, en }, ...more };
}

/** The national code of a procedure. */
export const procedureCode = column(
  'procedure_code',
  'TEXT',
  ['Mã thủ tục', 'Procedure code'],
  ['Mã quốc gia dạng ngắn, ví dụ 1.001193.', 'National code in its short form: 1.001193.'],
);
