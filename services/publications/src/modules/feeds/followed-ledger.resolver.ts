import { Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '@lientinh/subgraph';
import type { Services } from '../../services';
import { FollowedLedger } from './followed-ledger.types';
import type { FollowedState } from './ledger-follower';

@Resolver(() => FollowedLedger)
export class FollowedLedgerResolver {
  @Query(() => [FollowedLedger], {
    description:
      'How far the list of publications is with each ledger: what is stale when a subgraph is down. | Mức cập nhật theo từng sổ cái.',
  })
  async followedLedgers(@Ctx() context: RequestContext<Services>): Promise<FollowedLedger[]> {
    const { feeds } = context.services;
    await feeds.catchUp(context);
    return feeds.states.map(toFollowedLedger);
  }
}

function toFollowedLedger({ dataset, end, followedAt, reachable, broken }: FollowedState): FollowedLedger {
  return {
    dataset,
    sequence: end?.sequence ?? 0,
    hash: end?.hash ?? null,
    followedAt,
    reachable,
    brokenAt: broken?.sequence ?? null,
  };
}
