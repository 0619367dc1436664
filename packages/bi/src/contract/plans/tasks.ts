import type { BiSet } from '../bi-contract';
import { codeColumn, manyRows, oneRow, wholeColumn, wordsColumn } from '../column-kinds';
import { provinceColumns, recordColumns, sourceColumns, toProvince, toPublication } from '../fact-columns';
import { areaColumn, planColumns } from './plan-columns';
import { agencyColumns, dueColumns, progressColumns } from './task-columns';

/** The tasks of plans with who does them, when they are due and what was reported last. GraphQL `Task`. */
export const tasks: BiSet = {
  name: 'tasks',
  singular: 'task',
  owner: 'plans',
  datasets: ['PLAN', 'TASK_PROGRESS'],
  key: ['id'],
  searchable: true,
  provinceColumn: 'province_code',
  changeTracking: true,
  label: { vi: 'Nhiệm vụ', en: 'Tasks' },
  description: {
    vi: 'Mỗi dòng là một nhiệm vụ của một kế hoạch, cùng tiến độ báo cáo gần nhất.',
    en: 'A row is one task of a plan, with the progress reported last.',
  },
  columns: [
    codeColumn(
      'id',
      { vi: 'Khóa nhiệm vụ', en: 'Task id' },
      {
        vi: 'Không đổi qua các lần đính chính khi số và nội dung giữ nguyên; tiến độ được giữ theo khóa này.',
        en: 'Stable over corrections while number and content agree; progress is kept by it.',
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
      'reference',
      { vi: 'Ký hiệu nhiệm vụ', en: 'Reference' },
      { vi: 'Phần và số, duy nhất trong kế hoạch: II.1.', en: 'Part and number, unique in the plan: II.1.' },
    ),
    codeColumn(
      'number',
      { vi: 'Số nhiệm vụ', en: 'Number' },
      {
        vi: 'Như in; khi không in thì là vị trí trong bảng (VII.1-2).',
        en: 'As printed; where none is printed, its place in the table (VII.1-2).',
      },
    ),
    wordsColumn(
      'section_title',
      { vi: 'Tên phần', en: 'Section' },
      {
        vi: 'Tên phần của bảng nhiệm vụ; trống khi không có.',
        en: 'Heading of the part of the table; null where none.',
      },
      { nullable: true },
    ),
    areaColumn,
    wordsColumn(
      'content',
      { vi: 'Nội dung', en: 'Content' },
      { vi: 'Việc phải làm; rỗng khi văn bản bị mất chữ.', en: 'What is to be done; empty where the text lost it.' },
    ),
    ...agencyColumns,
    ...dueColumns,
    ...progressColumns,
    ...sourceColumns,
    ...recordColumns,
  ],
  navigations: [
    oneRow('plan', 'plans', ['plan_id', 'id'], { vi: 'Kế hoạch', en: 'Plan' }, { partner: 'tasks' }),
    toProvince,
    toPublication,
    oneRow(
      'progress_publication',
      'publications',
      ['progress_publication_id', 'id'],
      { vi: 'Lần báo cáo', en: 'Progress publication' },
      { nullable: true },
    ),
    manyRows('agencies', 'task_agencies', ['id', 'task_id'], { vi: 'Các cơ quan', en: 'Agency rows' }, 'task'),
  ],
};
