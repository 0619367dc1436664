/** The enum values of the GraphQL schema that the sets of plans hold; a test of the plans subgraph holds the two together. */
export const PLAN_KINDS = ['ANNUAL_REFORM_PLAN', 'INDEX_IMPROVEMENT_PLAN', 'PERIOD_PLAN'] as const;
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
export const COMPARATORS = ['EQ', 'GT', 'GTE', 'LT', 'LTE'] as const;
export const UNITS = ['PERCENT', 'SCORE', 'RANK', 'RANK_STEP', 'COUNT', 'DAYS'] as const;
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
/** `TaskStatus` without OVERDUE, which is computed and never reported. */
export const REPORTED_STATUSES = ['NOT_STARTED', 'IN_PROGRESS', 'DONE', 'CANCELLED'] as const;
export const GOAL_LEVELS = ['INDEX', 'DIMENSION', 'CRITERION'] as const;
export const AGENCY_ROLES = ['LEAD', 'COORDINATOR'] as const;
