import type { BilingualText } from '@lientinh/contracts';

/** What each reason for an empty cell says (enum MissingReason of the GraphQL schema, and those of the sets of procedures). */
const WORDS: Readonly<Record<string, BilingualText>> = {
  NOT_PUBLISHED: { vi: 'chưa ai công bố', en: 'nobody published a figure' },
  NOT_SURVEYED: { vi: 'năm đó chỉ số không khảo sát', en: 'the index left it out that year' },
  CRITERION_NOT_IN_FRAMEWORK: {
    vi: 'bộ tiêu chí của năm không có tiêu chí này',
    en: 'the framework of the year does not have the criterion',
  },
  PROVINCE_NOT_IN_FORCE: { vi: 'năm đó không có tỉnh này', en: 'the province did not exist that year' },
  NOT_STATED: { vi: 'nguồn không nêu', en: 'the source does not state it' },
  CALENDAR_UNKNOWN: { vi: 'chưa biết lịch nghỉ của năm', en: 'the holidays of the year are not known' },
};

/** A reason in words; the code itself for one that has none. */
export function missingWords(reason: string): BilingualText {
  return WORDS[reason] ?? { vi: reason, en: reason };
}

/** Whether a reason has words of its own. */
export const hasMissingWords = (reason: string): boolean => reason in WORDS;
