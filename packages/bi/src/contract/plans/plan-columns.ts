import type { BiColumn } from '../bi-contract';
import { codeColumn, dayColumn, wordsColumn } from '../column-kinds';
import { PLAN_KINDS, REFORM_AREAS } from './vocabulary';

/** Digits of the figures of plans: what a program can send exactly, and no more than BI tools take. */
export const FIGURE = { precision: 38, scale: 20 } as const;

/** The plan that a row is part of, beside the row. */
export const planColumns: readonly BiColumn[] = [
  codeColumn(
    'plan_id',
    { vi: 'Khóa kế hoạch', en: 'Plan id' },
    { vi: 'Kế hoạch, qua mọi lần đính chính.', en: 'The plan, over all its corrections.' },
  ),
  codeColumn(
    'plan_number',
    { vi: 'Số kế hoạch', en: 'Plan number' },
    { vi: 'Số, ký hiệu như in; trống khi không in.', en: 'Number as printed; null where blank in print.' },
    { nullable: true },
  ),
  wordsColumn(
    'plan_title',
    { vi: 'Tên kế hoạch', en: 'Plan title' },
    { vi: 'Tên kế hoạch như in.', en: 'Title of the plan as printed.' },
  ),
  codeColumn(
    'plan_kind',
    { vi: 'Loại kế hoạch', en: 'Plan kind' },
    {
      vi: 'Kế hoạch năm (ANNUAL_REFORM_PLAN), nâng cao chỉ số (INDEX_IMPROVEMENT_PLAN) hay giai đoạn (PERIOD_PLAN).',
      en: 'For a year, for raising an index, or for a period of years.',
    },
    { values: PLAN_KINDS },
  ),
  dayColumn(
    'plan_period_from',
    { vi: 'Kế hoạch từ ngày', en: 'Plan period from' },
    { vi: 'Ngày đầu của kỳ kế hoạch.', en: 'First day of the period of the plan.' },
  ),
  dayColumn(
    'plan_period_to',
    { vi: 'Kế hoạch đến ngày', en: 'Plan period to' },
    { vi: 'Ngày cuối của kỳ kế hoạch.', en: 'Last day of the period of the plan.' },
  ),
];

/** Area of reform of a target or task. */
export const areaColumn: BiColumn = codeColumn(
  'area',
  { vi: 'Lĩnh vực', en: 'Area' },
  {
    vi: 'Lĩnh vực cải cách: thể chế, thủ tục hành chính, tổ chức bộ máy, công chức, tài chính công, chính quyền số, chỉ đạo điều hành, một cửa.',
    en: 'Area of reform: institutions, procedures, organisation, civil service, public finance, digital government, steering, one-stop shops.',
  },
  { values: REFORM_AREAS },
);
