import type { Migration } from '@lientinh/postgres';
import { CreatePublicationsTables1795260000000 } from './1795260000000-create-publications-tables';

/** All migrations of this subgraph, in order. It owns no data set of its own, hence no ledger tables. */
export const migrations: readonly Migration[] = [CreatePublicationsTables1795260000000];
