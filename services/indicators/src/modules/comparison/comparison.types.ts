import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { BilingualText } from '@lientinh/contracts';
import { ProvinceReference } from '@lientinh/publishing';
import { SourceReference } from '@lientinh/subgraph';
import { Criterion, Index } from '../framework/framework.types';
import { Score, ScoreStatus } from '../score/score.types';

export const Boundaries = { HISTORICAL: 'HISTORICAL', CURRENT: 'CURRENT' } as const;
export type Boundaries = keyof typeof Boundaries;
registerEnumType(Boundaries, {
  name: 'Boundaries',
  description:
    'HISTORICAL: the units of that year. CURRENT: the units in force today, figures of merged units derived and marked.',
});

export const MissingReason = {
  NOT_PUBLISHED: 'NOT_PUBLISHED',
  NOT_SURVEYED: 'NOT_SURVEYED',
  CRITERION_NOT_IN_FRAMEWORK: 'CRITERION_NOT_IN_FRAMEWORK',
  PROVINCE_NOT_IN_FORCE: 'PROVINCE_NOT_IN_FORCE',
} as const;
export type MissingReason = keyof typeof MissingReason;
registerEnumType(MissingReason, {
  name: 'MissingReason',
  description:
    'Why there is no value. NOT_PUBLISHED: nobody published one for this unit. NOT_SURVEYED: the index left it out that year. CRITERION_NOT_IN_FRAMEWORK: the framework of the year has no such criterion. PROVINCE_NOT_IN_FORCE: the unit did not exist on 30 June of the year.',
});

export const ComparabilityNoteKind = {
  FRAMEWORK_CHANGED: 'FRAMEWORK_CHANGED',
  CRITERION_ADDED: 'CRITERION_ADDED',
  CRITERION_DROPPED: 'CRITERION_DROPPED',
  BOUNDARY_CHANGED: 'BOUNDARY_CHANGED',
  DERIVED_VALUE: 'DERIVED_VALUE',
  PARTIAL_COVERAGE: 'PARTIAL_COVERAGE',
} as const;
export type ComparabilityNoteKind = keyof typeof ComparabilityNoteKind;
registerEnumType(ComparabilityNoteKind, {
  name: 'ComparabilityNoteKind',
  description: 'What keeps figures from being compared, or how they came about.',
});

@ObjectType({ description: 'One figure of the side-by-side table, or the reason why there is none. | Một ô so sánh.' })
export class ComparisonCell {
  @Field(() => ProvinceReference, { description: 'The province of the column.' })
  readonly province!: ProvinceReference;

  @Field(() => Float, {
    nullable: true,
    description: 'The value that counts, as published; null with a reason in `missing`.',
  })
  readonly value!: number | null;

  @Field(() => Float, { nullable: true, description: 'Points at most.' })
  readonly maxScore!: number | null;

  @Field(() => Int, { nullable: true, description: 'As Score.rank.' })
  readonly rank!: number | null;

  @Field(() => Int, { nullable: true, description: 'As Score.rankedAmong.' })
  readonly rankedAmong!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Value minus that of baselineYear; null across a methodology break (see the notes) or without both values.',
  })
  readonly change!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Places gained since baselineYear: positive is better. Null where `change` is.',
  })
  readonly rankChange!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'National best minus value; null where the criterion is not complete.',
  })
  readonly gapToBest!: number | null;

  @Field(() => ScoreStatus, { nullable: true, description: 'Status of the value that counts.' })
  readonly status!: ScoreStatus | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'What the province claimed for itself before appraisal; seen by that province and the ministry, null for others.',
  })
  readonly selfAssessed!: number | null;

  @Field(() => Float, { nullable: true, description: 'Value minus what the province claimed.' })
  readonly selfAssessedGap!: number | null;

  @Field(() => MissingReason, { nullable: true, description: 'Why there is no value; null when there is one.' })
  readonly missing!: MissingReason | null;

  @Field(() => SourceReference, { nullable: true, description: 'The document in which the value stands.' })
  readonly source!: SourceReference | null;

  @Field(() => [Score], {
    description:
      'Other values that some source states for the same cell; for a merged unit, those of the units it was made of.',
  })
  readonly otherValues!: readonly Score[];
}

@ObjectType({ description: 'One criterion over the provinces compared. | Một tiêu chí.' })
export class ComparisonRow {
  @Field(() => Criterion)
  readonly criterion!: Criterion;

  @Field(() => [ComparisonCell], { description: 'In the order of the provinces of the comparison.' })
  readonly cells!: readonly ComparisonCell[];

  @Field(() => Float, {
    nullable: true,
    description: 'Median of all provinces with a value; null where the criterion is not complete.',
  })
  readonly nationalMedian!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Highest value in the country; null where the criterion is not complete.',
  })
  readonly nationalBest!: number | null;

  @Field(() => Int, { description: 'Provinces with a value.' })
  readonly nationalCount!: number;
}

@ObjectType({ description: 'What to know before reading figures side by side. | Lưu ý khi so sánh.' })
export class ComparabilityNote {
  @Field(() => ComparabilityNoteKind)
  readonly kind!: ComparabilityNoteKind;

  @Field(() => Criterion, { nullable: true, description: 'The criterion concerned; null for all.' })
  readonly criterion!: Criterion | null;

  @Field(() => ProvinceReference, { nullable: true, description: 'The province concerned; null for all.' })
  readonly province!: ProvinceReference | null;

  @Field(() => Int, { nullable: true, description: 'The year in which it happens.' })
  readonly year!: number | null;

  readonly words!: BilingualText;
}

@ObjectType({
  description: 'The side-by-side table: a row for each criterion, a column for each province. | Bảng so sánh.',
})
export class Comparison {
  @Field(() => Index)
  readonly index!: Index;

  @Field(() => Int)
  readonly year!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The year that changes are counted from; null when the index had no framework then.',
  })
  readonly baselineYear!: number | null;

  @Field(() => [ProvinceReference], { description: 'In the order asked for, each once.' })
  readonly provinces!: readonly ProvinceReference[];

  @Field(() => [ComparisonRow], { description: 'TOTAL first, then in the print order of the framework.' })
  readonly rows!: readonly ComparisonRow[];

  @Field(() => [ComparabilityNote])
  readonly notes!: readonly ComparabilityNote[];
}
