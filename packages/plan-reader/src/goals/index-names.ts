import { hasAnyPhrase } from '../text/phrases';
import type { IndexCode } from '../vocabulary';

interface IndexWords {
  readonly index: IndexCode;
  readonly name: string;
  readonly words: readonly string[];
}

const INDEX_WORDS: readonly IndexWords[] = [
  { index: 'PAPI', name: 'Chỉ số Hiệu quả quản trị và hành chính công (PAPI)', words: ['papi', 'hieu qua quan tri'] },
  { index: 'SIPAS', name: 'Chỉ số hài lòng về sự phục vụ hành chính (SIPAS)', words: ['sipas', 'chi so hai long'] },
  { index: 'PCI', name: 'Chỉ số năng lực cạnh tranh cấp tỉnh (PCI)', words: ['pci', 'nang luc canh tranh'] },
  {
    index: 'ICT_INDEX',
    name: 'Chỉ số mức độ sẵn sàng ứng dụng công nghệ thông tin (ICT Index)',
    words: ['ict index', 'chi so ict'],
  },
  { index: 'DTI', name: 'Chỉ số chuyển đổi số (DTI)', words: ['dti', 'chi so chuyen doi so'] },
  {
    index: 'PAR_INDEX',
    name: 'Chỉ số Cải cách hành chính (PAR INDEX)',
    words: ['par index', 'chi so cai cach hanh chinh', 'chi so cchc'],
  },
];

/** The index a folded text names first in the list above; null when it names none. */
export function indexNamed(folded: string): IndexCode | null {
  return INDEX_WORDS.find((entry) => hasAnyPhrase(folded, entry.words))?.index ?? null;
}

/** The indices a folded text names. */
export function indicesNamed(folded: string): IndexCode[] {
  return INDEX_WORDS.filter((entry) => hasAnyPhrase(folded, entry.words)).map((entry) => entry.index);
}

export function indexName(index: IndexCode): string {
  return INDEX_WORDS.find((entry) => entry.index === index)?.name ?? index;
}
