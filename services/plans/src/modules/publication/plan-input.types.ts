import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { Comparator, PlanKind, ReformArea, Unit } from '@lientinh/plan-reader';
import { CalendarDate } from '@lientinh/subgraph';
import { ComparatorEnum, PlanKindEnum, ReformAreaEnum, UnitEnum } from '../vocabulary/vocabulary.types';

@InputType({ description: 'A promised figure. | Chỉ tiêu.' })
export class TargetInput {
  @Field(() => ReformAreaEnum, { description: 'Area of reform under which the plan states it.' })
  readonly area!: ReformArea;

  @Field(() => String, { description: 'The clause as printed; 2,000 characters at most.' })
  readonly label!: string;

  @Field(() => ID, { nullable: true, description: 'Code of the metric; none where the catalogue has no such metric.' })
  readonly metric?: string | null;

  @Field(() => ComparatorEnum, { description: 'As printed.' })
  readonly comparator!: Comparator;

  @Field(() => Float, { description: 'In `unit`; percentages 0 to 100, more only where it may exceed 100.' })
  readonly value!: number;

  @Field(() => UnitEnum, { description: "Unit of `value`; the metric's own unit where there is a metric." })
  readonly unit!: Unit;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Only where printed with the figure; else the end of the plan counts.',
  })
  readonly deadline?: string | null;
}

@InputType({ description: 'What a task yields. | Sản phẩm.' })
export class TaskProductInput {
  @Field(() => String, { description: 'The product as printed.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Due text as printed: Quý IV/2021, 30/6/2021, Thường xuyên …' })
  readonly due?: string | null;
}

@InputType({ description: 'A task. | Nhiệm vụ.' })
export class TaskInput {
  @Field(() => String, { description: 'Number as printed.' })
  readonly number!: string;

  @Field(() => ReformAreaEnum, { description: 'Area of reform.' })
  readonly area!: ReformArea;

  @Field(() => String, { description: 'What is to be done; 10,000 characters at most.' })
  readonly content!: string;

  @Field(() => [TaskProductInput], { description: 'Products, in print order.' })
  readonly products!: readonly TaskProductInput[];

  @Field(() => [String], { description: 'Names of the leading agencies as printed, or agency ids.' })
  readonly leads!: readonly string[];

  @Field(() => [String], {
    nullable: true,
    description: 'Names of the coordinating agencies as printed, or agency ids.',
  })
  readonly coordinators?: readonly string[] | null;

  @Field(() => String, { nullable: true, description: 'Due text as printed.' })
  readonly due?: string | null;
}

@InputType({ description: 'What a plan promises for an index. | Mục tiêu về chỉ số.' })
export class IndexGoalInput {
  @Field(() => ID, { description: 'Code of the index: PAPI, PCI, PAR_INDEX, SIPAS, DTI.' })
  readonly index!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of the criterion in the target year; TOTAL for the whole index.',
  })
  readonly criterion?: string | null;

  @Field(() => String, { description: 'The criterion as printed.' })
  readonly printedCriterion!: string;

  @Field(() => Int, { nullable: true, description: 'Year of the baseline.' })
  readonly baselineYear?: number | null;

  @Field(() => Float, { nullable: true, description: 'Points.' })
  readonly baselineScore?: number | null;

  @Field(() => Float, { nullable: true, description: 'Points at most.' })
  readonly baselineMax?: number | null;

  @Field(() => Int, { nullable: true, description: 'Rank; 1 is best.' })
  readonly baselineRank?: number | null;

  @Field(() => Int, { description: 'Year by which the goal is to be met.' })
  readonly targetYear!: number;

  @Field(() => Float, { nullable: true, description: 'Points.' })
  readonly targetScore?: number | null;

  @Field(() => Float, { nullable: true, description: 'Points at most.' })
  readonly targetMax?: number | null;

  @Field(() => Int, { nullable: true, description: 'Rank; 1 is best.' })
  readonly targetRank?: number | null;

  @Field(() => Int, { nullable: true, description: 'Places to be gained on the baseline rank.' })
  readonly targetRankGain?: number | null;
}

@InputType({ description: 'A plan already structured. | Kế hoạch đã cấu trúc.' })
export class PlanInput {
  @Field(() => String, { nullable: true, description: 'Number as printed, for example 105/KH-UBND.' })
  readonly number?: string | null;

  @Field(() => PlanKindEnum, { description: 'What the plan is for.' })
  readonly kind!: PlanKind;

  @Field(() => String, { description: 'Title; 1,000 characters at most.' })
  readonly title!: string;

  @Field(() => String, { description: 'The issuing agency as printed, or its id.' })
  readonly issuer!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of issue.' })
  readonly issuedOn?: string | null;

  @Field(() => CalendarDate, { description: 'First day of the period.' })
  readonly periodFrom!: string;

  @Field(() => CalendarDate, { description: 'Last day of the period.' })
  readonly periodTo!: string;

  @Field(() => String, { nullable: true, description: 'Name of the person who signed.' })
  readonly signer?: string | null;

  @Field(() => [TargetInput], { nullable: true, description: 'Promised figures.' })
  readonly targets?: readonly TargetInput[] | null;

  @Field(() => [TaskInput], { nullable: true, description: 'Tasks, in print order.' })
  readonly tasks?: readonly TaskInput[] | null;

  @Field(() => [IndexGoalInput], { nullable: true, description: 'Goals for indices.' })
  readonly indexGoals?: readonly IndexGoalInput[] | null;
}

@InputType({ description: 'One plan of one province: its text, or the plan structured. | Công bố một kế hoạch.' })
export class PublishPlanInput {
  @Field(() => String, {
    description: '1 to 200 printable characters; the same key and content give the same receipt.',
  })
  readonly idempotencyKey!: string;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Validate and report without writing.' })
  readonly dryRun?: boolean | null;

  @Field(() => ID, { description: 'Code of the province on the day of the plan.' })
  readonly province!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The plan as text; the platform reads it. 2,000,000 characters at most.',
  })
  readonly text?: string | null;

  @Field(() => PlanInput, { nullable: true, description: 'Or already structured; 20,000 rows at most.' })
  readonly plan?: PlanInput | null;

  @Field(() => String, { nullable: true, description: 'Name of the document, shown as the source of each fact.' })
  readonly documentName?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The plan that this one corrects. Not needed where number (or kind, period and title of an unnumbered plan) stayed the same.',
  })
  readonly corrects?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Agency id of the issuer, where the printed name is none of the directory.',
  })
  readonly issuerAgency?: string | null;
}
