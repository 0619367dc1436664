import type { BiColumn, BiSet } from '../bi-contract';
import { toProvince } from '../fact-columns';
import {
  criterionColumns,
  decimalColumn,
  indexColumns,
  maxScoreColumn,
  optionalInteger,
  provinceColumns,
  publicationColumn,
  rankColumns,
  sourceColumns,
  yearColumns,
} from './columns';
import { criterionNavigation, indexNavigation, publicationNavigation, scoreNavigation } from './navigations';
import { COUNTED_STATUSES } from './rankings';

const NOT_COMPLETE = {
  vi: 'Trống khi tiêu chí chưa công bố đủ các tỉnh.',
  en: 'Null where the criterion is not complete.',
};

const comparabilityColumns: readonly BiColumn[] = [
  {
    name: 'is_methodology_break',
    type: 'BOOLEAN',
    nullable: false,
    label: { vi: 'Đổi phương pháp', en: 'Methodology break' },
    description: {
      vi: 'Từ năm này tiêu chí có nghĩa khác hoặc mức điểm nhảy vì cách đo: không nối đường với năm trước.',
      en: 'From this year the criterion means something else, or its level jumps with the way of measuring: draw no line into it.',
    },
  },
  {
    name: 'is_comparable_with_year_before',
    type: 'BOOLEAN',
    nullable: false,
    label: { vi: 'So được với năm trước', en: 'Comparable with the year before' },
    description: {
      vi: 'Năm trước có cùng tiêu chí, cùng ý nghĩa, không đổi phương pháp.',
      en: 'The year before has the criterion with the same meaning and no break lies between.',
    },
  },
];

const cellColumns: readonly BiColumn[] = [
  decimalColumn('value', true, {
    label: { vi: 'Điểm', en: 'Value' },
    description: {
      vi: 'Giá trị được tính, đủ mọi chữ số; trống thì cột Lý do thiếu nêu vì sao.',
      en: 'The value that counts, with every digit; null with a reason in `missing`.',
    },
  }),
  maxScoreColumn,
  ...rankColumns,
  decimalColumn('change', true, {
    label: { vi: 'Thay đổi so với năm trước', en: 'Change' },
    description: {
      vi: 'Điểm trừ điểm năm trước; trống khi đổi phương pháp hoặc thiếu một trong hai.',
      en: 'Value minus that of the year before; null across a methodology break or without both values.',
    },
  }),
  optionalInteger('rank_change', {
    label: { vi: 'Thay đổi thứ hạng', en: 'Rank change' },
    description: {
      vi: 'Số bậc tăng so với năm trước (dương là tốt hơn); trống khi cột Thay đổi trống hoặc thiếu một hạng.',
      en: 'Places gained since the year before: positive is better. Null where `change` is, or without both ranks.',
    },
  }),
  decimalColumn('gap_to_best', true, {
    label: { vi: 'Khoảng cách tới cao nhất', en: 'Gap to best' },
    description: {
      vi: `Điểm cao nhất cả nước trừ điểm của tỉnh. ${NOT_COMPLETE.vi}`,
      en: `National best minus value. ${NOT_COMPLETE.en}`,
    },
  }),
  {
    name: 'status',
    type: 'TEXT',
    nullable: true,
    values: COUNTED_STATUSES,
    label: { vi: 'Trạng thái', en: 'Status' },
    description: {
      vi: 'Trạng thái của giá trị; trống khi không có giá trị.',
      en: 'Status of the value that counts; null without one.',
    },
  },
  {
    name: 'missing',
    type: 'TEXT',
    nullable: true,
    values: ['NOT_PUBLISHED', 'NOT_SURVEYED', 'CRITERION_NOT_IN_FRAMEWORK', 'PROVINCE_NOT_IN_FORCE'],
    label: { vi: 'Lý do thiếu', en: 'Missing' },
    description: {
      vi: 'Vì sao không có giá trị: NOT_PUBLISHED chưa ai công bố; NOT_SURVEYED chỉ số không khảo sát. Trống khi có giá trị.',
      en: 'Why there is no value. NOT_PUBLISHED: nobody published one; NOT_SURVEYED: the index left it out that year. Null when there is one.',
    },
  },
];

const nationalColumns: readonly BiColumn[] = [
  decimalColumn('national_median', true, {
    label: { vi: 'Trung vị cả nước', en: 'National median' },
    description: {
      vi: `Trung vị của các tỉnh có số chính thức. ${NOT_COMPLETE.vi}`,
      en: `Median of all provinces with an official value. ${NOT_COMPLETE.en}`,
    },
  }),
  decimalColumn('national_best', true, {
    label: { vi: 'Cao nhất cả nước', en: 'National best' },
    description: {
      vi: `Điểm cao nhất trong số chính thức. ${NOT_COMPLETE.vi}`,
      en: `Highest official value in the country. ${NOT_COMPLETE.en}`,
    },
  }),
  {
    name: 'national_count',
    type: 'INTEGER',
    nullable: false,
    label: { vi: 'Số tỉnh có điểm', en: 'Provinces with a value' },
    description: {
      vi: 'Số tỉnh có giá trị của tiêu chí năm đó (số chính thức, khi tiêu chí đã công bố đủ).',
      en: 'Provinces with a value of the criterion in the year (an official one, where the criterion is complete).',
    },
  },
  decimalColumn('self_assessed', true, {
    label: { vi: 'Điểm tự chấm', en: 'Self-assessed' },
    description: {
      vi: 'Điểm tỉnh tự chấm; chỉ Bộ và chính tỉnh đó được biết, với người khác luôn trống.',
      en: 'What the province claimed for itself; the ministry and the province itself see it, null for everybody else.',
    },
  }),
  decimalColumn('self_assessed_gap', true, {
    label: { vi: 'Chênh lệch với tự chấm', en: 'Self-assessed gap' },
    description: {
      vi: 'Điểm trừ điểm tự chấm; trống khi thiếu một trong hai.',
      en: 'Value minus the self-assessed score; null without both.',
    },
  }),
];

/** Every cell of the side-by-side tables, holes included, on the units of the year; the same as GraphQL `comparison` with boundaries HISTORICAL. */
export const comparisons: BiSet = {
  name: 'comparisons',
  singular: 'comparison',
  owner: 'indicators',
  datasets: ['SCORES'],
  key: ['index_code', 'year', 'criterion_code', 'province_id'],
  searchable: false,
  provinceColumn: 'province_code',
  changeTracking: false,
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
    {
      name: 'score_id',
      type: 'TEXT',
      nullable: true,
      label: { vi: 'Khóa điểm', en: 'Score id' },
      description: {
        vi: 'Score.id của giá trị được tính; trống khi không có giá trị.',
        en: 'Score.id of the value that counts; null without one.',
      },
    },
    ...sourceColumns,
    publicationColumn(true),
    {
      name: 'recorded_at',
      type: 'INSTANT',
      nullable: true,
      label: { vi: 'Ghi nhận lúc', en: 'Recorded at' },
      description: {
        vi: 'Khi giá trị được ghi nhận (tổng: khi thành phần cuối cùng được ghi nhận); trống khi không có giá trị.',
        en: 'When the value became durable (a sum: when the last of its parts did); null without a value.',
      },
    },
  ],
  navigations: [
    indexNavigation('comparisons'),
    criterionNavigation('comparisons'),
    toProvince,
    publicationNavigation(true),
    scoreNavigation,
  ],
};
