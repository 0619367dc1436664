import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CalendarDate } from '@lientinh/subgraph';
import { TaskStatusEnum } from '../vocabulary/vocabulary.types';
import type { TaskStatus } from '../vocabulary/task-status';

@ObjectType({ description: 'What a province said of a task on a day. | Báo cáo tiến độ.' })
export class ProgressReport {
  @Field(() => CalendarDate, { description: 'The day that the report is about.' })
  readonly reportedOn!: string;

  @Field(() => TaskStatusEnum, { description: 'As reported; never OVERDUE.' })
  readonly status!: TaskStatus;

  @Field(() => Int, { nullable: true, description: 'Percent done, 0 to 100.' })
  readonly percent!: number | null;

  @Field(() => String, { nullable: true, description: 'Remark. | Ghi chú.' })
  readonly note!: string | null;

  readonly publicationSequence!: number;
}

@InputType({ description: 'The state of one task. | Tiến độ của một nhiệm vụ.' })
export class TaskProgressInput {
  @Field(() => ID, { description: 'Id of the task; it must belong to the plan.' })
  readonly task!: string;

  @Field(() => TaskStatusEnum, { description: 'NOT_STARTED, IN_PROGRESS, DONE or CANCELLED; OVERDUE is computed.' })
  readonly status!: TaskStatus;

  @Field(() => Int, { nullable: true, description: 'Percent done, 0 to 100.' })
  readonly percent?: number | null;

  @Field(() => String, { nullable: true, description: 'Remark; 2,000 characters at most.' })
  readonly note?: string | null;
}

@InputType({ description: 'The state of tasks of one plan on one day. | Báo cáo tiến độ nhiệm vụ.' })
export class ReportTaskProgressInput {
  @Field(() => String, {
    description: '1 to 200 printable characters; the same key and content give the same receipt.',
  })
  readonly idempotencyKey!: string;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Validate and report without writing.' })
  readonly dryRun?: boolean | null;

  @Field(() => ID, { description: 'Id of the plan.' })
  readonly plan!: string;

  @Field(() => CalendarDate, {
    description: 'The day the report is about; not in the future. A later report of the same day replaces it.',
  })
  readonly reportedOn!: string;

  @Field(() => [TaskProgressInput], { description: 'The tasks; 20,000 at most.' })
  readonly items!: readonly TaskProgressInput[];
}
