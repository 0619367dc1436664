export { foldName, nameSkeleton, tidyName } from './fold';
export { splitAgencyNames } from './split';
export { canonicalAgencyName } from './canonical';
export { provinceCodesNamed } from './province-names';
export { findPrintedProvince, type PrintedProvince } from './printed-province';
export { isInForce, type AgencyEntry, type AgencyMatch } from './agency-entry';
export { agencyId, CENTRAL_SCOPE, localAgencyKey } from './agency-id';
export { AgencyDirectory, type NameContext } from './directory';
