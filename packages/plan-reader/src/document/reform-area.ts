import { hasAnyPhrase } from '../text/phrases';
import type { ReformArea } from '../vocabulary';

interface AreaWords {
  readonly area: ReformArea;
  readonly words: readonly string[];
}

/** What a heading calls the areas of the Overall Programme on administrative reform (30c/NQ-CP, 76/NQ-CP); first match wins. */
const AREA_WORDS: readonly AreaWords[] = [
  { area: 'STEERING', words: ['chi dao dieu hanh', 'chi dao, dieu hanh', 'cong tac chi dao', 'to chuc chi dao'] },
  {
    area: 'CIVIL_SERVICE',
    words: ['cong vu', 'doi ngu can bo', 'doi ngu cong chuc', 'can bo, cong chuc', 'cong chuc, vien chuc'],
  },
  { area: 'INSTITUTIONS', words: ['the che', 'van ban quy pham phap luat', 'van ban qppl', 'vbqppl'] },
  { area: 'PROCEDURES', words: ['thu tuc hanh chinh', 'tthc'] },
  { area: 'ORGANISATION', words: ['bo may'] },
  { area: 'PUBLIC_FINANCE', words: ['tai chinh cong', 'co che tai chinh', 'tai chinh, ngan sach'] },
  {
    area: 'DIGITAL_GOVERNMENT',
    words: [
      'hien dai hoa',
      'hien dai hoa nen hanh chinh',
      'chinh phu dien tu',
      'chinh quyen dien tu',
      'chinh phu so',
      'chinh quyen so',
      'chuyen doi so',
      'cong nghe thong tin',
    ],
  },
  { area: 'ONE_STOP', words: ['mot cua'] },
];

/** The area a heading names; null when it names none (or several areas at once under a general word). */
export function areaOfHeading(foldedHeading: string): ReformArea | null {
  return AREA_WORDS.find((entry) => hasAnyPhrase(foldedHeading, entry.words))?.area ?? null;
}
