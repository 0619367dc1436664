import { installBi } from '@lientinh/bi';
import type { Database } from '@lientinh/postgres';
import type { PublishingOffice, PublishingServices } from '@lientinh/publishing';
import { biInstallation } from './bi';
import { writeReferenceData } from './modules/reference-data/reference-data.store';

/** What has to be there before the door opens: metrics and provinces in the database, and the views for BI tools. */
export async function preparePlans(
  { database }: { readonly database: Database },
  office: PublishingOffice,
): Promise<PublishingServices> {
  await writeReferenceData(database);
  await installBi(database, biInstallation);
  return { office };
}
