import { isLetter } from '../text/characters';
import { PlanUnreadableError } from '../unreadable';

/** Letters no other language writes: đ, ơ, ư, and the vowels with two marks or a dot below (Latin Extended Additional). */
function isVietnameseLetter(character: string): boolean {
  return 'đĐơƠưƯ'.includes(character) || (character >= '\u1ea0' && character <= '\u1ef9');
}

/** Running Vietnamese has about one such letter in six. */
const SMALLEST_SHARE = 0.05;

/** Refuses a text that is not Vietnamese, or has lost its diacritics. NFC. */
export function refuseOtherLanguages(text: string): void {
  let letters = 0;
  let vietnamese = 0;
  for (const character of text) {
    if (!isLetter(character)) continue;
    letters += 1;
    if (isVietnameseLetter(character)) vietnamese += 1;
  }
  if (letters > 0 && vietnamese / letters >= SMALLEST_SHARE) return;
  throw new PlanUnreadableError('PLAN_NOT_VIETNAMESE', {
    vi: 'Văn bản không phải tiếng Việt có dấu.',
    en: 'The document is not Vietnamese written with diacritics.',
  });
}
