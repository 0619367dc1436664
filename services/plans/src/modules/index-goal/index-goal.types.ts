import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { GoalLevel } from '@lientinh/plan-reader';
import { Node, SourceReference } from '@lientinh/subgraph';
import { CriterionReference, IndexReference } from '../references/references.types';
import { GoalLevelEnum } from '../vocabulary/vocabulary.types';

@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description:
    'What a plan promises for an index; what came of it is said by the indicators subgraph (`actual`, `outcome`). | Mục tiêu về chỉ số.',
})
export class IndexGoal implements Node {
  @Field(() => ID, { description: 'Stable over corrections while index, criterion and year agree.' })
  readonly id!: string;

  @Field(() => ID, { description: 'Code of the index.' })
  readonly indexCode!: string;

  @Field(() => IndexReference, { description: 'The index. | Chỉ số.' })
  readonly index!: IndexReference;

  @Field(() => GoalLevelEnum, { description: 'Whether it is about the whole index, a dimension or a criterion.' })
  readonly level!: GoalLevel;

  @Field(() => ID, {
    nullable: true,
    description:
      'Code of the criterion in the target year, or where its framework has none, in the baseline year; null where the printed name is in neither.',
  })
  readonly criterionCode!: string | null;

  @Field(() => CriterionReference, { nullable: true, description: 'The criterion. | Tiêu chí.' })
  readonly criterion!: CriterionReference | null;

  @Field(() => String, { description: 'The criterion as printed.' })
  readonly printedCriterion!: string;

  @Field(() => ID, { description: 'Id of the province that promises it.' })
  readonly provinceId!: string;

  @Field(() => Int, { nullable: true, description: 'Year of the baseline.' })
  readonly baselineYear!: number | null;

  @Field(() => Float, { nullable: true, description: 'Points, as printed.' })
  readonly baselineScore!: number | null;

  @Field(() => Float, { nullable: true, description: 'Points at most, as printed.' })
  readonly baselineMax!: number | null;

  @Field(() => Int, { nullable: true, description: 'Rank, as printed; 1 is best.' })
  readonly baselineRank!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many provinces the plan says are ranked.' })
  readonly rankedAmong!: number | null;

  @Field(() => Int, { description: 'Year by which it is to be met; the last year of the plan where none is printed.' })
  readonly targetYear!: number;

  @Field(() => Float, { nullable: true, description: 'Points promised.' })
  readonly targetScore!: number | null;

  @Field(() => Float, { nullable: true, description: 'Points at most, as printed.' })
  readonly targetMax!: number | null;

  @Field(() => Int, { nullable: true, description: 'Rank promised, or better.' })
  readonly targetRank!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Places to be gained on the baseline rank, where the plan sets a gain and no rank.',
  })
  readonly targetRankGain!: number | null;

  @Field(() => SourceReference, { nullable: true, description: 'Where the plan says it.' })
  readonly source!: SourceReference | null;

  readonly publicationSequence!: number;
  readonly knownAt!: string | null;
}
