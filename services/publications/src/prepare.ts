import { installBi } from '@lientinh/bi';
import type { Logger } from '@lientinh/logger';
import type { Database } from '@lientinh/postgres';
import { biInstallation } from './bi';
import { type FeedAddress, LedgerFeeds } from './modules/feeds';
import { seedRegistry } from './modules/publishers';
import { seedCalendars } from './modules/report-calendar';
import type { Services } from './services';

/** Fills an empty registry and calendar, makes the views for BI tools, and begins to follow the ledgers. */
export async function prepareServices(
  { database, logger }: { readonly database: Database; readonly logger: Logger },
  addresses: readonly FeedAddress[],
): Promise<Services> {
  const publishers = await seedRegistry(database);
  if (publishers > 0) logger.info({ publishers }, 'entered the first publishers');
  if (await seedCalendars(database)) logger.info('entered the first calendar of reports');
  await installBi(database, biInstallation);
  const feeds = new LedgerFeeds({ addresses, database, logger });
  feeds.start();
  return { feeds };
}
