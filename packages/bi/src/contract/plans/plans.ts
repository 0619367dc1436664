import type { BiSet } from '../bi-contract';
import { codeColumn, dayColumn, manyRows, wholeColumn, wordsColumn } from '../column-kinds';
import { documentColumns, provinceColumns, recordColumns, toProvince, toPublication } from '../fact-columns';
import { PLAN_KINDS } from './vocabulary';

/** Reform plans of the provinces, each as its latest publication states it. Data set PLAN; GraphQL `Plan`. */
export const plans: BiSet = {
  name: 'plans',
  singular: 'plan',
  owner: 'plans',
  datasets: ['PLAN'],
  key: ['id'],
  searchable: true,
  provinceColumn: 'province_code',
  changeTracking: true,
  label: { vi: 'Kế hoạch', en: 'Plans' },
  description: {
    vi: 'Mỗi dòng là một kế hoạch cải cách hành chính của một tỉnh, theo lần công bố còn hiệu lực.',
    en: 'A row is one administrative reform plan of a province, as the publication in force states it.',
  },
  columns: [
    codeColumn(
      'id',
      { vi: 'Khóa kế hoạch', en: 'Plan id' },
      { vi: 'Không đổi qua các lần đính chính kế hoạch.', en: 'Stable over corrections of the plan.' },
    ),
    codeColumn(
      'number',
      { vi: 'Số kế hoạch', en: 'Number' },
      { vi: 'Số, ký hiệu như in; trống khi không in.', en: 'Number as printed; null where blank in print.' },
      { nullable: true },
    ),
    wordsColumn('title', { vi: 'Tên kế hoạch', en: 'Title' }, { vi: 'Tên kế hoạch như in.', en: 'Title as printed.' }),
    codeColumn(
      'kind',
      { vi: 'Loại kế hoạch', en: 'Kind' },
      {
        vi: 'Kế hoạch năm (ANNUAL_REFORM_PLAN), nâng cao chỉ số (INDEX_IMPROVEMENT_PLAN) hay giai đoạn (PERIOD_PLAN).',
        en: 'For a year, for raising an index, or for a period of years.',
      },
      { values: PLAN_KINDS },
    ),
    ...provinceColumns,
    wordsColumn(
      'issuer_name',
      { vi: 'Cơ quan ban hành', en: 'Issuer' },
      { vi: 'Cơ quan ban hành như in.', en: 'The issuing agency as printed.' },
    ),
    codeColumn(
      'issuer_agency_id',
      { vi: 'Khóa cơ quan ban hành', en: 'Issuer id' },
      {
        vi: 'Cơ quan đó trong danh mục cơ quan (tập Agencies).',
        en: 'That agency in the directory (set Agencies).',
      },
    ),
    dayColumn(
      'issued_on',
      { vi: 'Ngày ban hành', en: 'Issued on' },
      { vi: 'Ngày ban hành; trống khi không in đủ ngày.', en: 'Day of issue; null where not printed in full.' },
      { nullable: true },
    ),
    codeColumn(
      'approving_number',
      { vi: 'Số quyết định phê duyệt', en: 'Approving decision' },
      {
        vi: 'Số của quyết định mà kế hoạch kèm theo; trống khi không có.',
        en: 'Number of the decision that the plan is attached to; null where there is none.',
      },
      { nullable: true },
    ),
    dayColumn(
      'approving_on',
      { vi: 'Ngày quyết định phê duyệt', en: 'Approved on' },
      { vi: 'Ngày của quyết định đó; trống khi không biết.', en: 'Day of that decision; null where not known.' },
      { nullable: true },
    ),
    dayColumn(
      'period_from',
      { vi: 'Từ ngày', en: 'Period from' },
      { vi: 'Ngày đầu của kỳ kế hoạch.', en: 'First day of the period.' },
    ),
    dayColumn(
      'period_to',
      { vi: 'Đến ngày', en: 'Period to' },
      { vi: 'Ngày cuối của kỳ kế hoạch.', en: 'Last day of the period.' },
    ),
    wordsColumn(
      'signer',
      { vi: 'Người ký', en: 'Signer' },
      { vi: 'Người ký; trống khi không đọc được.', en: 'Who signed; null where not stated.' },
      { nullable: true },
    ),
    wordsColumn(
      'signer_title',
      { vi: 'Chức vụ người ký', en: 'Signer title' },
      { vi: 'Chức vụ của người ký; trống khi không đọc được.', en: 'Post of the signer; null where not stated.' },
      { nullable: true },
    ),
    wholeColumn(
      'target_count',
      { vi: 'Số chỉ tiêu', en: 'Targets' },
      { vi: 'Số dòng của kế hoạch trong tập Targets.', en: 'Rows of the plan in the set Targets.' },
    ),
    wholeColumn(
      'task_count',
      { vi: 'Số nhiệm vụ', en: 'Tasks' },
      { vi: 'Số dòng của kế hoạch trong tập Tasks.', en: 'Rows of the plan in the set Tasks.' },
    ),
    wholeColumn(
      'index_goal_count',
      { vi: 'Số mục tiêu chỉ số', en: 'Index goals' },
      { vi: 'Số dòng của kế hoạch trong tập IndexGoals.', en: 'Rows of the plan in the set IndexGoals.' },
    ),
    ...documentColumns,
    ...recordColumns,
  ],
  navigations: [
    toProvince,
    toPublication,
    manyRows('targets', 'targets', ['id', 'plan_id'], { vi: 'Các chỉ tiêu', en: 'Target rows' }, 'plan'),
    manyRows('tasks', 'tasks', ['id', 'plan_id'], { vi: 'Các nhiệm vụ', en: 'Task rows' }, 'plan'),
    manyRows(
      'index_goals',
      'index_goals',
      ['id', 'plan_id'],
      { vi: 'Các mục tiêu chỉ số', en: 'Index goal rows' },
      'plan',
    ),
  ],
};
