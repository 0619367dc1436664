import { Field, ObjectType } from 'type-graphql';
import type { Recurrence, ReportDueRule } from '@lientinh/plan-reader';
import { SourceReference } from '@lientinh/subgraph';

@ObjectType({ description: 'A report that is owed again and again. | Chế độ báo cáo.' })
export class ReportDuty {
  @Field(() => String, { description: 'As printed, shortened.' })
  readonly text!: string;

  @Field(() => String, { nullable: true, description: 'Who reports, as printed.' })
  readonly reporter!: string | null;

  @Field(() => String, { nullable: true, description: 'To whom, as printed.' })
  readonly recipient!: string | null;

  @Field(() => String, { nullable: true, description: 'Through whom, as printed.' })
  readonly via!: string | null;

  @Field(() => String, {
    description: 'MONTHLY, QUARTERLY, SIX_MONTHLY, ANNUAL, ONCE, or PERIODIC: «định kỳ» without a period.',
  })
  readonly recurrence!: Recurrence;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: the day printed is the first day too late («trước ngày»).',
  })
  readonly beforeTheDay!: boolean | null;

  @Field(() => SourceReference, { nullable: true, description: 'Where the plan says it.' })
  readonly source!: SourceReference | null;

  readonly rule!: ReportDueRule | null;
}
