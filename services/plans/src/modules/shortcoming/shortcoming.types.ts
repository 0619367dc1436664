import { Field, Float, ObjectType } from 'type-graphql';
import { SourceReference } from '@lientinh/subgraph';
import { TaskAgency } from '../task/task.types';

@ObjectType({ description: 'A criterion that lost points, and who answers for it. | Hạn chế, tiêu chí bị trừ điểm.' })
export class Shortcoming {
  @Field(() => String, { nullable: true, description: 'As printed.' })
  readonly number!: string | null;

  @Field(() => String, { description: 'The criterion as printed.' })
  readonly criterion!: string;

  @Field(() => String, { nullable: true, description: 'The part of the table that it stands in.' })
  readonly section!: string | null;

  @Field(() => Float, { nullable: true, description: 'Points reached.' })
  readonly score!: number | null;

  @Field(() => Float, { nullable: true, description: 'Points at most.' })
  readonly maxScore!: number | null;

  @Field(() => [TaskAgency], { description: 'Who answers for it. | Cơ quan chịu trách nhiệm.' })
  readonly responsible!: readonly TaskAgency[];

  @Field(() => SourceReference, { nullable: true, description: 'Where the plan says it.' })
  readonly source!: SourceReference | null;
}
