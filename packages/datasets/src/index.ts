export { provinceCatalogue, ProvinceCatalogue } from './provinces/province-catalogue';
export type { LineageStep, ProvinceRecord } from './provinces/province-rows';
export {
  indexDefinitions,
  isIndexCode,
  INDEX_CODES,
  type IndexCode,
  type IndexDefinition,
} from './indices/index-definitions';
export {
  frameworkCatalogue,
  FrameworkCatalogue,
  type CriterionDefinition,
  type Framework,
  type MethodologyBreak,
} from './indices/framework-catalogue';
export { TOTAL } from './indices/criterion-row';
export { pciWeights, type PciWeight } from './indices/pci';
export type { NotScored } from './indices/not-scored';
