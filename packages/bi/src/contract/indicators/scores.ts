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
  sourceColumns,
  yearColumns,
} from './columns';
import { criterionNavigation, indexNavigation, publicationNavigation } from './navigations';

/** Whose figure it is, as Score.standing. */
export const STANDINGS = ['OFFICIAL', 'REPORTED'] as const;

const METHODS = ['APPRAISAL', 'LEADER_SURVEY', 'CITIZEN_SURVEY', 'STATISTICS', 'SURVEY', 'COMPOSITE'] as const;

const figureColumns: readonly BiColumn[] = [
  {
    name: 'status',
    type: 'TEXT',
    nullable: false,
    values: ['SELF_ASSESSED', 'APPRAISED', 'PUBLISHED'],
    label: { vi: 'Trạng thái', en: 'Status' },
    description: {
      vi: 'SELF_ASSESSED: tỉnh tự chấm (chỉ Bộ và tỉnh đó được biết); APPRAISED: đã thẩm định; PUBLISHED: đã công bố.',
      en: 'SELF_ASSESSED: claimed by the province (seen by the ministry only); APPRAISED: after appraisal; PUBLISHED: the published result.',
    },
  },
  {
    name: 'standing',
    type: 'TEXT',
    nullable: false,
    values: STANDINGS,
    label: { vi: 'Loại nguồn', en: 'Standing' },
    description: {
      vi: 'OFFICIAL: số của đơn vị chủ quản chỉ số; REPORTED: nguồn khác (báo chí, trang của tỉnh) nêu lại.',
      en: "OFFICIAL: the index owner's own figure. REPORTED: a figure as a third source states it.",
    },
  },
  {
    name: 'source_key',
    type: 'TEXT',
    nullable: false,
    label: { vi: 'Khóa nguồn', en: 'Source key' },
    description: {
      vi: 'Phân biệt các nguồn khác nêu cùng một ô: địa chỉ hoặc tên tài liệu; chuỗi rỗng với số của đơn vị chủ quản.',
      en: 'Tells third sources of one cell apart: address, else title of the document; empty text for the owner of the index.',
    },
  },
  {
    name: 'is_counted',
    type: 'BOOLEAN',
    nullable: false,
    label: { vi: 'Là số được tính', en: 'Counted' },
    description: {
      vi: 'Đây là giá trị được dùng của ô (tiêu chí, tỉnh, năm) trong xếp hạng và so sánh; các số khác để tham khảo bên cạnh.',
      en: 'Whether it is the value that counts for its cell (criterion, province, year) in rankings and comparisons; others stand beside it.',
    },
  },
  decimalColumn('value', false, {
    label: { vi: 'Điểm', en: 'Value' },
    description: {
      vi: 'Điểm như đã công bố, đủ mọi chữ số; đơn vị theo thang của chỉ số.',
      en: "As published, with every digit; points on the index's scale.",
    },
  }),
  maxScoreColumn,
  {
    name: 'method',
    type: 'TEXT',
    nullable: true,
    values: METHODS,
    label: { vi: 'Phương pháp đánh giá', en: 'Method' },
    description: {
      vi: 'Cách đo, khi đơn vị công bố nêu; trống khi không nêu.',
      en: 'How it was measured; null where the publisher does not say.',
    },
  },
  optionalInteger('published_rank', {
    label: { vi: 'Hạng do nguồn in', en: 'Published rank' },
    description: {
      vi: 'Thứ hạng mà nguồn in bên cạnh điểm; trống khi nguồn không in. Hạng tính được ở tập Rankings.',
      en: 'The rank that the source prints beside the value; null where it prints none. Computed ranks are in Rankings.',
    },
  }),
  optionalInteger('published_ranked_among', {
    label: { vi: 'Số tỉnh do nguồn in', en: 'Published ranked among' },
    description: {
      vi: 'Số tỉnh được xếp hạng mà nguồn in; trống khi không in.',
      en: 'Number of provinces ranked, as the source prints it; null where it prints none.',
    },
  }),
];

/** Everything stated for a cell, of every status and source; `docs/tables/score.yml`. */
export const scores: BiSet = {
  name: 'scores',
  singular: 'score',
  owner: 'indicators',
  datasets: ['SCORES'],
  key: ['id'],
  pagingOrder: ['province_id', 'index_code', 'year', 'criterion_code', 'status', 'source_key'],
  searchable: false,
  provinceColumn: 'province_code',
  changeTracking: true,
  label: { vi: 'Điểm đã công bố', en: 'Stated scores' },
  description: {
    vi: 'Mỗi dòng là một điểm mà một nguồn nêu cho một tỉnh, tiêu chí và năm; một ô có thể có nhiều dòng. Để xếp hạng dùng tập Rankings.',
    en: 'A row is a figure that one source states for a province, criterion and year; a cell may have several. For ranks use Rankings.',
  },
  columns: [
    {
      name: 'id',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Khóa điểm', en: 'Score id' },
      description: {
        vi: 'Lần công bố, tỉnh, tiêu chí: scores-17:62@2004-01-01:5.1.',
        en: 'Publication, unit, criterion: scores-17:62@2004-01-01:5.1.',
      },
    },
    ...indexColumns,
    ...yearColumns,
    ...criterionColumns,
    ...provinceColumns,
    ...figureColumns,
    ...sourceColumns,
    publicationColumn(false),
    {
      name: 'recorded_at',
      type: 'INSTANT',
      nullable: false,
      label: { vi: 'Ghi nhận lúc', en: 'Recorded at' },
      description: {
        vi: 'Dòng này, kể cả việc nó có được tính hay không, như hiện nay từ lúc nào.',
        en: 'Since when the row reads as it does: when it, or what decides whether it counts, last changed.',
      },
    },
  ],
  navigations: [indexNavigation('scores'), criterionNavigation('scores'), toProvince, publicationNavigation(false)],
};
