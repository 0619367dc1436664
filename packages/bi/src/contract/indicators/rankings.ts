import type { BiColumn, BiSet } from '../bi-contract';
import { decimalColumn, flagColumn } from '../column-kinds';
import { toProvince } from '../fact-columns';
import {
  CELL_KEY,
  WORKED_OUT,
  COUNTED_STATUSES,
  countedOriginColumns,
  maxScoreColumn,
  provinceColumns,
  rankColumns,
  recordedAtColumn,
  scoreIdColumn,
  standingColumn,
  statusColumn,
  valueColumn,
  yearColumns,
} from './columns';
import { criterionColumns } from './criterion-columns';
import { indexColumns } from './index-columns';
import { countedPublicationNavigation, criterionNavigation, indexNavigation, scoreNavigation } from './navigations';

const valueColumns: readonly BiColumn[] = [
  valueColumn({
    vi: 'Giá trị được tính của ô, đủ mọi chữ số.',
    en: 'The value that counts for the cell, with every digit; points on the scale of the index.',
  }),
  maxScoreColumn(),
  decimalColumn(
    'share_of_maximum',
    { vi: 'Tỷ lệ so với điểm tối đa', en: 'Share of maximum' },
    {
      vi: 'Điểm chia cho điểm tối đa, từ 0 đến 1, sáu chữ số thập phân; trống khi không rõ điểm tối đa.',
      en: 'Value divided by the maximum, 0 to 1, at six decimals; null where the maximum is not known.',
    },
    { nullable: true, precision: 9, scale: 6 },
  ),
  ...rankColumns,
  flagColumn(
    'is_rank_computed',
    { vi: 'Hạng do nền tảng tính', en: 'Rank is computed' },
    {
      vi: 'Đúng: nền tảng tính từ số chính thức của đủ các tỉnh; sai: hạng do nguồn in; trống khi không có hạng.',
      en: 'True: computed from official figures of all provinces; false: printed by the source; null without a rank.',
    },
    { nullable: true },
  ),
  statusColumn(
    {
      vi: 'PUBLISHED: đã công bố; DERIVED: tổng các thành phần, nền tảng tự cộng; APPRAISED: đã thẩm định, chưa công bố.',
      en: 'PUBLISHED; DERIVED: the sum of the parts, added up by the platform; APPRAISED: not yet published.',
    },
    { values: COUNTED_STATUSES },
  ),
  standingColumn({
    vi: 'OFFICIAL: số của đơn vị chủ quản chỉ số, hoặc tổng các số đó; REPORTED: nguồn khác nêu lại.',
    en: "OFFICIAL: the index owner's own figure, or a sum of such; REPORTED: as a third source states it.",
  }),
];

/** The value that counts for each cell, and its place; the same as Score in `ranking` and `Province.scores`. */
export const rankings: BiSet = {
  ...WORKED_OUT,
  name: 'rankings',
  singular: 'ranking',
  key: CELL_KEY,
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
    scoreIdColumn('score_id', {
      vi: 'Score.id của GraphQL; tổng do nền tảng cộng có khóa bắt đầu bằng derived.',
      en: 'Score.id of GraphQL; of a sum by the platform it begins with derived.',
    }),
    ...countedOriginColumns,
    recordedAtColumn({
      vi: 'Khi giá trị được ghi nhận; với tổng do nền tảng cộng: khi thành phần cuối cùng được ghi nhận.',
      en: 'When the value became durable; for a derived value, when the last of its parts did.',
    }),
  ],
  navigations: [
    indexNavigation('rankings'),
    criterionNavigation('rankings'),
    toProvince,
    countedPublicationNavigation,
    scoreNavigation,
  ],
};
