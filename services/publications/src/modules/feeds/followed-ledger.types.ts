import { Field, Int, ObjectType } from 'type-graphql';
import type { Dataset } from '@lientinh/contracts';
import { AssignableDataset } from '@lientinh/publishing';
import { Instant } from '@lientinh/subgraph';

@ObjectType({
  description:
    'How far the list of publications is with the ledger of one data set. | Mức cập nhật của danh sách công bố theo sổ cái của một bộ dữ liệu.',
})
export class FollowedLedger {
  @Field(() => AssignableDataset, { description: 'Whose ledger.' })
  readonly dataset!: Dataset;

  @Field(() => Int, { description: 'Place of the last entry that was copied; 0 before the first.' })
  readonly sequence!: number;

  @Field(() => String, { nullable: true, description: 'Hash of that entry; null before the first.' })
  readonly hash!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When the copy was last known to be complete; null when it was not since the process started.',
  })
  readonly followedAt!: Date | null;

  @Field(() => Boolean, { description: 'The owning subgraph answered this request; if not, the copy may be older.' })
  readonly reachable!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'The first entry that does not fit (FEED_CHAIN_BROKEN); nothing from it on is copied. Null when all fit.',
  })
  readonly brokenAt!: number | null;
}
