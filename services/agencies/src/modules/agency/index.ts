export { AgencyPublishingResolver } from './agency-publishing.resolver';
export { AgencyResolver, ProvinceAgenciesResolver, resolveAgencyReference } from './agency.resolver';
export { AgencyNames } from './agency-names';
export { agenciesDataset } from './agency.dataset';
export type { AgencyServices } from './agency.services';
