import type { BilingualText } from '@lientinh/contracts';

export const PLAN_UNREADABLE_CODES = [
  'PLAN_TOO_LARGE',
  'PLAN_EMPTY',
  'PLAN_LINE_TOO_LONG',
  'PLAN_NOT_VIETNAMESE',
  'PLAN_NOT_A_PLAN',
] as const;
export type PlanUnreadableCode = (typeof PLAN_UNREADABLE_CODES)[number];

/** The document as a whole cannot be read as a plan; nothing of it is returned. The message may be shown to the publisher. */
export class PlanUnreadableError extends Error {
  readonly code: PlanUnreadableCode;
  readonly text: BilingualText;
  /** 1-based line that caused the refusal, where one line did. */
  readonly line: number | null;

  constructor(code: PlanUnreadableCode, text: BilingualText, line: number | null = null) {
    super(text.en);
    this.name = 'PlanUnreadableError';
    this.code = code;
    this.text = text;
    this.line = line;
  }
}
