import { REGIONS, type BilingualText } from '@lientinh/contracts';
import type { BiColumn } from '../bi-contract';
import { provinceColumns as unitColumns } from '../fact-columns';

/** Digits of exact numbers: what a publication can send (30 decimals), one more for a median, and the 38 digits that BI tools know. */
const EXACT = { precision: 38, scale: 31 } as const;

type Words = Pick<BiColumn, 'label' | 'description'>;

const text = (label: BilingualText, description: BilingualText): Words => ({ label, description });

/** An exact number with every digit that was published. */
export function decimalColumn(name: string, nullable: boolean, words: Words): BiColumn {
  return { name, type: 'DECIMAL', nullable, ...EXACT, ...words };
}

/** A whole number that may be missing. */
export function optionalInteger(name: string, words: Words): BiColumn {
  return { name, type: 'INTEGER', nullable: true, ...words };
}

/** The index that a row is about. */
export const indexColumns: readonly BiColumn[] = [
  {
    name: 'index_code',
    type: 'TEXT',
    nullable: false,
    ...text(
      { vi: 'Mã chỉ số', en: 'Index code' },
      { vi: 'PAPI, PCI, PAR_INDEX, SIPAS hoặc DTI.', en: 'PAPI, PCI, PAR_INDEX, SIPAS or DTI.' },
    ),
  },
  {
    name: 'index_name_vi',
    type: 'TEXT',
    nullable: false,
    collation: 'VIETNAMESE',
    ...text(
      { vi: 'Tên chỉ số', en: 'Index name (Vietnamese)' },
      { vi: 'Tên chính thức.', en: 'Official name, in Vietnamese.' },
    ),
  },
  {
    name: 'index_name_en',
    type: 'TEXT',
    nullable: false,
    ...text(
      { vi: 'Tên chỉ số (tiếng Anh)', en: 'Index name' },
      { vi: 'Tên tiếng Anh.', en: 'Official name, in English.' },
    ),
  },
];

/** The year that a row is about and the framework of that year. */
export const yearColumns: readonly BiColumn[] = [
  {
    name: 'year',
    type: 'INTEGER',
    nullable: false,
    ...text({ vi: 'Năm', en: 'Year' }, { vi: 'Năm được chấm điểm.', en: 'The year scored.' }),
  },
  {
    name: 'framework_version',
    type: 'TEXT',
    nullable: false,
    ...text(
      { vi: 'Bộ tiêu chí', en: 'Framework' },
      { vi: 'Tên bộ tiêu chí của năm, ví dụ PAPI-2018.', en: 'The set of criteria of the year, such as PAPI-2018.' },
    ),
  },
];

/** The criterion that a row is about, as the framework of the year states it. */
export const criterionColumns: readonly BiColumn[] = [
  {
    name: 'criterion_id',
    type: 'TEXT',
    nullable: false,
    ...text(
      { vi: 'Khóa tiêu chí', en: 'Criterion id' },
      {
        vi: 'Chỉ số, năm đầu của bộ tiêu chí, mã: PAPI:2018:2.1.',
        en: 'Index, first year of the framework, code: PAPI:2018:2.1.',
      },
    ),
  },
  {
    name: 'criterion_code',
    type: 'TEXT',
    nullable: false,
    ...text(
      { vi: 'Mã tiêu chí', en: 'Criterion code' },
      {
        vi: 'TOTAL là cả chỉ số, còn lại là mã của đơn vị công bố; chỉ có nghĩa trong một bộ tiêu chí.',
        en: 'TOTAL for the whole index, else the code of the publisher; means one thing only within a framework.',
      },
    ),
  },
  {
    name: 'criterion_name_vi',
    type: 'TEXT',
    nullable: false,
    collation: 'VIETNAMESE',
    ...text(
      { vi: 'Tên tiêu chí', en: 'Criterion name (Vietnamese)' },
      { vi: 'Tên tiêu chí trong bộ tiêu chí của năm.', en: 'Vietnamese name in the framework of the year.' },
    ),
  },
  {
    name: 'criterion_name_en',
    type: 'TEXT',
    nullable: false,
    ...text(
      { vi: 'Tên tiêu chí (tiếng Anh)', en: 'Criterion name' },
      {
        vi: 'Tên tiếng Anh; tên tiếng Việt khi không nguồn nào nêu.',
        en: 'English name; the Vietnamese one where no source gives an English one.',
      },
    ),
  },
  {
    name: 'criterion_depth',
    type: 'INTEGER',
    nullable: false,
    ...text(
      { vi: 'Cấp tiêu chí', en: 'Criterion depth' },
      { vi: '0: cả chỉ số; 1: nội dung; 2: thành phần.', en: '0 for TOTAL, 1 for its parts, 2 for theirs.' },
    ),
  },
  {
    name: 'criterion_order',
    type: 'INTEGER',
    nullable: false,
    ...text(
      { vi: 'Thứ tự tiêu chí', en: 'Criterion order' },
      { vi: 'Thứ tự in trong bộ tiêu chí, từ 0.', en: 'Place in the print order of the framework, from 0 (TOTAL).' },
    ),
  },
];

