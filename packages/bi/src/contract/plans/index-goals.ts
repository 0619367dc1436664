import type { BiColumn, BiSet } from '../bi-contract';
import { codeColumn, decimalColumn, oneRow, wholeColumn, wordsColumn } from '../column-kinds';
import { provinceColumns, recordColumns, sourceColumns, toProvince, toPublication } from '../fact-columns';
import { FIGURE, planColumns } from './plan-columns';
import { GOAL_LEVELS } from './vocabulary';

const points = (name: string, vi: string, en: string, meaningVi: string, meaningEn: string): BiColumn =>
  decimalColumn(
    name,
    { vi, en },
    {
      vi: `${meaningVi}, điểm của chỉ số; trống khi không in.`,
      en: `${meaningEn}, points of the index; null where not printed.`,
    },
    { ...FIGURE, nullable: true },
  );
const whole = (name: string, vi: string, en: string, meaningVi: string, meaningEn: string): BiColumn =>
  wholeColumn(
    name,
    { vi, en },
    { vi: `${meaningVi}; trống khi không in.`, en: `${meaningEn}; null where not printed.` },
    { nullable: true },
  );

/** What plans promise for indices; what came of it is in the scores. Data set PLAN; GraphQL `IndexGoal`. */
export const indexGoals: BiSet = {
  name: 'index_goals',
  singular: 'index_goal',
  owner: 'plans',
  datasets: ['PLAN'],
  key: ['id'],
  searchable: true,
  provinceColumn: 'province_code',
  changeTracking: true,
  label: { vi: 'Mục tiêu chỉ số', en: 'Index goals' },
  description: {
    vi: 'Mỗi dòng là điều một kế hoạch cam kết cho một chỉ số, một nội dung hay một tiêu chí; kết quả ở tập Scores.',
    en: 'A row is what a plan promises for an index, a dimension or a criterion; what came of it is in the set Scores.',
  },
  columns: [
    codeColumn(
      'id',
      { vi: 'Khóa mục tiêu', en: 'Goal id' },
      {
        vi: 'Không đổi qua các lần đính chính khi chỉ số, tiêu chí và năm giữ nguyên.',
        en: 'Stable over corrections while index, criterion and year agree.',
      },
    ),
    ...planColumns,
    ...provinceColumns,
    wholeColumn(
      'place',
      { vi: 'Thứ tự trong kế hoạch', en: 'Place' },
      { vi: 'Thứ tự như in, từ 1.', en: 'Place in print order, from 1.' },
    ),
    codeColumn(
      'index_code',
      { vi: 'Mã chỉ số', en: 'Index code' },
      { vi: 'PAPI, PCI, PAR_INDEX, SIPAS hay DTI.', en: 'PAPI, PCI, PAR_INDEX, SIPAS or DTI.' },
    ),
    wordsColumn(
      'index_name_vi',
      { vi: 'Tên chỉ số', en: 'Index (Vietnamese)' },
      { vi: 'Tên tiếng Việt của chỉ số.', en: 'Vietnamese name of the index.' },
    ),
    wordsColumn(
      'index_name_en',
      { vi: 'Tên chỉ số (tiếng Anh)', en: 'Index' },
      { vi: 'Tên tiếng Anh của chỉ số.', en: 'English name of the index.' },
    ),
    codeColumn(
      'level',
      { vi: 'Cấp', en: 'Level' },
      { vi: 'Cả chỉ số, một nội dung hay một tiêu chí.', en: 'The whole index, a dimension or a criterion.' },
      { values: GOAL_LEVELS },
    ),
    codeColumn(
      'criterion_code',
      { vi: 'Mã tiêu chí', en: 'Criterion code' },
      {
        vi: 'Trong năm mục tiêu, nếu không có thì trong năm gốc; trống khi không năm nào có tên như in.',
        en: 'In the target year, or where its framework has none, in the baseline year; null where the printed name is in neither.',
      },
      { nullable: true },
    ),
    codeColumn(
      'criterion_id',
      { vi: 'Khóa tiêu chí', en: 'Criterion id' },
      {
        vi: 'Chỉ số, năm đầu của bộ tiêu chí và mã: PAPI:2018:2.1; trống như mã tiêu chí.',
        en: 'Index, first year of the framework and code: PAPI:2018:2.1; null as the criterion code.',
      },
      { nullable: true },
    ),
    wordsColumn(
      'criterion_name_vi',
      { vi: 'Tên tiêu chí', en: 'Criterion (Vietnamese)' },
      {
        vi: 'Tên tiếng Việt trong bộ tiêu chí; trống như mã.',
        en: 'Vietnamese name in the framework; null as the code.',
      },
      { nullable: true },
    ),
    wordsColumn(
      'criterion_name_en',
      { vi: 'Tên tiêu chí (tiếng Anh)', en: 'Criterion' },
      {
        vi: 'Tên tiếng Anh trong bộ tiêu chí (tiếng Việt khi không có); trống như mã.',
        en: 'English name in the framework (the Vietnamese one where it has none); null as the code.',
      },
      { nullable: true },
    ),
    wordsColumn(
      'printed_criterion',
      { vi: 'Tiêu chí như in', en: 'Printed criterion' },
      { vi: 'Tên tiêu chí như in.', en: 'The criterion as printed.' },
    ),
    whole('baseline_year', 'Năm gốc', 'Baseline year', 'Năm của số gốc', 'Year of the baseline'),
    points('baseline_score', 'Điểm gốc', 'Baseline score', 'Điểm gốc như in', 'Score of the baseline as printed'),
    points('baseline_max', 'Điểm gốc tối đa', 'Baseline maximum', 'Điểm tối đa của năm gốc', 'Maximum as printed'),
    whole('baseline_rank', 'Hạng gốc', 'Baseline rank', 'Thứ hạng gốc, 1 là tốt nhất', 'Rank as printed, 1 is best'),
    whole('ranked_among', 'Số tỉnh xếp hạng', 'Ranked among', 'Số tỉnh được xếp hạng', 'How many provinces are ranked'),
    wholeColumn(
      'target_year',
      { vi: 'Năm mục tiêu', en: 'Target year' },
      {
        vi: 'Năm phải đạt; năm cuối của kế hoạch khi không in.',
        en: 'Year by which it is to be met; the last year of the plan where none is printed.',
      },
    ),
    points('target_score', 'Điểm mục tiêu', 'Target score', 'Điểm cam kết', 'Score promised'),
    points('target_max', 'Điểm mục tiêu tối đa', 'Target maximum', 'Điểm tối đa như in', 'Maximum as printed'),
    whole('target_rank', 'Hạng mục tiêu', 'Target rank', 'Thứ hạng cam kết hoặc tốt hơn', 'Rank promised, or better'),
    whole(
      'target_rank_gain',
      'Số bậc tăng',
      'Target rank gain',
      'Số bậc phải tăng so với hạng gốc, khi kế hoạch không nêu hạng',
      'Places to be gained on the baseline rank, where the plan sets a gain and no rank',
    ),
    ...sourceColumns,
    ...recordColumns,
  ],
  navigations: [
    oneRow('plan', 'plans', ['plan_id', 'id'], { vi: 'Kế hoạch', en: 'Plan' }, { partner: 'index_goals' }),
    toProvince,
    toPublication,
  ],
};
