import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { Comparator, PlanKind, ReformArea, Unit } from '@lientinh/plan-reader';
import { CalendarDate, SourceReference } from '@lientinh/subgraph';
import { PlanFinding } from '../finding/finding.types';
import { LegalReference } from '../legal-reference/legal-reference.types';
import { Metric } from '../metric/metric.types';
import { ApprovingDecision, Plan } from '../plan/plan.types';
import { AgencyReference, CriterionReference } from '../references/references.types';
import { ReportDuty } from '../report-duty/report-duty.types';
import { Shortcoming } from '../shortcoming/shortcoming.types';
import { DueType, TaskAgency } from '../task/task.types';
import { ComparatorEnum, PlanKindEnum, ReformAreaEnum, UnitEnum } from '../vocabulary/vocabulary.types';

@ObjectType({ description: 'A target as it was read. | Chỉ tiêu đọc được.' })
export class TargetReading {
  @Field(() => ReformAreaEnum, { description: 'Area of reform.' })
  readonly area!: ReformArea;

  @Field(() => String, { description: 'The clause as printed, shortened.' })
  readonly label!: string;

  @Field(() => Metric, { nullable: true, description: 'What the figure is about.' })
  readonly metric!: Metric | null;

  @Field(() => ComparatorEnum, { description: 'As printed.' })
  readonly comparator!: Comparator;

  @Field(() => Float, { description: 'In `unit`.' })
  readonly value!: number;

  @Field(() => UnitEnum, { description: 'Unit of `value`.' })
  readonly unit!: Unit;

  @Field(() => CalendarDate, { nullable: true, description: 'Only where printed with the figure.' })
  readonly deadline!: string | null;

  @Field(() => SourceReference, { nullable: true, description: 'Where it stands.' })
  readonly source!: SourceReference | null;
}

@ObjectType({ description: 'A product of a task as it was read. | Sản phẩm đọc được.' })
export class TaskProductReading {
  @Field(() => String, { description: 'As printed.' })
  readonly name!: string;

  @Field(() => DueType, { nullable: true, description: 'Its own due period.' })
  readonly due!: DueType | null;
}

@ObjectType({ description: 'A task as it was read. | Nhiệm vụ đọc được.' })
export class TaskReading {
  @Field(() => ID, { description: 'The id that the task gets, or keeps.' })
  readonly id!: string;

  @Field(() => String, { description: 'As printed, or its place in the table.' })
  readonly number!: string;

  @Field(() => ReformAreaEnum, { description: 'Area of reform.' })
  readonly area!: ReformArea;

  @Field(() => String, { description: 'What is to be done.' })
  readonly content!: string;

  @Field(() => [TaskProductReading], { description: 'Products, in print order.' })
  readonly products!: readonly TaskProductReading[];

  @Field(() => [TaskAgency], { description: 'Who leads.' })
  readonly leads!: readonly TaskAgency[];

  @Field(() => [TaskAgency], { description: 'Who coordinates.' })
  readonly coordinators!: readonly TaskAgency[];

  @Field(() => DueType, { nullable: true, description: 'Due period.' })
  readonly due!: DueType | null;

  @Field(() => SourceReference, { nullable: true, description: 'Where it stands.' })
  readonly source!: SourceReference | null;
}

@ObjectType({ description: 'A goal for an index as it was read. | Mục tiêu chỉ số đọc được.' })
export class IndexGoalReading {
  @Field(() => ID, { description: 'Code of the index.' })
  readonly indexCode!: string;

  @Field(() => CriterionReference, {
    nullable: true,
    description: 'The criterion that the printed name was matched with.',
  })
  readonly criterion!: CriterionReference | null;

  @Field(() => String, { description: 'The criterion as printed.' })
  readonly printedCriterion!: string;

  @Field(() => Int, { nullable: true, description: 'Year of the baseline.' })
  readonly baselineYear!: number | null;

  @Field(() => Float, { nullable: true, description: 'Points.' })
  readonly baselineScore!: number | null;

  @Field(() => Int, { nullable: true, description: 'Rank.' })
  readonly baselineRank!: number | null;

  @Field(() => Int, { nullable: true, description: 'Year by which it is to be met.' })
  readonly targetYear!: number | null;

  @Field(() => Float, { nullable: true, description: 'Points promised.' })
  readonly targetScore!: number | null;

  @Field(() => Int, { nullable: true, description: 'Rank promised.' })
  readonly targetRank!: number | null;

  @Field(() => Int, { nullable: true, description: 'Places to be gained.' })
  readonly targetRankGain!: number | null;

  @Field(() => SourceReference, { nullable: true, description: 'Where it stands.' })
  readonly source!: SourceReference | null;
}

@ObjectType({
  description: 'What the platform reads in the text of a plan, before anything is published. | Kết quả đọc thử.',
})
export class PlanReading {
  @Field(() => String, { nullable: true, description: 'Number as printed.' })
  readonly number!: string | null;

  @Field(() => ApprovingDecision, { nullable: true, description: 'The decision that approves the plan.' })
  readonly approvingDecision!: ApprovingDecision | null;

  @Field(() => PlanKindEnum, { description: 'What the plan is for.' })
  readonly kind!: PlanKind;

  @Field(() => String, { description: 'Title as printed.' })
  readonly title!: string;

  @Field(() => ID, { nullable: true, description: 'Code of the province that the text names.' })
  readonly printedProvince!: string | null;

  @Field(() => String, { nullable: true, description: 'The issuing agency as printed.' })
  readonly issuerName!: string | null;

  @Field(() => AgencyReference, {
    nullable: true,
    description: 'The issuing agency; null where publishing needs `issuerAgency`.',
  })
  readonly issuer!: AgencyReference | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of issue.' })
  readonly issuedOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'First day of the period; null where the title names none.',
  })
  readonly periodFrom!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day of the period.' })
  readonly periodTo!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the person who signed.' })
  readonly signer!: string | null;

  @Field(() => [TargetReading], { description: 'Targets, in print order.' })
  readonly targets!: readonly TargetReading[];

  @Field(() => [TaskReading], { description: 'Tasks, in print order.' })
  readonly tasks!: readonly TaskReading[];

  @Field(() => [IndexGoalReading], { description: 'Goals for indices, in print order.' })
  readonly indexGoals!: readonly IndexGoalReading[];

  @Field(() => [Shortcoming], { description: 'Shortcomings, in print order.' })
  readonly shortcomings!: readonly Shortcoming[];

  @Field(() => [ReportDuty], { description: 'Report duties, in print order.' })
  readonly reportDuties!: readonly ReportDuty[];

  @Field(() => [LegalReference], { description: 'What it cites.' })
  readonly legalReferences!: readonly LegalReference[];

  @Field(() => [PlanFinding], { description: 'Where the document contradicts itself or could not be read.' })
  readonly findings!: readonly PlanFinding[];

  @Field(() => Plan, { nullable: true, description: 'The current plan that publishing this text would supersede.' })
  readonly supersedes!: Plan | null;

  @Field(() => [ID], {
    description: 'Ids of the tasks of that plan which this text no longer has: their progress would be hidden.',
  })
  readonly tasksLost!: readonly string[];
}
