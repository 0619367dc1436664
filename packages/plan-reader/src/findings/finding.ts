import type { BilingualText } from '@lientinh/contracts';
import type { LineSpan } from '../text/source-lines';

/** What a finding is about: something the text contradicts itself in, or something that could not be read. */
export const FINDING_CODES = [
  'PLAN_NUMBER_BLANK',
  'PLAN_DATE_BLANK',
  'PLAN_PERIOD_UNREADABLE',
  'PLAN_SIGNER_UNREADABLE',
  'PROVINCE_UNKNOWN',
  'APPENDIX_MISSING',
  'TEXT_NOT_NORMALISED',
  'LEGAL_REFERENCE_TWO_DATES',
  'LEGAL_REFERENCE_TWO_SPELLINGS',
  'TARGET_WITHOUT_METRIC',
  'TARGETS_DISAGREE',
  'TOO_MANY_QUANTITIES',
  'TABLE_WITHOUT_HEADER',
  'TABLE_TOO_LONG',
  'TABLE_ROW_SHIFTED',
  'TABLE_CELL_UNREADABLE',
  'TASK_CONTENT_LOST',
  'TASK_NUMBER_IMPLIED',
  'TASK_LEAD_MISSING',
  'TASK_DUE_MISSING',
  'TASK_DUE_UNREADABLE',
  'TASKS_SHARE_A_ROW',
  'AGENCY_UNRESOLVED',
  'INDEX_GOAL_UNREADABLE',
  'INDEX_GOAL_LOSS_MISMATCH',
  'INDEX_GOAL_ABOVE_MAXIMUM',
  'INDEX_GOAL_OUT_OF_REACH',
  'INDEX_GOAL_WITHOUT_GAIN',
  'CRITERION_TWO_MAXIMA',
  'CRITERION_NOT_IN_SHORTCOMINGS',
  'NUMBERING_BROKEN',
  'REPORTS_DUE_TOGETHER',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** Something the publisher should look at. `lines` holds every place involved, in the order of the text. */
export interface PlanReadingFinding {
  readonly code: FindingCode;
  readonly message: BilingualText;
  readonly lines: readonly LineSpan[];
}

export function finding(code: FindingCode, lines: readonly LineSpan[], vi: string, en: string): PlanReadingFinding {
  return { code, message: { vi, en }, lines };
}
