import type { Migration } from '@lientinh/postgres';
import { AddContentSalt1795410000000, CreatePublishingTables1795240000000 } from '@lientinh/publishing';
import { CreateReferenceTables1795250000000 } from './1795250000000-create-reference-tables';
import { CreateScoreTables1795250000001 } from './1795250000001-create-score-tables';
import { IndexScoresForViews1795250000002 } from './1795250000002-index-scores-for-views';

/** Everything the database of this subgraph is made of, oldest first. */
export const migrations: readonly Migration[] = [
  CreatePublishingTables1795240000000,
  CreateReferenceTables1795250000000,
  CreateScoreTables1795250000001,
  IndexScoresForViews1795250000002,
  AddContentSalt1795410000000,
];
