/** The words a reading is made of: the values of the public contract's enums on plans. */
export const PLAN_KINDS = ['ANNUAL_REFORM_PLAN', 'INDEX_IMPROVEMENT_PLAN', 'PERIOD_PLAN'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export const REFORM_AREAS = [
  'INSTITUTIONS',
  'PROCEDURES',
  'ORGANISATION',
  'CIVIL_SERVICE',
  'PUBLIC_FINANCE',
  'DIGITAL_GOVERNMENT',
  'STEERING',
  'ONE_STOP',
] as const;
export type ReformArea = (typeof REFORM_AREAS)[number];

/** Where an area comes from: the printed section, the subject of the sentence, or a general goal of the whole plan. */
export const AREA_BASES = ['SECTION', 'TOPIC', 'GENERAL'] as const;
export type AreaBasis = (typeof AREA_BASES)[number];

/** As printed: no comparing word is EQ, «trên» is GT, «tối thiểu» is GTE; a rank LTE 10 means among the best ten. */
export const COMPARATORS = ['EQ', 'GT', 'GTE', 'LT', 'LTE'] as const;
export type Comparator = (typeof COMPARATORS)[number];

export const UNITS = ['PERCENT', 'SCORE', 'RANK', 'RANK_STEP', 'COUNT', 'DAYS'] as const;
export type Unit = (typeof UNITS)[number];

export const DUE_KINDS = [
  'DATE',
  'MONTH',
  'QUARTER',
  'YEAR',
  'RECURRING',
  'CONTINUOUS',
  'CARRIED_OVER',
  'NONE',
] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** Kinds of cited instruments. OTHER carries the printed kind in `kindDetail`. */
export const LEGAL_KINDS = [
  'LAW',
  'DECREE',
  'DECISION',
  'RESOLUTION',
  'DIRECTIVE',
  'CIRCULAR',
  'NOTICE',
  'PLAN',
  'PROGRAMME',
  'REPORT',
  'OFFICIAL_LETTER',
  'OTHER',
] as const;
export type LegalKind = (typeof LEGAL_KINDS)[number];

/** How often a report is owed. PERIODIC: «định kỳ» without a period. */
export const RECURRENCES = ['MONTHLY', 'QUARTERLY', 'SIX_MONTHLY', 'ANNUAL', 'PERIODIC', 'ONCE'] as const;
export type Recurrence = (typeof RECURRENCES)[number];

export const INDEX_CODES = ['PAPI', 'PAR_INDEX', 'PCI', 'SIPAS', 'ICT_INDEX', 'DTI'] as const;
export type IndexCode = (typeof INDEX_CODES)[number];
