export { provinceCatalogue, ProvinceCatalogue } from './provinces/province-catalogue';
export type { LineageStep, ProvinceAlias, ProvinceRecord } from './provinces/province-rows';
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
export {
  excludedFacts,
  EXCLUSION_REASONS,
  factPublications,
  nationalFacts,
  type ExcludedFact,
  type ExclusionReason,
  type FactPublication,
  type FactScore,
} from './facts/fact-publications';
export {
  factConflicts,
  indexFacts,
  procedureFacts,
  type FactConflict,
  type IndexFact,
  type ProcedureFact,
} from './facts/fact-rows';
export { fullFilePublications, type FilePublication, type FileScore } from './published-files';
export { metricDefinitions, type MetricDefinition } from './metrics';
export {
  dossierStatuses,
  parIndexScoreComponents,
  publicServiceIndicators,
  type DossierStatus,
  type PublicServiceIndicator,
  type ScoreComponent,
} from './dossier-statuses';
export { agencyDirectoryEntries, type SourcedAgency } from './agencies/agency-entries';
export { agencyPublications, type AgencyPublication, type PublishableAgency } from './agencies/agency-publications';
export { provinceUnknown, type CodeMeaning } from './provinces/province.errors';
export { getLatestProvince, getProvince } from './provinces/resolve-province';
export {
  onlineServiceLevels,
  publicationLimits,
  type OnlineServiceLevelRow,
  type PublicationLimit,
} from './procedures/online-service-levels';
export { calendarExceptions, calendarYears, type CalendarException } from './procedures/calendar-exceptions';
export { readProcedureRegister, type RegisterEntry } from './procedures/procedure-register';
export {
  monthsFrom,
  syntheticDossiers,
  type SyntheticDossierRow,
  type SyntheticDossiers,
} from './synthetic/dossier-statistics';
export { seededRandom } from './synthetic/random';
