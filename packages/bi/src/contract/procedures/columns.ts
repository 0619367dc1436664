import type { BiColumn, BiNavigation } from '../bi-contract';

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

/** The province of a row by its id: part of the keys. */
export const provinceId = column(
  'province_id',
  'TEXT',
  ['Khóa tỉnh', 'Province id'],
  ['Mã tỉnh và ngày đầu có hiệu lực, ví dụ 62@2004-01-01.', 'Code and first day in force: 62@2004-01-01.'],
);

/** The national code of a procedure. */
export const procedureCode = column(
  'procedure_code',
  'TEXT',
  ['Mã thủ tục', 'Procedure code'],
  ['Mã quốc gia dạng ngắn, ví dụ 1.001193.', 'National code in its short form: 1.001193.'],
);

/** Names beside the province's id, and the unit of today. */
export const provinceColumns: readonly BiColumn[] = [
  column(
    'province_code',
    'TEXT',
    ['Mã tỉnh', 'Province code'],
    [
      'Mã hai chữ số của Tổng cục Thống kê, của đơn vị tại thời điểm của dòng.',
      'Two-digit GSO code, of the unit that it was then.',
    ],
    { maxLength: 2 },
  ),
  column(
    'province_name_vi',
    'TEXT',
    ['Tên tỉnh', 'Province (Vietnamese)'],
    ['Tên tiếng Việt của đơn vị.', 'Vietnamese name of the unit.'],
    { collation: 'VIETNAMESE' },
  ),
  column(
    'province_name_en',
    'TEXT',
    ['Tên tỉnh (tiếng Anh)', 'Province (English)'],
    ['Tên tiếng Anh của đơn vị.', 'English name of the unit.'],
  ),
  column(
    'current_province_code',
    'TEXT',
    ['Mã tỉnh hiện nay', 'Current province code'],
    [
      'Mã của đơn vị hiện nay mang địa bàn này, để đặt các năm trước và sau sáp nhập trong một bảng.',
      'Code of the unit of today that has its territory: years before and after the mergers stand in one pivot.',
    ],
    { maxLength: 2 },
  ),
  column(
    'current_province_name_vi',
    'TEXT',
    ['Tên tỉnh hiện nay', 'Current province'],
    ['Tên tiếng Việt của đơn vị hiện nay.', 'Vietnamese name of the unit of today.'],
    { collation: 'VIETNAMESE' },
  ),
];

/** The publication that states a row. */
export const publicationId = column(
  'publication_id',
  'TEXT',
  ['Khóa lần công bố', 'Publication id'],
  ['Lần công bố nêu dòng này, như trong biên nhận.', 'The publication that states the row, as in its receipt.'],
);

/** Since when a row reads as it does. */
export const recordedAt = column(
  'recorded_at',
  'INSTANT',
  ['Ghi nhận lúc', 'Recorded at'],
  [
    'Từ khi nào dòng có nội dung như hiện tại (giờ UTC).',
    'Since when the platform has held the row as it reads (UTC).',
  ],
);

export const toProvince: BiNavigation = {
  name: 'province',
  target: 'provinces',
  many: false,
  nullable: false,
  on: [{ from: 'province_id', to: 'id' }],
  label: { vi: 'Tỉnh', en: 'Province' },
};

export const toPublication: BiNavigation = {
  name: 'publication',
  target: 'publications',
  many: false,
  nullable: false,
  on: [{ from: 'publication_id', to: 'id' }],
  label: { vi: 'Lần công bố', en: 'Publication' },
};
