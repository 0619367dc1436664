export { AgencyPublishingResolver } from './agency-publishing.resolver';
export { AgencyResolver, ProvinceAgenciesResolver, resolveAgencyReference } from './agency.resolver';
export { AgencyNames } from './agency-names';
export { agenciesBulk } from './agencies-bulk';
export { agenciesDataset } from './agency.dataset';
export type { AgencyServices } from './agency.services';
