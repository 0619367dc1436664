import { dueFromText } from '../due/due-from-text';
import { skipBlanks } from '../text/characters';
import { foldKeepingLength } from '../text/fold';
import { hasAnyPhrase, phraseAt } from '../text/phrases';
import { readListMarker } from '../text/list-markers';
import { areaOfHeading } from '../document/reform-area';

/** What a cell looks like by its own words. */
export type CellMeaning = 'SECTION' | 'NUMBER' | 'NUMBERED_CONTENT' | 'AGENCIES' | 'DUE' | 'TEXT';

const LONGEST_DUE = 90;
const LONGEST_SECTION = 160;

export function cellMeaning(cell: string): CellMeaning {
  const folded = foldKeepingLength(cell);
  const marker = readListMarker(cell);
  if (marker.kind === 'ROMAN' && cell.length <= LONGEST_SECTION && marker.body < cell.length) return 'SECTION';
  if (isBareNumber(cell)) return 'NUMBER';
  if (marker.kind === 'ARABIC' && marker.body < cell.length) return 'NUMBERED_CONTENT';
  if (looksLikeDue(cell, folded)) return 'DUE';
  return looksLikeAgencies(folded) ? 'AGENCIES' : 'TEXT';
}

/** `7`, `12.`, `II`: the number of a row. */
export function isBareNumber(cell: string): boolean {
  const bare = cell.endsWith('.') || cell.endsWith(')') ? cell.slice(0, -1) : cell;
  if (bare === '' || bare.length > 6) return false;
  let roman = true;
  let arabic = true;
  for (const character of bare) {
    roman = roman && 'IVXLC'.includes(character);
    arabic = arabic && '0123456789.'.includes(character);
  }
  return roman || arabic;
}

const DUE_OPENINGS = [
  'quy',
  'nam',
  'thang',
  'ngay',
  'truoc',
  'thuong xuyen',
  'hang',
  'dinh ky',
  'chuyen tiep',
  'trong',
  'cham nhat',
  'ca nam',
  'tu thang',
  'den',
  '6 thang',
  'theo',
];

function looksLikeDue(cell: string, folded: string): boolean {
  if (cell.length > LONGEST_DUE) return false;
  const opens =
    DUE_OPENINGS.some((word) => phraseAt(folded, word, 0)) || (folded.charAt(0) >= '0' && folded.charAt(0) <= '9');
  return opens && dueFromText(cell, { periodYear: 2000 }).kind !== 'NONE';
}

/** Folded words a list of agencies opens with. */
const AGENCY_OPENINGS = [
  'so',
  'cac so',
  'cac co quan',
  'co quan',
  'cac don vi',
  'don vi',
  'ubnd',
  'uy ban',
  'hdnd',
  'hoi dong nhan dan',
  'van phong',
  'vp',
  'thanh tra',
  'ban dan toc',
  'ban quan ly',
  'ban to chuc',
  'ban tuyen giao',
  'ban chi dao',
  'cac ban',
  'chi cuc',
  'cuc',
  'cong an',
  'bao',
  'dai',
  'cac dai',
  'buu dien',
  'moi',
  'cong thong tin',
  'trung tam',
  'truong chinh tri',
  'cac truong',
  'mat tran',
  'mttq',
  'doan',
  'tinh doan',
  'lien doan',
  'hoi',
  'bo',
  'cac bo',
  'kho bac',
  'bao hiem xa hoi',
  'ngan hang',
  'toa an',
  'vien kiem sat',
  'tinh uy',
  'huyen uy',
  'cac thanh vien',
  'cac phong',
  'phong',
  'cac huyen',
  'cac dia phuong',
  'cac nganh',
  'cac cap',
  'to cong tac',
  'doan kiem tra',
  'giam doc',
  'chu tich',
  'thu truong',
  'trach nhiem chung',
];

/** Openings that only sound like agencies: products and contents open with them too. */
const NOT_AGENCIES = [
  'bao cao',
  'bao dam',
  'so lieu',
  'so do',
  'so luong',
  'so hoa',
  'so tay',
  'hoi nghi',
  'hoi thao',
  'bo tieu chi',
  'bo chi so',
  'bo thu tuc',
  'phong chong',
  'doan kiem tra thuc te',
  'van phong pham',
  'trung tam hoa',
];

export function looksLikeAgencies(folded: string): boolean {
  const at = skipBlanks(folded, 0);
  if (NOT_AGENCIES.some((word) => phraseAt(folded, word, at))) return false;
  return AGENCY_OPENINGS.some((word) => phraseAt(folded, word, at));
}

/** True when a cell names an area of reform in the words of a heading. */
export function namesArea(cell: string): boolean {
  const folded = foldKeepingLength(cell);
  return areaOfHeading(folded) !== null || hasAnyPhrase(folded, ['chi dao', 'tuyen truyen']);
}
