/** Two-digit code of the General Statistics Office (GSO), leading zero kept. Means a unit only together with a date. */
export type ProvinceCode = string;
/** Key of a province over one stretch of time: `<code>@<first day>`, for example `24@2004-01-01`. */
export type ProvinceId = string;

/** The six socio-economic regions of the classification in force until 2025-06-30. Source: provinces.csv of `packages/datasets`. */
export const REGIONS = [
  'NORTHERN_MIDLANDS_MOUNTAINS',
  'RED_RIVER_DELTA',
  'NORTH_CENTRAL_CENTRAL_COAST',
  'CENTRAL_HIGHLANDS',
  'SOUTHEAST',
  'MEKONG_DELTA',
] as const;
export type Region = (typeof REGIONS)[number];

/** A province (tỉnh), or a city run by the centre (thành phố trực thuộc Trung ương). */
export const PROVINCE_KINDS = ['PROVINCE', 'MUNICIPALITY'] as const;
export type ProvinceKind = (typeof PROVINCE_KINDS)[number];

/** Levels of the state administration, from the centre down; districts ended on 2025-07-01. */
export const ADMINISTRATIVE_LEVELS = ['CENTRAL', 'PROVINCIAL', 'DISTRICT', 'COMMUNE'] as const;
export type AdministrativeLevel = (typeof ADMINISTRATIVE_LEVELS)[number];

/** What an agency is: sở, ủy ban nhân dân, văn phòng, thanh tra, party body, front, media, board, branch of the centre, unit, group of agencies. */
export const AGENCY_KINDS = [
  'DEPARTMENT',
  'PEOPLES_COMMITTEE',
  'OFFICE',
  'INSPECTORATE',
  'PARTY',
  'FRONT',
  'MEDIA',
  'MANAGEMENT_BOARD',
  'CENTRAL_BRANCH',
  'PUBLIC_SERVICE_UNIT',
  'GROUP',
  'OTHER',
] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

export const DATASETS = ['AGENCIES', 'SCORES', 'PLAN', 'TASK_PROGRESS', 'PROCEDURES', 'DOSSIER_STATISTICS'] as const;
/** What can be published; each data set belongs to one subgraph and has one ledger. */
export type Dataset = (typeof DATASETS)[number];

export const LANGUAGES = ['VI', 'EN'] as const;
/** Language of names and messages; Vietnamese is the default everywhere. */
export type Language = (typeof LANGUAGES)[number];
/** A text in both languages. */
export interface BilingualText {
  readonly vi: string;
  readonly en: string;
}

/** The text in the language asked for. */
export function inLanguage(text: BilingualText, language: Language): string {
  return language === 'EN' ? text.en : text.vi;
}
