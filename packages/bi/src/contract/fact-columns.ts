import type { BiColumn, BiNavigation } from './bi-contract';
import { codeColumn, instantColumn, oneRow, wholeColumn, wordsColumn, type ColumnFacets } from './column-kinds';

/** What the province's row says, repeated in every row about it. */
const repeats = (column: string): ColumnFacets => ({ repeats: { navigation: 'province', column } });

/** The province that a row is about, as it was then, and the unit of today that has its territory. */
export const provinceColumns: readonly BiColumn[] = [
  codeColumn(
    'province_id',
    { vi: 'Khóa tỉnh', en: 'Province id' },
    {
      vi: 'Đơn vị khi có dữ liệu: mã và ngày đầu có hiệu lực, ví dụ 62@2004-01-01.',
      en: 'The unit at that time: code and first day in force, such as 62@2004-01-01.',
    },
  ),
  codeColumn(
    'province_code',
    { vi: 'Mã tỉnh', en: 'Province code' },
    {
      vi: 'Mã hai chữ số của Tổng cục Thống kê của đơn vị đó.',
      en: 'Two-digit code of the General Statistics Office (GSO) of that unit.',
    },
    { maxLength: 2, ...repeats('code') },
  ),
  wordsColumn(
    'province_name_vi',
    { vi: 'Tên tỉnh', en: 'Province (Vietnamese)' },
    { vi: 'Tên tiếng Việt của đơn vị đó.', en: 'Vietnamese name of that unit.' },
    repeats('name_vi'),
  ),
  wordsColumn(
    'province_name_en',
    { vi: 'Tên tỉnh (tiếng Anh)', en: 'Province' },
    { vi: 'Tên tiếng Anh của đơn vị đó.', en: 'English name of that unit.' },
    repeats('name_en'),
  ),
  codeColumn(
    'current_province_code',
    { vi: 'Mã tỉnh hiện nay', en: 'Current province code' },
    {
      vi: 'Mã của đơn vị hiện nay mang địa bàn này, để so sánh trước và sau sáp nhập.',
      en: 'Code of the unit of today that has its territory, so that years before and after the mergers stand together.',
    },
    { maxLength: 2, ...repeats('current_code') },
  ),
  wordsColumn(
    'current_province_name_vi',
    { vi: 'Tên tỉnh hiện nay', en: 'Current province (Vietnamese)' },
    { vi: 'Tên tiếng Việt của đơn vị hiện nay.', en: 'Vietnamese name of the unit of today.' },
    repeats('current_name_vi'),
  ),
  wordsColumn(
    'current_province_name_en',
    { vi: 'Tên tỉnh hiện nay (tiếng Anh)', en: 'Current province' },
    { vi: 'Tên tiếng Anh của đơn vị hiện nay.', en: 'English name of the unit of today.' },
    repeats('current_name_en'),
  ),
];

const sourceDocument = wordsColumn(
  'source_document',
  { vi: 'Văn bản nguồn', en: 'Source document' },
  {
    vi: 'Tên văn bản nêu dữ liệu; trống khi đơn vị công bố không ghi.',
    en: 'Name of the document that states it; null where the publisher named none.',
  },
  { nullable: true },
);

const sourceUrl = codeColumn(
  'source_url',
  { vi: 'Địa chỉ nguồn', en: 'Source URL' },
  {
    vi: 'Địa chỉ của văn bản; trống khi không biết (kế hoạch được gửi dưới dạng văn bản, không có địa chỉ).',
    en: 'Address of the document; null where none is known (plans are sent as text, without an address).',
  },
  { nullable: true },
);

/** The document that a row is. */
export const documentColumns: readonly BiColumn[] = [sourceDocument, sourceUrl];

/** The document that a row stands in, and where. */
export const sourceColumns: readonly BiColumn[] = [
  sourceDocument,
  sourceUrl,
  wholeColumn(
    'source_line_from',
    { vi: 'Từ dòng', en: 'First line' },
    {
      vi: 'Dòng đầu trong văn bản, từ 1; trống khi dữ liệu được gửi đã có cấu trúc.',
      en: 'First line in the document, from 1; null where the data were sent structured.',
    },
    { nullable: true },
  ),
  wholeColumn(
    'source_line_to',
    { vi: 'Đến dòng', en: 'Last line' },
    {
      vi: 'Dòng cuối trong văn bản; trống như dòng đầu.',
      en: 'Last line in the document; null as the first line is.',
    },
    { nullable: true },
  ),
];

/** Which publication states a row, and since when the row reads as it does. */
export const recordColumns: readonly BiColumn[] = [
  codeColumn(
    'publication_id',
    { vi: 'Khóa lần công bố', en: 'Publication id' },
    { vi: 'Lần công bố nêu dòng này.', en: 'The publication that states the row.' },
  ),
  instantColumn(
    'recorded_at',
    { vi: 'Ghi nhận lúc', en: 'Recorded at' },
    {
      vi: 'Từ khi nào dòng này có nội dung như vậy trên hệ thống.',
      en: 'Since when the row has read as it does on the platform.',
    },
  ),
];

/** From a row to its province. */
export const toProvince: BiNavigation = oneRow('province', 'provinces', ['province_id', 'id'], {
  vi: 'Tỉnh',
  en: 'Province row',
});

/** From a row to the publication that states it. */
export const toPublication: BiNavigation = oneRow('publication', 'publications', ['publication_id', 'id'], {
  vi: 'Lần công bố',
  en: 'Publication',
});
