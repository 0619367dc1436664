import type { BiSet } from '../bi-contract';
import { codeColumn, dayColumn, decimalColumn, oneRow, wholeColumn, wordsColumn } from '../column-kinds';
import { provinceColumns, recordColumns, sourceColumns, toProvince, toPublication } from '../fact-columns';
import { areaColumn, FIGURE, planColumns } from './plan-columns';
import { COMPARATORS, UNITS } from './vocabulary';

/** The figures that plans promise. Data set PLAN; GraphQL `Target`. */
export const targets: BiSet = {
  name: 'targets',
  singular: 'target',
  owner: 'plans',
  datasets: ['PLAN'],
  key: ['id'],
  searchable: true,
  provinceColumn: 'province_code',
  changeTracking: true,
  label: { vi: 'Chỉ tiêu', en: 'Targets' },
  description: {
    vi: 'Mỗi dòng là một con số mà một kế hoạch cam kết.',
    en: 'A row is one figure that a plan promises.',
  },
  columns: [
    codeColumn(
      'id',
      { vi: 'Khóa chỉ tiêu', en: 'Target id' },
      {
        vi: 'Không đổi qua các lần đính chính khi chỉ tiêu và câu chữ giữ nguyên.',
        en: 'Stable over corrections while metric and wording agree.',
      },
    ),
    ...planColumns,
    ...provinceColumns,
    wholeColumn(
      'place',
      { vi: 'Thứ tự trong kế hoạch', en: 'Place' },
      { vi: 'Thứ tự như in, từ 1.', en: 'Place in print order, from 1.' },
    ),
    areaColumn,
    codeColumn(
      'metric_code',
      { vi: 'Mã chỉ tiêu', en: 'Metric code' },
      {
        vi: 'Chỉ tiêu chung, để so sánh giữa các tỉnh; trống khi danh mục không có.',
        en: 'What the figure is about, under one code for all provinces; null where the catalogue has no such metric.',
      },
      { nullable: true },
    ),
    wordsColumn(
      'metric_name_vi',
      { vi: 'Tên chỉ tiêu', en: 'Metric (Vietnamese)' },
      {
        vi: 'Tên tiếng Việt của chỉ tiêu chung; trống như mã.',
        en: 'Vietnamese name of the metric; null as its code.',
      },
      { nullable: true },
    ),
    wordsColumn(
      'metric_name_en',
      { vi: 'Tên chỉ tiêu (tiếng Anh)', en: 'Metric' },
      { vi: 'Tên tiếng Anh của chỉ tiêu chung; trống như mã.', en: 'English name of the metric; null as its code.' },
      { nullable: true },
    ),
    wordsColumn(
      'label',
      { vi: 'Nội dung chỉ tiêu', en: 'Clause' },
      { vi: 'Câu nêu chỉ tiêu như in, rút gọn.', en: 'The clause as printed, shortened.' },
    ),
    codeColumn(
      'comparator',
      { vi: 'So sánh', en: 'Comparator' },
      {
        vi: 'Như in: EQ bằng, GT trên, GTE từ … trở lên, LT dưới, LTE không quá (hạng: trong nhóm dẫn đầu).',
        en: 'As printed: no comparing word is EQ; of a rank, LTE 10 means among the best ten.',
      },
      { values: COMPARATORS },
    ),
    decimalColumn(
      'value',
      { vi: 'Giá trị', en: 'Value' },
      {
        vi: 'Con số cam kết, theo đơn vị tính của dòng; trống khi nó có hơn 18 chữ số trước dấu phẩy.',
        en: 'The figure promised, in the unit of the row; null where it has more than 18 digits before the point.',
      },
      { ...FIGURE, nullable: true },
    ),
    codeColumn(
      'unit',
      { vi: 'Đơn vị tính', en: 'Unit' },
      {
        vi: 'Phần trăm, điểm, thứ hạng, số bậc, số lượng hay ngày.',
        en: 'Percent, points, rank, places gained, number or days.',
      },
      { values: UNITS },
    ),
    dayColumn(
      'deadline',
      { vi: 'Thời hạn', en: 'Deadline' },
      { vi: 'Chỉ khi in cùng con số; nếu không thì trống.', en: 'Only where printed with the figure; else null.' },
      { nullable: true },
    ),
    dayColumn(
      'effective_deadline',
      { vi: 'Thời hạn tính', en: 'Effective deadline' },
      {
        vi: 'Thời hạn in cùng con số, nếu không thì ngày cuối của kế hoạch.',
        en: 'The deadline, or the last day of the plan where none is printed.',
      },
    ),
    wordsColumn(
      'scope',
      { vi: 'Phạm vi', en: 'Scope' },
      {
        vi: 'Cấp hành chính mà con số nói về; trống khi không in.',
        en: 'The administrative level that the figure is said of; null where none is printed.',
      },
      { nullable: true },
    ),
    ...sourceColumns,
    ...recordColumns,
  ],
  navigations: [
    oneRow('plan', 'plans', ['plan_id', 'id'], { vi: 'Kế hoạch', en: 'Plan' }, { partner: 'targets' }),
    toProvince,
    toPublication,
  ],
};
