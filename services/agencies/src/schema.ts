import { PublicationResolver, resolvePublication } from '@lientinh/publishing';
import type { SchemaDefinition } from '@lientinh/subgraph';
import {
  AgencyPublishingResolver,
  AgencyResolver,
  ProvinceAgenciesResolver,
  resolveAgencyReference,
  type AgencyServices,
} from './modules/agency';
import { ProvinceResolver, resolveProvince } from './modules/province';

/** The schema of the agencies subgraph: its resolvers and the entities that others refer to. */
export const schema: SchemaDefinition<AgencyServices> = {
  resolvers: [
    ProvinceResolver,
    ProvinceAgenciesResolver,
    AgencyResolver,
    AgencyPublishingResolver,
    PublicationResolver,
  ],
  references: {
    Province: resolveProvince,
    Agency: resolveAgencyReference,
    Publication: resolvePublication,
  },
};
