import type { LegalKind } from '../vocabulary';

/** The kind letters of a Vietnamese document number (Decree 30/2020/NĐ-CP, appendix III), folded. */
const KIND_LETTERS: ReadonlyMap<string, LegalKind> = new Map<string, LegalKind>([
  ['nd', 'DECREE'],
  ['qd', 'DECISION'],
  ['nq', 'RESOLUTION'],
  ['nqlt', 'RESOLUTION'],
  ['ct', 'DIRECTIVE'],
  ['tt', 'CIRCULAR'],
  ['ttlt', 'CIRCULAR'],
  ['tb', 'NOTICE'],
  ['kh', 'PLAN'],
  ['ctr', 'PROGRAMME'],
  ['ctrhd', 'PROGRAMME'],
  ['bc', 'REPORT'],
  ['cv', 'OFFICIAL_LETTER'],
  ['kl', 'OTHER'],
  ['hd', 'OTHER'],
  ['da', 'OTHER'],
  ['tr', 'OTHER'],
  ['cd', 'OTHER'],
  ['qc', 'OTHER'],
]);

const DETAILS: ReadonlyMap<string, string> = new Map([
  ['kl', 'Kết luận'],
  ['hd', 'Hướng dẫn'],
  ['da', 'Đề án'],
  ['tr', 'Tờ trình'],
  ['cd', 'Công điện'],
  ['qc', 'Quy chế'],
]);

/** Party bodies number `12-NQ/TU`; state bodies number `12/NQ-CP`. */
const PARTY_BODIES: ReadonlySet<string> = new Set(['tw', 'tu', 'hu', 'tyu', 'btctw', 'btgtw', 'bbttw', 'bcsd']);

export interface InstrumentKind {
  readonly kind: LegalKind;
  readonly kindDetail: string | null;
}

/** The kind that a folded code (`qd-ttg`, `nq/tw`, `bnv-cchc`) names: the first known letters in it, else a letter of a body. */
export function instrumentKind(foldedCode: string): InstrumentKind {
  for (const part of foldedCode.split(/[-/]/)) {
    const kind = KIND_LETTERS.get(part);
    if (kind !== undefined) return { kind, kindDetail: DETAILS.get(part) ?? null };
  }
  return { kind: 'OFFICIAL_LETTER', kindDetail: null };
}

/** True when the code holds letters of a kind of instrument: `QĐ-UBND` yes, `BNV-CCHC` no. */
export function namesAKind(foldedCode: string): boolean {
  return foldedCode.split(/[-/]/).some((part) => KIND_LETTERS.has(part));
}

export function isPartyBody(foldedPart: string): boolean {
  return PARTY_BODIES.has(foldedPart);
}