/** The unit that a row is about, of the year scored, and the one of today. Scores of merged units cannot be added up. */
export const provinceColumns: readonly BiColumn[] = [
  ...unitColumns,
  {
    name: 'region',
    type: 'TEXT',
    nullable: false,
    values: REGIONS,
    ...text(
      { vi: 'Vùng', en: 'Region' },
      { vi: 'Vùng kinh tế - xã hội của đơn vị.', en: 'Socio-economic region of the unit.' },
    ),
  },
];

/** Points at most. */
export const maxScoreColumn: BiColumn = decimalColumn('max_score', true, {
  label: { vi: 'Điểm tối đa', en: 'Maximum' },
  description: {
    vi: 'Điểm tối đa; trống khi không nguồn nào nêu.',
    en: 'Points at most; null where no source states them.',
  },
});

/** The computed place, or the one that the source prints; the same rule as Score.rank. */
export const rankColumns: readonly BiColumn[] = [
  optionalInteger('rank', {
    label: { vi: 'Thứ hạng', en: 'Rank' },
    description: {
      vi: '1 là cao nhất; bằng điểm thì cùng hạng (1, 2, 2, 4). Tính khi công bố đủ các tỉnh; nếu không thì là hạng mà nguồn in; trống khi không có.',
      en: '1 is best; equal scores share a place (1, 2, 2, 4). Computed where the criterion is declared complete, else the rank that the source prints, else null.',
    },
  }),
  optionalInteger('ranked_among', {
    label: { vi: 'Số tỉnh xếp hạng', en: 'Ranked among' },
    description: {
      vi: 'Xếp hạng trong bao nhiêu tỉnh; tỉnh không có điểm không tính. Trống khi không có hạng hoặc nguồn không nêu.',
      en: 'Among how many provinces; those without a value are not counted. Null without a rank, or where the source does not say.',
    },
  }),
];

/** The document in which a figure stands. */
export const sourceColumns: readonly BiColumn[] = [
  {
    name: 'source_document',
    type: 'TEXT',
    nullable: true,
    collation: 'VIETNAMESE',
    ...text(
      { vi: 'Văn bản nguồn', en: 'Source document' },
      {
        vi: 'Tên tài liệu nêu số liệu; trống khi không nêu hoặc khi nền tảng tự cộng.',
        en: 'Title or file name of the document; null where none is named and for derived values.',
      },
    ),
  },
  {
    name: 'source_url',
    type: 'TEXT',
    nullable: true,
    ...text(
      { vi: 'Địa chỉ nguồn', en: 'Source URL' },
      { vi: 'Địa chỉ của tài liệu; trống khi không nêu.', en: 'Address of the document; null where none is given.' },
    ),
  },
];

/** The publication that states a figure. */
export function publicationColumn(nullable: boolean): BiColumn {
  return {
    name: 'publication_id',
    type: 'TEXT',
    nullable,
    ...text(
      { vi: 'Khóa lần công bố', en: 'Publication id' },
      nullable
        ? {
            vi: 'Lần công bố nêu số liệu; trống khi nền tảng tự cộng hoặc không có số liệu.',
            en: 'The publication that states the figure; null for a derived value and without a figure.',
          }
        : { vi: 'Lần công bố nêu số liệu.', en: 'The publication that states the figure.' },
    ),
  };
}
