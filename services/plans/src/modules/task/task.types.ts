import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import type { DueKind, ReformArea } from '@lientinh/plan-reader';
import { CalendarDate, connectionTypes, Node, SourceReference, type Connection } from '@lientinh/subgraph';
import { AgencyReference } from '../references/references.types';
import { DueKindEnum, ReformAreaEnum, TaskStatusEnum } from '../vocabulary/vocabulary.types';
import type { TaskStatus } from '../vocabulary/task-status';

@ObjectType('Due', {
  description: 'When something is due, as printed and as dates; a period is closed on both ends. | Thời hạn.',
})
export class DueType {
  @Field(() => DueKindEnum, { description: 'How it is stated.' })
  readonly kind!: DueKind;

  @Field(() => CalendarDate, { nullable: true, description: 'First day.' })
  readonly from!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day.' })
  readonly to!: string | null;

  @Field(() => String, { description: 'As printed; empty where nothing is.' })
  readonly text!: string;
}

@ObjectType({
  description:
    'The name as printed, and the agency it was resolved to: null when the name stayed ambiguous. | Cơ quan.',
})
export class TaskAgency {
  @Field(() => String, { description: 'As printed.' })
  readonly printedName!: string;

  @Field(() => AgencyReference, { nullable: true, description: 'The agency meant.' })
  readonly agency!: AgencyReference | null;
}

@ObjectType({ description: 'What a task yields. | Sản phẩm.' })
export class TaskProduct {
  @Field(() => String, { description: 'As printed.' })
  readonly name!: string;

  @Field(() => DueType, { nullable: true, description: 'Its own due period, where one is printed.' })
  readonly due!: DueType | null;

  @Field(() => [TaskAgency], { description: 'Leading agencies printed with this product.' })
  readonly leads!: readonly TaskAgency[];

  @Field(() => [TaskAgency], { description: 'Coordinating agencies printed with this product.' })
  readonly coordinators!: readonly TaskAgency[];

  @Field(() => SourceReference, { nullable: true, description: 'Where the plan says it.' })
  readonly source!: SourceReference | null;
}

@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'A task of a plan. | Nhiệm vụ.' })
export class Task implements Node {
  @Field(() => ID, { description: 'Stable over corrections while number and content agree; progress is kept by it.' })
  readonly id!: string;

  @Field(() => String, { description: 'As printed; where none is printed, its place in the table (`VII.1-2`).' })
  readonly number!: string;

  @Field(() => String, { description: 'Part and number, unique in the plan: `II.1`.' })
  readonly reference!: string;

  @Field(() => String, { nullable: true, description: 'Heading of the part of the table.' })
  readonly sectionTitle!: string | null;

  @Field(() => ReformAreaEnum, { description: 'Area of reform.' })
  readonly area!: ReformArea;

  @Field(() => String, { description: 'What is to be done; empty where the text lost it. | Nội dung.' })
  readonly content!: string;

  @Field(() => DueType, { description: 'Of the task; the span of all its products where they differ.' })
  readonly due!: DueType;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day after which the task is overdue: the last day of the product due first.',
  })
  readonly earliestDeadline!: string | null;

  @Field(() => SourceReference, { nullable: true, description: 'Where the plan says it.' })
  readonly source!: SourceReference | null;

  readonly planId!: string;
  readonly provinceId!: string;
  readonly publicationSequence!: number;
  readonly ordinal!: number;
  readonly knownAt!: string | null;
  readonly rank!: number;
}

export const TaskConnection = connectionTypes(Task, 'Task');
export type TaskConnection = Connection<Task>;

@InputType({ description: 'Which tasks; all conditions hold together. | Bộ lọc nhiệm vụ.' })
export class TaskFilter {
  @Field(() => [ID], {
    nullable: true,
    description:
      'Province codes, meaning the units of the day `asOf`, or without a day every unit that bore the code; or ids.',
  })
  readonly provinces?: readonly string[] | null;

  @Field(() => ID, { nullable: true, description: 'Id of a plan.' })
  readonly plan?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Agency id, or the name of an agency: in every province the agency of that name (`Sở Nội vụ`).',
  })
  readonly lead?: string | null;

  @Field(() => ReformAreaEnum, { nullable: true, description: 'Area of reform.' })
  readonly area?: ReformArea | null;

  @Field(() => TaskStatusEnum, { nullable: true, description: 'Status on the day `asOf`.' })
  readonly status?: TaskStatus | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Tasks of which something is due before this day.' })
  readonly dueBefore?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the status; today in Việt Nam if left out.' })
  readonly asOf?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words of content and products, with or without diacritics; best match first.',
  })
  readonly search?: string | null;
}
