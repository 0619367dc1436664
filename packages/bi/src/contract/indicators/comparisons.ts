import type { BiColumn, BiSet } from '../bi-contract';
import { codeColumn, flagColumn, wholeColumn } from '../column-kinds';
import { toProvince } from '../fact-columns';
import {
  CELL_KEY,
  comparableColumn,
  WORKED_OUT,
  COUNTED_STATUSES,
  countedOriginColumns,
  maxScoreColumn,
  provinceColumns,
  rankColumns,
  recordedAtColumn,
  scoreIdColumn,
  statusColumn,
  valueColumn,
  yearColumns,
} from './columns';
import { criterionColumns } from './criterion-columns';
import { optionalExact, optionalInteger } from './exact';
import { indexColumns } from './index-columns';
import { countedPublicationNavigation, criterionNavigation, indexNavigation, scoreNavigation } from './navigations';

const NOT_COMPLETE = {
  vi: 'Trống khi tiêu chí chưa công bố đủ các tỉnh.',
  en: 'Null where the criterion is not complete.',
};

const comparabilityColumns: readonly BiColumn[] = [
  flagColumn(
    'is_methodology_break',
    { vi: 'Đổi phương pháp', en: 'Methodology break' },
    {
      vi: 'Từ năm này tiêu chí có nghĩa khác hoặc mức điểm nhảy vì cách đo: không nối đường với năm trước.',
      en: 'From this year the criterion means something else, or its level jumps with the way of measuring: draw no line into it.',
    },
  ),
  comparableColumn({
    vi: 'Năm trước có cùng tiêu chí, cùng ý nghĩa, không đổi phương pháp.',
    en: 'The year before has the criterion with the same meaning and no break lies between.',
  }),
];

const cellColumns: readonly BiColumn[] = [
  valueColumn(
    {
      vi: 'Giá trị được tính, đủ mọi chữ số; trống thì cột Lý do thiếu nêu vì sao.',
      en: 'The value that counts, with every digit; null with a reason in `missing`.',
    },
    { nullable: true },
  ),
  maxScoreColumn(),
  ...rankColumns,
  optionalExact(
    'change',
    { vi: 'Thay đổi so với năm trước', en: 'Change' },
    {
      vi: 'Điểm trừ điểm năm trước; trống khi đổi phương pháp hoặc thiếu một trong hai.',
      en: 'Value minus that of the year before; null across a methodology break or without both values.',
    },
  ),
  optionalInteger(
    'rank_change',
    { vi: 'Thay đổi thứ hạng', en: 'Rank change' },
    {
      vi: 'Số bậc tăng so với năm trước (dương là tốt hơn); trống khi cột Thay đổi trống hoặc thiếu một hạng.',
      en: 'Places gained since the year before: positive is better. Null where `change` is, or without both ranks.',
    },
  ),
  optionalExact(
    'gap_to_best',
    { vi: 'Khoảng cách tới cao nhất', en: 'Gap to best' },
    {
      vi: `Điểm cao nhất cả nước trừ điểm của tỉnh. ${NOT_COMPLETE.vi}`,
      en: `National best minus value. ${NOT_COMPLETE.en}`,
    },
  ),
  statusColumn(
    {
      vi: 'Trạng thái của giá trị; trống khi không có giá trị.',
      en: 'Status of the value that counts; null without one.',
    },
    { nullable: true, values: COUNTED_STATUSES },
  ),
  codeColumn(
    'missing',
    { vi: 'Lý do thiếu', en: 'Missing' },
    {
      vi: 'Vì sao không có giá trị: NOT_PUBLISHED chưa ai công bố; NOT_SURVEYED chỉ số không khảo sát. Trống khi có giá trị.',
      en: 'Why there is no value. NOT_PUBLISHED: nobody published one; NOT_SURVEYED: the index left it out that year. Null when there is one.',
    },
    {
      nullable: true,
      values: ['NOT_PUBLISHED', 'NOT_SURVEYED', 'CRITERION_NOT_IN_FRAMEWORK', 'PROVINCE_NOT_IN_FORCE'],
    },
  ),
];

const nationalColumns: readonly BiColumn[] = [
  optionalExact(
    'national_median',
    { vi: 'Trung vị cả nước', en: 'National median' },
    {
      vi: `Trung vị của các tỉnh có số chính thức. ${NOT_COMPLETE.vi}`,
      en: `Median of all provinces with an official value. ${NOT_COMPLETE.en}`,
    },
  ),
  optionalExact(
    'national_best',
    { vi: 'Cao nhất cả nước', en: 'National best' },
    {
      vi: `Điểm cao nhất trong số chính thức. ${NOT_COMPLETE.vi}`,
      en: `Highest official value in the country. ${NOT_COMPLETE.en}`,
    },
  ),
  wholeColumn(
    'national_count',
    { vi: 'Số tỉnh có điểm', en: 'Provinces with a value' },
    {
      vi: 'Số tỉnh có giá trị của tiêu chí năm đó (số chính thức, khi tiêu chí đã công bố đủ).',
      en: 'Provinces with a value of the criterion in the year (an official one, where the criterion is complete).',
    },
  ),
  optionalExact(
    'self_assessed',
    { vi: 'Điểm tự chấm', en: 'Self-assessed' },
    {
      vi: 'Điểm tỉnh tự chấm; chỉ Bộ và chính tỉnh đó được biết, với người khác luôn trống.',
      en: 'What the province claimed for itself; the ministry and the province itself see it, null for everybody else.',
    },
  ),
  optionalExact(
    'self_assessed_gap',
    { vi: 'Chênh lệch với tự chấm', en: 'Self-assessed gap' },
    {
      vi: 'Điểm trừ điểm tự chấm; trống khi thiếu một trong hai.',
      en: 'Value minus the self-assessed score; null without both.',
    },
  ),
];

/** Every cell of the side-by-side tables, holes included, on the units of the year; the same as GraphQL `comparison` with boundaries HISTORICAL. */
export const comparisons: BiSet = {
  ...WORKED_OUT,
  name: 'comparisons',
  singular: 'comparison',
  key: CELL_KEY,
  label: { vi: 'So sánh các tỉnh', en: 'Comparisons' },
  description: {
    vi: 'Mỗi dòng là một ô: tỉnh × tiêu chí × năm, với mọi năm đã có số liệu, kể cả ô trống và lý do. Lọc theo chỉ số và năm để nhanh.',
    en: 'A row is a cell: province × criterion × year of every year with published figures, holes included with their reason. Filter by index and year for speed.',
  },
  columns: [
    ...indexColumns,
    ...yearColumns,
    ...comparabilityColumns,
    ...criterionColumns,
    ...provinceColumns,
    ...cellColumns,
    ...nationalColumns,
    scoreIdColumn(
      'score_id',
      {
        vi: 'Score.id của giá trị được tính; trống khi không có giá trị.',
        en: 'Score.id of the value that counts; null without one.',
      },
      { nullable: true },
    ),
    ...countedOriginColumns,
    recordedAtColumn(
      {
        vi: 'Khi giá trị được ghi nhận (tổng: khi thành phần cuối cùng được ghi nhận); trống khi không có giá trị.',
        en: 'When the value became durable (a sum: when the last of its parts did); null without a value.',
      },
      { nullable: true },
    ),
  ],
  navigations: [
    indexNavigation('comparisons'),
    criterionNavigation('comparisons'),
    toProvince,
    countedPublicationNavigation,
    scoreNavigation,
  ],
};
