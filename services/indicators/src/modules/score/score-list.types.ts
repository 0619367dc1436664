import { Field, ID, InputType, Int } from 'type-graphql';
import { connectionTypes } from '@lientinh/subgraph';
import { Score, ScoreStatus } from './score.types';

@InputType({ description: 'Which scores: every condition given must hold.' })
export class ScoreFilter {
  @Field(() => ID, { description: 'Code of the index.' })
  readonly index!: string;

  @Field(() => [Int], { nullable: true, description: 'These years; every year when absent.' })
  readonly years?: number[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Codes of provinces, each meaning the unit that bore it in the year of the score.',
  })
  readonly provinces?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Codes of criteria, in any framework of the index.' })
  readonly criteria?: string[] | null;

  @Field(() => ScoreStatus, {
    nullable: true,
    description:
      'Only this status. Without it, everything that was stated and that the caller may see; derived values only with DERIVED.',
  })
  readonly status?: ScoreStatus | null;
}

/** Scores page by page. */
export const ScoreConnection = connectionTypes(Score, 'Score');

/** A ranking page by page. */
export const RankingConnection = connectionTypes(Score, 'Ranking');
