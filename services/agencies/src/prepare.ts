import { installBi } from '@lientinh/bi';
import { provinceCatalogue } from '@lientinh/datasets';
import type { Database } from '@lientinh/postgres';
import type { PublishingOffice } from '@lientinh/publishing';
import { biInstallation } from './bi';
import { AgencyNames, type AgencyServices } from './modules/agency';
import { writeProvinceReference } from './modules/province';

/** Writes the provinces into their reference tables if they changed and the views for BI tools, and makes what the resolvers need. */
export async function prepare(
  { database }: { readonly database: Database },
  office: PublishingOffice,
): Promise<AgencyServices> {
  await writeProvinceReference(database, provinceCatalogue());
  await installBi(database, biInstallation);
  return { names: new AgencyNames(), office };
}
