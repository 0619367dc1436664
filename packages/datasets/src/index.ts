export { provinceCatalogue, ProvinceCatalogue } from './provinces/province-catalogue';
export type { LineageStep, ProvinceRecord } from './provinces/province-rows';
