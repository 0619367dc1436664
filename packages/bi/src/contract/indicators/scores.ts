import type { BiColumn, BiSet } from '../bi-contract';
import { codeColumn, flagColumn } from '../column-kinds';
import { toProvince, toPublication } from '../fact-columns';
import {
  OF_SCORES,
  maxScoreColumn,
  provinceColumns,
  recordedAtColumn,
  scoreIdColumn,
  standingColumn,
  statedOriginColumns,
  statusColumn,
  valueColumn,
  yearColumns,
} from './columns';
import { criterionColumns } from './criterion-columns';
import { optionalInteger } from './exact';
import { indexColumns } from './index-columns';
import { criterionNavigation, indexNavigation } from './navigations';

const METHODS = ['APPRAISAL', 'LEADER_SURVEY', 'CITIZEN_SURVEY', 'STATISTICS', 'SURVEY', 'COMPOSITE'] as const;

const figureColumns: readonly BiColumn[] = [
  statusColumn(
    {
      vi: 'SELF_ASSESSED: tỉnh tự chấm (chỉ Bộ và tỉnh đó được biết); APPRAISED: đã thẩm định; PUBLISHED: đã công bố.',
      en: 'SELF_ASSESSED: claimed by the province (seen by the ministry only); APPRAISED: after appraisal; PUBLISHED: the published result.',
    },
    { values: ['SELF_ASSESSED', 'APPRAISED', 'PUBLISHED'] },
  ),
  standingColumn({
    vi: 'OFFICIAL: số của đơn vị chủ quản chỉ số; REPORTED: nguồn khác (báo chí, trang của tỉnh) nêu lại.',
    en: "OFFICIAL: the index owner's own figure. REPORTED: a figure as a third source states it.",
  }),
  codeColumn(
    'source_key',
    { vi: 'Khóa nguồn', en: 'Source key' },
    {
      vi: 'Phân biệt các nguồn khác nêu cùng một ô: địa chỉ hoặc tên tài liệu; chuỗi rỗng với số của đơn vị chủ quản.',
      en: 'Tells third sources of one cell apart: address, else title of the document; empty text for the owner of the index.',
    },
  ),
  flagColumn(
    'is_counted',
    { vi: 'Là số được tính', en: 'Counted' },
    {
      vi: 'Đây là giá trị được dùng của ô (tiêu chí, tỉnh, năm) trong xếp hạng và so sánh; các số khác để tham khảo bên cạnh.',
      en: 'Whether it is the value that counts for its cell (criterion, province, year) in rankings and comparisons; others stand beside it.',
    },
  ),
  valueColumn({
    vi: 'Điểm như đã công bố, đủ mọi chữ số; đơn vị theo thang của chỉ số.',
    en: "As published, with every digit; points on the index's scale.",
  }),
  maxScoreColumn(),
  codeColumn(
    'method',
    { vi: 'Phương pháp đánh giá', en: 'Method' },
    {
      vi: 'Cách đo, khi đơn vị công bố nêu; trống khi không nêu.',
      en: 'How it was measured; null where the publisher does not say.',
    },
    { nullable: true, values: METHODS },
  ),
  optionalInteger(
    'published_rank',
    { vi: 'Hạng do nguồn in', en: 'Published rank' },
    {
      vi: 'Thứ hạng mà nguồn in bên cạnh điểm; trống khi nguồn không in. Hạng tính được ở tập Rankings.',
      en: 'The rank that the source prints beside the value; null where it prints none. Computed ranks are in Rankings.',
    },
  ),
  optionalInteger(
    'published_ranked_among',
    { vi: 'Số tỉnh do nguồn in', en: 'Published ranked among' },
    {
      vi: 'Số tỉnh được xếp hạng mà nguồn in; trống khi không in.',
      en: 'Number of provinces ranked, as the source prints it; null where it prints none.',
    },
  ),
];

/** Everything stated for a cell, of every status and source; `docs/tables/score.yml`. */
export const scores: BiSet = {
  ...OF_SCORES,
  name: 'scores',
  singular: 'score',
  key: ['id'],
  pagingOrder: ['province_id', 'index_code', 'year', 'criterion_code', 'status', 'source_key'],
  changeTracking: true,
  label: { vi: 'Điểm đã công bố', en: 'Stated scores' },
  description: {
    vi: 'Mỗi dòng là một điểm mà một nguồn nêu cho một tỉnh, tiêu chí và năm; một ô có thể có nhiều dòng. Để xếp hạng dùng tập Rankings.',
    en: 'A row is a figure that one source states for a province, criterion and year; a cell may have several. For ranks use Rankings.',
  },
  columns: [
    scoreIdColumn('id', {
      vi: 'Lần công bố, tỉnh, tiêu chí: scores-17:62@2004-01-01:5.1.',
      en: 'Publication, unit, criterion: scores-17:62@2004-01-01:5.1.',
    }),
    ...indexColumns,
    ...yearColumns,
    ...criterionColumns,
    ...provinceColumns,
    ...figureColumns,
    ...statedOriginColumns,
    recordedAtColumn({
      vi: 'Dòng này, kể cả việc nó có được tính hay không, như hiện nay từ lúc nào.',
      en: 'Since when the row reads as it does: when it, or what decides whether it counts, last changed.',
    }),
  ],
  navigations: [indexNavigation('scores'), criterionNavigation('scores'), toProvince, toPublication],
};
