import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export const GoalOutcomeChoice = {
  MET: 'MET',
  MISSED: 'MISSED',
  PENDING: 'PENDING',
  NOT_COMPARABLE: 'NOT_COMPARABLE',
} as const;
registerEnumType(GoalOutcomeChoice, {
  name: 'GoalOutcome',
  description:
    'MET and MISSED once the figures are there; PENDING while they are not; NOT_COMPARABLE where they cannot be held against the goal: another scale or meaning, no criterion, no figure promised, a province merged since.',
});

/** A goal of a plan; the plans subgraph owns it and gives the fields that are external here. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'What a plan promises for an index, and what came of it. | Mục tiêu về chỉ số.' })
export class IndexGoal {
  @Field(() => ID)
  readonly id!: string;

  @Directive('@external')
  @Field(() => ID)
  readonly indexCode!: string;

  @Directive('@external')
  @Field(() => ID, { nullable: true })
  readonly criterionCode!: string | null;

  @Directive('@external')
  @Field(() => ID)
  readonly provinceId!: string;

  @Directive('@external')
  @Field(() => Int)
  readonly targetYear!: number;

  @Directive('@external')
  @Field(() => Float, { nullable: true })
  readonly targetScore!: number | null;

  @Directive('@external')
  @Field(() => Float, { nullable: true })
  readonly targetMax!: number | null;

  @Directive('@external')
  @Field(() => Int, { nullable: true })
  readonly targetRank!: number | null;

  @Directive('@external')
  @Field(() => Int, { nullable: true })
  readonly targetRankGain!: number | null;

  @Directive('@external')
  @Field(() => Int, { nullable: true })
  readonly baselineYear!: number | null;

  @Directive('@external')
  @Field(() => Int, { nullable: true })
  readonly baselineRank!: number | null;
}
