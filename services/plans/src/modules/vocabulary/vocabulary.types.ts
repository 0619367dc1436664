import { registerEnumType } from 'type-graphql';
import { LANGUAGES } from '@lientinh/contracts';
import {
  COMPARATORS,
  DUE_KINDS,
  GOAL_LEVELS,
  PLAN_KINDS,
  RECURRENCES,
  REFORM_AREAS,
  UNITS,
} from '@lientinh/plan-reader';
import { TASK_STATUSES } from './task-status';

/** An enum object for type-graphql from a list of values. */
function enumOf<Value extends string>(
  name: string,
  values: readonly Value[],
  description: string,
): { readonly [V in Value]: V } {
  const object = Object.fromEntries(values.map((value) => [value, value])) as { readonly [V in Value]: V };
  registerEnumType(object, { name, description });
  return object;
}

export const LanguageEnum = enumOf('Language', LANGUAGES, 'Language of names and messages. | Ngôn ngữ.');
export const PlanKindEnum = enumOf('PlanKind', PLAN_KINDS, 'What a plan is for. | Loại kế hoạch.');
export const ReformAreaEnum = enumOf(
  'ReformArea',
  REFORM_AREAS,
  'Area of administrative reform, as plans divide it. | Lĩnh vực cải cách hành chính.',
);
export const ComparatorEnum = enumOf(
  'Comparator',
  COMPARATORS,
  "As printed: no comparing word is EQ, 'trên' is GT, 'tối thiểu' is GTE. For a rank, LTE 10 means among the best ten. | So sánh.",
);
export const UnitEnum = enumOf('Unit', UNITS, 'Unit of a figure. | Đơn vị tính.');
export const DueKindEnum = enumOf(
  'DueKind',
  DUE_KINDS,
  'How a due period is stated; RECURRING, CONTINUOUS, CARRIED_OVER and NONE have no date. | Loại thời hạn.',
);
export const TaskStatusEnum = enumOf(
  'TaskStatus',
  TASK_STATUSES,
  'State of a task on a day. OVERDUE is computed from the due period and is never reported. | Tình trạng nhiệm vụ.',
);
export const RecurrenceEnum = enumOf(
  'ReportRecurrence',
  RECURRENCES,
  'How often a report is owed; PERIODIC: «định kỳ» without a period. | Kỳ báo cáo.',
);
export const GoalLevelEnum = enumOf(
  'IndexGoalLevel',
  GOAL_LEVELS,
  'The whole index, one of its dimensions, or a criterion inside a dimension. | Cấp của mục tiêu.',
);
