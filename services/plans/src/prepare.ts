import type { Database } from '@lientinh/postgres';
import type { PublishingOffice, PublishingServices } from '@lientinh/publishing';
import { writeReferenceData } from './modules/reference-data/reference-data.store';

/** What has to be there before the door opens: metrics and provinces in the database. */
export async function preparePlans(
  { database }: { readonly database: Database },
  office: PublishingOffice,
): Promise<PublishingServices> {
  await writeReferenceData(database);
  return { office };
}
