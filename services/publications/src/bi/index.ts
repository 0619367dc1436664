import { ledgerPublicationsView, type BiInstallation } from '@lientinh/bi';

/**
 * What BI tools see of the ledgers of all data sets: the copy that this subgraph follows. It stands where the copy stood at the last
 * answer of this subgraph or the last turn of the follower, seconds behind at most; `bi.ledger_positions` says where.
 */
export const biInstallation: BiInstallation = {
  publications: ledgerPublicationsView('followed_entry'),
  ledgerPositionsSql: 'select dataset, sequence, recorded_at, hash from followed_ledger',
  views: [],
};
