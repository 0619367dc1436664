import type { BiColumn, BiSet } from '../bi-contract';
import { toProvince } from '../fact-columns';
import {
  criterionColumns,
  decimalColumn,
  indexColumns,
  maxScoreColumn,
  provinceColumns,
  publicationColumn,
  rankColumns,
  sourceColumns,
  yearColumns,
} from './columns';
import { criterionNavigation, indexNavigation, publicationNavigation, scoreNavigation } from './navigations';
import { STANDINGS } from './scores';

/** Statuses that a value which counts can have, as ScoreStatus. */
export const COUNTED_STATUSES = ['APPRAISED', 'PUBLISHED', 'DERIVED'] as const;

const valueColumns: readonly BiColumn[] = [
  decimalColumn('value', false, {
    label: { vi: 'Điểm', en: 'Value' },
    description: {
      vi: 'Giá trị được tính của ô, đủ mọi chữ số.',
      en: 'The value that counts for the cell, with every digit; points on the scale of the index.',
    },
  }),
  maxScoreColumn,
  {
    name: 'share_of_maximum',
    type: 'DECIMAL',
    nullable: true,
    precision: 9,
    scale: 6,
    label: { vi: 'Tỷ lệ so với điểm tối đa', en: 'Share of maximum' },
    description: {
      vi: 'Điểm chia cho điểm tối đa, từ 0 đến 1, sáu chữ số thập phân; trống khi không rõ điểm tối đa.',
      en: 'Value divided by the maximum, 0 to 1, at six decimals; null where the maximum is not known.',
    },
  },
  ...rankColumns,
  {
    name: 'is_rank_computed',
    type: 'BOOLEAN',
    nullable: true,
    label: { vi: 'Hạng do nền tảng tính', en: 'Rank is computed' },
    description: {
      vi: 'Đúng: nền tảng tính từ số chính thức của đủ các tỉnh; sai: hạng do nguồn in; trống khi không có hạng.',
      en: 'True: computed from official figures of all provinces; false: printed by the source; null without a rank.',
    },
  },
  {
    name: 'status',
    type: 'TEXT',
    nullable: false,
    values: COUNTED_STATUSES,
    label: { vi: 'Trạng thái', en: 'Status' },
    description: {
      vi: 'PUBLISHED: đã công bố; DERIVED: tổng các thành phần, nền tảng tự cộng; APPRAISED: đã thẩm định, chưa công bố.',
      en: 'PUBLISHED; DERIVED: the sum of the parts, added up by the platform; APPRAISED: not yet published.',
    },
  },
  {
    name: 'standing',
    type: 'TEXT',
    nullable: false,
    values: STANDINGS,
    label: { vi: 'Loại nguồn', en: 'Standing' },
    description: {
      vi: 'OFFICIAL: số của đơn vị chủ quản chỉ số, hoặc tổng các số đó; REPORTED: nguồn khác nêu lại.',
      en: "OFFICIAL: the index owner's own figure, or a sum of such; REPORTED: as a third source states it.",
    },
  },
];

/** The value that counts for each cell, and its place; the same as Score in `ranking` and `Province.scores`. */
export const rankings: BiSet = {
  name: 'rankings',
  singular: 'ranking',
  owner: 'indicators',
  datasets: ['SCORES'],
  key: ['index_code', 'year', 'criterion_code', 'province_id'],
  searchable: false,
  provinceColumn: 'province_code',
  changeTracking: false,
  label: { vi: 'Xếp hạng', en: 'Rankings' },
  description: {
    vi: 'Mỗi dòng là giá trị được tính của một tỉnh theo tiêu chí và năm, kể cả tổng do nền tảng cộng, cùng thứ hạng. Lọc theo chỉ số và năm để nhanh.',
    en: 'A row is the value that counts of a province for a criterion and year, sums by the platform included, with its rank. Filter by index and year for speed.',
  },
  columns: [
    ...indexColumns,
    ...yearColumns,
    ...criterionColumns,
    ...provinceColumns,
    ...valueColumns,
    {
      name: 'score_id',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Khóa điểm', en: 'Score id' },
      description: {
        vi: 'Score.id của GraphQL; tổng do nền tảng cộng có khóa bắt đầu bằng derived.',
        en: 'Score.id of GraphQL; of a sum by the platform it begins with derived.',
      },
    },
    ...sourceColumns,
    publicationColumn(true),
    {
      name: 'recorded_at',
      type: 'INSTANT',
      nullable: false,
      label: { vi: 'Ghi nhận lúc', en: 'Recorded at' },
      description: {
        vi: 'Khi giá trị được ghi nhận; với tổng do nền tảng cộng: khi thành phần cuối cùng được ghi nhận.',
        en: 'When the value became durable; for a derived value, when the last of its parts did.',
      },
    },
  ],
  navigations: [
    indexNavigation('rankings'),
    criterionNavigation('rankings'),
    toProvince,
    publicationNavigation(true),
    scoreNavigation,
  ],
};
