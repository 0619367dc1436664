import type { Migration } from '@lientinh/postgres';
import { AddContentSalt1795410000000 } from './1795410000000-add-content-salt';
import { CreatePublishingTables1795240000000 } from './1795240000000-create-publishing-tables';

export { AddContentSalt1795410000000, CreatePublishingTables1795240000000 };

/** The tables of the publishing protocol, oldest first. They are applied in the order of their times, among a subgraph's own. */
export const publishingMigrations: readonly Migration[] = [
  CreatePublishingTables1795240000000,
  AddContentSalt1795410000000,
];
