import { Field, Float, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { AssessmentMethodChoice, ScoreStanding, ScoreStatus } from '../score/score.types';
import type { AssessmentMethod, Standing } from '../score/stated-score';

export const Coverage = { COMPLETE: 'COMPLETE', PARTIAL: 'PARTIAL' } as const;
export type Coverage = keyof typeof Coverage;
registerEnumType(Coverage, {
  name: 'Coverage',
  description:
    'COMPLETE: with this publication every unit that the index scores in that year has its values, for each criterion that it states; ranks are computed then (of official published scores). PARTIAL: single figures, corrections.',
});

@InputType({ description: 'Where figures stand. | Nguồn số liệu.' })
export class SourceInput {
  @Field(() => String, { nullable: true, description: 'Title or file name of the document.' })
  readonly document?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the page or file.' })
  readonly url?: string | null;
}

@InputType({ description: 'One score. | Một điểm số.' })
export class ScoreInput {
  @Field(() => ID, { description: 'Code of the province on 30 June of the year (General Statistics Office).' })
  readonly province!: string;

  @Field(() => ID, { description: 'TOTAL, or the code of a criterion in the framework of the year.' })
  readonly criterion!: string;

  @Field(() => Float, { description: 'As published; 0 to the maximum of the criterion.' })
  readonly value!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Points at most. When sent it must be that of the framework, as a check of scale and year.',
  })
  readonly maxScore?: number | null;

  @Field(() => AssessmentMethodChoice, { nullable: true, description: 'How it was measured.' })
  readonly method?: AssessmentMethod | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The rank that the source prints; shown where none can be computed.',
  })
  readonly publishedRank?: number | null;

  @Field(() => Int, { nullable: true, description: 'Among how many, as the source prints.' })
  readonly publishedRankedAmong?: number | null;
}

@InputType({ description: 'Scores of one index and year: all rows are taken or none.' })
export class PublishScoresInput {
  @Field(() => String, {
    description:
      'Chosen by the sender, one for each publication; sending it again with the same content gives the same receipt.',
  })
  readonly idempotencyKey!: string;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Check everything, write nothing.' })
  readonly dryRun?: boolean | null;

  @Field(() => ID, { description: 'Code of the index.' })
  readonly index!: string;

  @Field(() => Int, { description: 'The year scored.' })
  readonly year!: number;

  @Field(() => ScoreStatus, {
    description: 'SELF_ASSESSED, APPRAISED or PUBLISHED; each is kept apart from the others.',
  })
  readonly status!: ScoreStatus;

  @Field(() => Coverage, {
    nullable: true,
    defaultValue: 'PARTIAL',
    description: 'Whether the year is complete with this publication.',
  })
  readonly coverage?: Coverage | null;

  @Field(() => ScoreStanding, {
    nullable: true,
    defaultValue: 'OFFICIAL',
    description:
      "REPORTED for figures as a third source states them; each source is kept apart from the others and from the index owner's own figures.",
  })
  readonly standing?: Standing | null;

  @Field(() => SourceInput, { nullable: true, description: 'Where the figures stand; needed for REPORTED.' })
  readonly source?: SourceInput | null;

  @Field(() => [ScoreInput], { description: 'At most 20,000.' })
  readonly scores!: ScoreInput[];
}
