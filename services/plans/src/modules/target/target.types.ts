import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';
import type { Comparator, ReformArea, Unit } from '@lientinh/plan-reader';
import { ProvinceReference } from '@lientinh/publishing';
import { CalendarDate, connectionTypes, Node, SourceReference, type Connection } from '@lientinh/subgraph';
import { Metric } from '../metric/metric.types';
import { ComparatorEnum, ReformAreaEnum, UnitEnum } from '../vocabulary/vocabulary.types';

@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'A figure that a plan promises. | Chỉ tiêu của kế hoạch.' })
export class Target implements Node {
  @Field(() => ID, { description: 'Stable over corrections while metric and wording agree.' })
  readonly id!: string;

  @Field(() => ReformAreaEnum, { description: 'Area of reform under which the plan states it.' })
  readonly area!: ReformArea;

  @Field(() => String, { description: 'The clause as printed, shortened.' })
  readonly label!: string;

  @Field(() => ComparatorEnum, { description: 'As printed.' })
  readonly comparator!: Comparator;

  @Field(() => Float, { description: 'In `unit`.' })
  readonly value!: number;

  @Field(() => UnitEnum, { description: 'Unit of `value`.' })
  readonly unit!: Unit;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Only where printed with the figure; else the end of the plan counts.',
  })
  readonly deadline!: string | null;

  @Field(() => CalendarDate, { description: 'The deadline, or the last day of the plan where none is printed.' })
  readonly effectiveDeadline!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The administrative level that the figure is said of, where one is printed.',
  })
  readonly scope!: string | null;

  @Field(() => SourceReference, { nullable: true, description: 'Where the plan says it.' })
  readonly source!: SourceReference | null;

  readonly metricCode!: string | null;
  readonly provinceId!: string;
  readonly publicationSequence!: number;
  readonly knownAt!: string | null;
  readonly ordinal!: number;
  readonly planId!: string;
}

export const TargetConnection = connectionTypes(Target, 'Target');
export type TargetConnection = Connection<Target>;

@ObjectType({ description: 'What one province promised. | Cột của một tỉnh.' })
export class TargetColumn {
  @Field(() => ProvinceReference, { description: 'The unit that bore the code when the plans were made.' })
  readonly province!: ProvinceReference;

  @Field(() => [Target], {
    description: 'By deadline, then in print order; empty where the province promised nothing.',
  })
  readonly targets!: readonly Target[];
}

@ObjectType({ description: 'What each province promised for one metric, side by side. | So sánh chỉ tiêu.' })
export class TargetComparison {
  @Field(() => Metric, { description: 'What is compared.' })
  readonly metric!: Metric;

  @Field(() => [TargetColumn], { description: 'A column for each province, in the order asked.' })
  readonly columns!: readonly TargetColumn[];
}
