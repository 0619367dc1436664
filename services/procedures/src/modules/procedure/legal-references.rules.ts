import { foldName } from '@lientinh/agency-names';

/** The kind letters in a Vietnamese document number (Decree 30/2020/NĐ-CP, appendix III), folded. */
const KIND_LETTERS: Readonly<Record<string, string>> = {
  qh: 'LAW',
  nd: 'DECREE',
  qd: 'DECISION',
  nq: 'RESOLUTION',
  ct: 'DIRECTIVE',
  tt: 'CIRCULAR',
  ttlt: 'CIRCULAR',
  tb: 'NOTICE',
  kh: 'PLAN',
};

/** Kind of the instrument that a printed number names (`61/2018/NĐ-CP` is a DECREE); OTHER when its letters say nothing. */
export function instrumentKind(number: string): string {
  for (const word of foldName(number).split(' ')) {
    const kind = KIND_LETTERS[word.replace(/\d+$/, '')];
    if (kind !== undefined) return kind;
  }
  return 'OTHER';
}
