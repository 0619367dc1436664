export type { FeedAddress } from './feed-client';
export { LedgerFeeds, type LedgerFeedsOptions } from './ledger-feeds';
export { instantText } from './feed.store';
export { FollowedLedgerResolver } from './followed-ledger.resolver';
