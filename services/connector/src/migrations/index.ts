import type { Migration } from '@lientinh/postgres';
import { CreateWorkbookKeys1795400000000 } from './1795400000000-create-workbook-keys';

/** All migrations of the connector's own database, in order: it keeps workbook keys and nothing of the data. */
export const migrations: readonly Migration[] = [CreateWorkbookKeys1795400000000];
