import type { BiSet } from '../bi-contract';
import { codeColumn, oneRow, wholeColumn, wordsColumn } from '../column-kinds';
import { provinceColumns, recordColumns, sourceColumns, toProvince, toPublication } from '../fact-columns';
import { areaColumn, planColumns } from './plan-columns';
import { AGENCY_ROLES } from './vocabulary';

/** Who leads and coordinates each task, a row for each name: for counting duties by agency. GraphQL `Task.leads`, `Task.coordinators`. */
export const taskAgencies: BiSet = {
  name: 'task_agencies',
  singular: 'task_agency',
  owner: 'plans',
  datasets: ['PLAN'],
  key: ['task_id', 'role', 'place'],
  searchable: true,
  provinceColumn: 'province_code',
  changeTracking: true,
  label: { vi: 'Phân công nhiệm vụ', en: 'Task agencies' },
  description: {
    vi: 'Mỗi dòng là một cơ quan được nêu chủ trì hoặc phối hợp một nhiệm vụ.',
    en: 'A row is one agency named to lead or to coordinate one task.',
  },
  columns: [
    codeColumn('task_id', { vi: 'Khóa nhiệm vụ', en: 'Task id' }, { vi: 'Nhiệm vụ.', en: 'The task.' }),
    codeColumn(
      'role',
      { vi: 'Vai trò', en: 'Role' },
      { vi: 'Chủ trì (LEAD) hay phối hợp (COORDINATOR).', en: 'Leads the task, or coordinates.' },
      { values: AGENCY_ROLES },
    ),
    wholeColumn(
      'place',
      { vi: 'Thứ tự', en: 'Place' },
      { vi: 'Thứ tự như in trong vai trò, từ 1.', en: 'Place in print order among those of the role, from 1.' },
    ),
    wordsColumn(
      'printed_name',
      { vi: 'Tên như in', en: 'Printed name' },
      { vi: 'Tên cơ quan như in.', en: 'Name of the agency as printed.' },
    ),
    codeColumn(
      'agency_id',
      { vi: 'Khóa cơ quan', en: 'Agency id' },
      {
        vi: 'Cơ quan trong danh mục (tập Agencies); trống khi tên không rõ là cơ quan nào.',
        en: 'The agency in the directory (set Agencies); null where the name stayed ambiguous or unknown.',
      },
      { nullable: true },
    ),
    codeColumn(
      'task_reference',
      { vi: 'Ký hiệu nhiệm vụ', en: 'Task reference' },
      { vi: 'Phần và số, duy nhất trong kế hoạch.', en: 'Part and number, unique in the plan.' },
    ),
    wordsColumn(
      'task_content',
      { vi: 'Nội dung nhiệm vụ', en: 'Task content' },
      { vi: 'Việc phải làm.', en: 'What is to be done.' },
    ),
    areaColumn,
    ...planColumns,
    ...provinceColumns,
    ...sourceColumns,
    ...recordColumns,
  ],
  navigations: [
    oneRow('task', 'tasks', ['task_id', 'id'], { vi: 'Nhiệm vụ', en: 'Task' }, { partner: 'agencies' }),
    oneRow('plan', 'plans', ['plan_id', 'id'], { vi: 'Kế hoạch', en: 'Plan' }),
    toProvince,
    toPublication,
  ],
};
