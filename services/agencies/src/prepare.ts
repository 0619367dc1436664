import { provinceCatalogue } from '@lientinh/datasets';
import type { Database } from '@lientinh/postgres';
import type { PublishingOffice } from '@lientinh/publishing';
import { AgencyNames, type AgencyServices } from './modules/agency';
import { writeProvinceReference } from './modules/province';

/** Writes the provinces into their reference tables if they changed, and makes what the resolvers need. */
export async function prepare(
  { database }: { readonly database: Database },
  office: PublishingOffice,
): Promise<AgencyServices> {
  await writeProvinceReference(database, provinceCatalogue());
  return { names: new AgencyNames(), office };
}
