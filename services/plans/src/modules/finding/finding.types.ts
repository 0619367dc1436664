import { Field, ObjectType } from 'type-graphql';
import { SourceReference } from '@lientinh/subgraph';

@ObjectType({ description: 'Where a document contradicts itself or could not be read. | Phát hiện khi đọc văn bản.' })
export class PlanFinding {
  @Field(() => String, { description: 'Stable, machine-readable: TASK_DUE_UNREADABLE, CRITERION_TWO_MAXIMA …' })
  readonly code!: string;

  @Field(() => SourceReference, { nullable: true, description: 'The first place involved.' })
  readonly source!: SourceReference | null;

  @Field(() => [SourceReference], { description: 'Every place involved, in the order of the text.' })
  readonly sources!: readonly SourceReference[];

  readonly messageVi!: string;
  readonly messageEn!: string;
}
