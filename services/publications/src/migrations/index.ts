import type { Migration } from '@lientinh/postgres';
import { CreatePublicationsTables1795260000000 } from './1795260000000-create-publications-tables';
import { IndexFollowedEntries1795320000000 } from './1795320000000-index-followed-entries';

/** All migrations of this subgraph, in order. It owns no data set of its own, hence no ledger tables. */
export const migrations: readonly Migration[] = [
  CreatePublicationsTables1795260000000,
  IndexFollowedEntries1795320000000,
];
