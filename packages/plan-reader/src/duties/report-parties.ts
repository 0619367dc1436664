import { splitAgencyNames } from '@lientinh/agency-names';
import { looksLikeAgencies } from '../tables/cell-meaning';
import { skipBlanks } from '../text/characters';
import { foldKeepingLength } from '../text/fold';
import { findPhrase } from '../text/phrases';
import type { Paragraph } from '../text/paragraphs';

const LONGEST_NAME = 160;

/** Who reports: the agencies a paragraph opens with, up to the first verb. */
export function reporterOf(paragraph: Paragraph): string | null {
  const body = paragraph.text.slice(paragraph.marker.body);
  const folded = paragraph.folded.slice(paragraph.marker.body);
  const opening = INTRODUCTIONS.find((words) => folded.startsWith(words)) ?? '';
  const start = skipBlanks(folded, opening.length);
  if (opening === '' && !looksLikeAgencies(folded)) return null;
  const end = Math.min(
    ...ENDINGS.map((words) => findPhrase(folded, words, start)).filter((at) => at > start),
    folded.length,
  );
  const name = trimName(body.slice(start, end));
  return name === '' || name.length > LONGEST_NAME * 2 ? null : name;
}

const INTRODUCTIONS = ['trach nhiem cua ', 'doi voi ', 'giao ', 'de nghi ', 'thu truong ', 'giam doc '];
const ENDINGS = [
  ':',
  'chu tri',
  'co trach nhiem',
  'tham muu',
  'bao cao',
  'tong hop',
  'thuc hien',
  'phoi hop',
  'tang cuong',
  'dinh ky',
  'can cu',
  'huong dan',
  'theo doi',
  'thong nhat',
];

/** To whom: after «gửi», else after the last «báo cáo» that a name follows, else after «về». */
export function recipientOf(text: string, folded: string): string | null {
  return (
    nameAfter(text, folded, 'gui', 'first') ??
    nameAfter(text, folded, 'bao cao', 'last') ??
    nameAfter(text, folded, 've', 'last')
  );
}

/** `(qua Sở Nội vụ)`, `trình Ủy ban nhân dân tỉnh`. */
export function viaOf(text: string, folded: string): string | null {
  return nameAfter(text, folded, 'qua', 'first') ?? nameAfter(text, folded, 'trinh', 'first');
}

/** Places of a verb that are looked at in one paragraph. */
const MOST_PLACES = 30;

function nameAfter(text: string, folded: string, verb: string, which: 'first' | 'last'): string | null {
  let found: string | null = null;
  let at = findPhrase(folded, verb);
  for (let place = 0; at !== -1 && place < MOST_PLACES; place += 1) {
    const next = skipBlanks(folded, at + verb.length);
    const start = folded.startsWith('ve ', next) ? next + 3 : next;
    const name = looksLikeAgencies(folded.slice(start, start + 60))
      ? firstAgency(text.slice(start, start + LONGEST_NAME))
      : null;
    if (name !== null) {
      found = name;
      if (which === 'first') return found;
    }
    at = findPhrase(folded, verb, at + verb.length);
  }
  return found;
}

/** Words of the sentence that go on after the name of an agency. */
const NAME_ENDS = [
  'truoc',
  'bao dam',
  'dam bao',
  'tinh hinh',
  'xem xet',
  'theo',
  'du thao',
  'de',
  'ket qua',
  'tong hop',
  'chi dao',
  'phe duyet',
  'ban hanh',
  'cham nhat',
  'dinh ky',
  'nhung',
];

/** The one agency that stands at the start of running text. */
function firstAgency(text: string): string | null {
  const [clause = ''] = text.split(/[(),;.:]/);
  const folded = foldKeepingLength(clause);
  const end = Math.min(...NAME_ENDS.map((word) => findPhrase(folded, word)).filter((at) => at > 0), clause.length);
  const [name] = splitAgencyNames(clause.slice(0, end));
  return name === undefined ? null : trimName(name);
}

function trimName(name: string): string {
  let end = name.length;
  while (end > 0 && ' ,;:.'.includes(name.charAt(end - 1))) end -= 1;
  return name.slice(0, end).trim();
}
