import { AddContentSalt1795410000000, CreatePublishingTables1795240000000 } from '@lientinh/publishing';
import type { Migration } from '@lientinh/postgres';
import { CreateReferenceTables1795260000000 } from './1795260000000-create-reference-tables';
import { CreateCatalogueTables1795260000001 } from './1795260000001-create-catalogue-tables';
import { CreateDossierTables1795260000002 } from './1795260000002-create-dossier-tables';
import { IndexChangesOfFacts1795260000003 } from './1795260000003-index-changes-of-facts';

/** The procedures database, oldest first. */
export const migrations: readonly Migration[] = [
  CreatePublishingTables1795240000000,
  CreateReferenceTables1795260000000,
  CreateCatalogueTables1795260000001,
  CreateDossierTables1795260000002,
  IndexChangesOfFacts1795260000003,
  AddContentSalt1795410000000,
];
