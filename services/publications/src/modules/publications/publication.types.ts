import { Field, ID, InputType } from 'type-graphql';
import type { Dataset } from '@lientinh/contracts';
import { AssignableDataset, Publication, PublicationStatus } from '@lientinh/publishing';
import { connectionTypes, Instant } from '@lientinh/subgraph';

export const PublicationConnection = connectionTypes(Publication, 'Publication');

@InputType({ description: 'Which publications; all conditions hold. | Điều kiện lọc các lần công bố.' })
export class PublicationFilter {
  @Field(() => ID, { nullable: true, description: 'Id of the publisher.' })
  readonly publisher?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Code of a province (publications for every unit that bore the code) or id of one unit, for example 62@2004-01-01.',
  })
  readonly province?: string | null;

  @Field(() => AssignableDataset, { nullable: true, description: 'The data set.' })
  readonly dataset?: Dataset | null;

  @Field(() => PublicationStatus, {
    nullable: true,
    description: 'Status now. What was rejected or a dry run was never written: nothing has these statuses.',
  })
  readonly status?: PublicationStatus | null;

  @Field(() => Instant, { nullable: true, description: 'Received at or after.' })
  readonly from?: string | null;

  @Field(() => Instant, { nullable: true, description: 'Received before or at.' })
  readonly to?: string | null;
}
