import type { LedgerFeeds } from './modules/feeds/ledger-feeds';

/** What the resolvers of this subgraph work with. */
export interface Services {
  readonly feeds: LedgerFeeds;
}
