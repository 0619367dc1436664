import type { Migration } from '@lientinh/postgres';
import { AddContentSalt1795410000000, CreatePublishingTables1795240000000 } from '@lientinh/publishing';
import { CreateProvinceReference1795240100000 } from './1795240100000-create-province-reference';
import { CreateAgencies1795240200000 } from './1795240200000-create-agencies';
import { IndexAgencyIds1795320000000 } from './1795320000000-index-agency-ids';

/** The migrations of the agencies database, oldest first. */
export const migrations: readonly Migration[] = [
  CreatePublishingTables1795240000000,
  CreateProvinceReference1795240100000,
  CreateAgencies1795240200000,
  IndexAgencyIds1795320000000,
  AddContentSalt1795410000000,
];
