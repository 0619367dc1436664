import { REGIONS, type BilingualText } from '@lientinh/contracts';
import type { BiColumn, BiSet } from '../bi-contract';
import { codeColumn, flagColumn, instantColumn, wholeColumn, wordsColumn, type ColumnFacets } from '../column-kinds';
import { provinceColumns as unitColumns } from '../fact-columns';
import { frameworkColumn } from './criterion-columns';
import { exactColumn, optionalInteger } from './exact';

/** What all sets of reference data of the platform (`packages/datasets`) have in common. */
export const REFERENCE = {
  owner: 'indicators',
  datasets: [],
  searchable: false,
  provinceColumn: null,
  changeTracking: false,
} as const satisfies Partial<BiSet>;

/** What all sets that come from the ledger of scores have in common. */
export const OF_SCORES = {
  owner: 'indicators',
  datasets: ['SCORES'],
  searchable: false,
  provinceColumn: 'province_code',
  changeTracking: false,
} as const satisfies Partial<BiSet>;

/** What all sets have in common whose rows are worked out of many scores. */
export const WORKED_OUT = { ...OF_SCORES, workedOut: true } as const satisfies Partial<BiSet>;

/** Key of a set with a row for a cell: criterion of an index × province × year. */
export const CELL_KEY = ['index_code', 'year', 'criterion_code', 'province_id'] as const;

/** Whose figure it is, as Score.standing. */
const STANDINGS = ['OFFICIAL', 'REPORTED'] as const;

/** Statuses that a value which counts can have, as ScoreStatus. */
export const COUNTED_STATUSES = ['APPRAISED', 'PUBLISHED', 'DERIVED'] as const;

/** The year that a row is about and the framework of that year. */
export const yearColumns: readonly BiColumn[] = [
  wholeColumn('year', { vi: 'Năm', en: 'Year' }, { vi: 'Năm được chấm điểm.', en: 'The year scored.' }),
  frameworkColumn({
    vi: 'Tên bộ tiêu chí của năm, ví dụ PAPI-2018.',
    en: 'The set of criteria of the year, such as PAPI-2018.',
  }),
];

/** The unit that a row is about, of the year scored, and the one of today. Scores of merged units cannot be added up. */
export const provinceColumns: readonly BiColumn[] = [
  ...unitColumns,
  codeColumn(
    'region',
    { vi: 'Vùng', en: 'Region' },
    { vi: 'Vùng kinh tế - xã hội của đơn vị.', en: 'Socio-economic region of the unit.' },
    { values: REGIONS, repeats: { navigation: 'province', column: 'region' } },
  ),
];

/** Whether a line may be drawn from the year before into the year of a row. */
export const comparableColumn = (description: BilingualText): BiColumn =>
  flagColumn(
    'is_comparable_with_year_before',
    { vi: 'So được với năm trước', en: 'Comparable with the year before' },
    description,
  );

/** The figure of a row. */
export const valueColumn = (description: BilingualText, facets: ColumnFacets = {}): BiColumn =>
  exactColumn('value', { vi: 'Điểm', en: 'Value' }, description, facets);

/** Points at most, at the digits of `facets`; those of published figures when it names none. */
export const maxScoreColumn = (facets: ColumnFacets = {}): BiColumn =>
  exactColumn(
    'max_score',
    { vi: 'Điểm tối đa', en: 'Maximum' },
    { vi: 'Điểm tối đa; trống khi không nguồn nào nêu.', en: 'Points at most; null where no source states them.' },
    { nullable: true, ...facets },
  );

/** How far the figure of a row has come, one of the `values` of ScoreStatus. */
export const statusColumn = (description: BilingualText, facets: ColumnFacets): BiColumn =>
  codeColumn('status', { vi: 'Trạng thái', en: 'Status' }, description, facets);

/** Whose figure it is. */
export const standingColumn = (description: BilingualText): BiColumn =>
  codeColumn('standing', { vi: 'Loại nguồn', en: 'Standing' }, description, { values: STANDINGS });

/** Key of the score that a row is, or takes its value from. */
export const scoreIdColumn = (name: string, description: BilingualText, facets: ColumnFacets = {}): BiColumn =>
  codeColumn(name, { vi: 'Khóa điểm', en: 'Score id' }, description, facets);

/** Since when the row, or its value, is there. */
export const recordedAtColumn = (description: BilingualText, facets: ColumnFacets = {}): BiColumn =>
  instantColumn('recorded_at', { vi: 'Ghi nhận lúc', en: 'Recorded at' }, description, facets);

/** The computed place, or the one that the source prints; the same rule as Score.rank. */
export const rankColumns: readonly BiColumn[] = [
  optionalInteger(
    'rank',
    { vi: 'Thứ hạng', en: 'Rank' },
    {
      vi: '1 là cao nhất; bằng điểm thì cùng hạng (1, 2, 2, 4), bằng là theo số chữ số thập phân của chỉ số. Tính khi công bố đủ các tỉnh; nếu không thì là hạng mà nguồn in; trống khi không có.',
      en: '1 is best; equal scores share a place (1, 2, 2, 4), equal to the decimals of the index. Computed where the criterion is declared complete, else the rank that the source prints, else null.',
    },
  ),
  optionalInteger(
    'ranked_among',
    { vi: 'Số tỉnh xếp hạng', en: 'Ranked among' },
    {
      vi: 'Xếp hạng trong bao nhiêu tỉnh; tỉnh không có điểm không tính. Trống khi không có hạng hoặc nguồn không nêu.',
      en: 'Among how many provinces; those without a value are not counted. Null without a rank, or where the source does not say.',
    },
  ),
];

/** The document in which a figure stands. */
const documentColumns: readonly BiColumn[] = [
  wordsColumn(
    'source_document',
    { vi: 'Văn bản nguồn', en: 'Source document' },
    {
      vi: 'Tên tài liệu nêu số liệu; trống khi không nêu hoặc khi nền tảng tự cộng.',
      en: 'Title or file name of the document; null where none is named and for derived values.',
    },
    { nullable: true },
  ),
  codeColumn(
    'source_url',
    { vi: 'Địa chỉ nguồn', en: 'Source URL' },
    { vi: 'Địa chỉ của tài liệu; trống khi không nêu.', en: 'Address of the document; null where none is given.' },
    { nullable: true },
  ),
];

const publicationColumn = (description: BilingualText, facets: ColumnFacets = {}): BiColumn =>
  codeColumn('publication_id', { vi: 'Khóa lần công bố', en: 'Publication id' }, description, facets);

/** Where a stated figure comes from: document and publication. */
export const statedOriginColumns: readonly BiColumn[] = [
  ...documentColumns,
  publicationColumn({ vi: 'Lần công bố nêu số liệu.', en: 'The publication that states the figure.' }),
];

/** Where the value that counts comes from, as far as a source states it. */
export const countedOriginColumns: readonly BiColumn[] = [
  ...documentColumns,
  publicationColumn(
    {
      vi: 'Lần công bố nêu số liệu; trống khi nền tảng tự cộng hoặc không có số liệu.',
      en: 'The publication that states the figure; null for a derived value and without a figure.',
    },
    { nullable: true },
  ),
];
