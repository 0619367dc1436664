import { PORTFOLIOS, COMPOUND_PHRASES } from './abbreviations';
import { abbreviationKey, foldedWords, nameSkeleton } from './fold';

/** A set of folded word sequences that can be looked up at the start of a list of folded words. */
export class PhraseSet {
  readonly #byFirstWord = new Map<string, string[][]>();

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      const words = foldedWords(phrase);
      const first = words[0];
      if (first === undefined) continue;
      const known = this.#byFirstWord.get(first) ?? [];
      known.push(words);
      known.sort((a, b) => b.length - a.length);
      this.#byFirstWord.set(first, known);
    }
  }

  /** Number of words of the longest phrase that stands at `from`; 0 when none does. */
  matchLength(words: readonly string[], from = 0): number {
    const first = words[from];
    if (first === undefined) return 0;
    for (const phrase of this.#byFirstWord.get(first) ?? []) {
      if (phrase.every((word, offset) => words[from + offset] === word)) return phrase.length;
    }
    return 0;
  }
}

/** Phrases whose comma or `và` belongs to the name; phrases without either need no protection. */
export const COMPOUNDS = new PhraseSet(
  [...PORTFOLIOS.flatMap(({ name, abbreviations }) => [name, ...abbreviations]), ...COMPOUND_PHRASES].filter((phrase) =>
    /,|\sv[àa]\s/u.test(phrase.normalize('NFC')),
  ),
);

/** Words an agency's name begins with. */
export const NAME_HEADS = new PhraseSet([
  ...['Sở', 'Bộ', 'Ban', 'Phòng', 'Cục', 'Chi cục', 'Tổng cục', 'Vụ', 'Viện', 'Văn phòng', 'VP', 'Thanh tra', 'TTCP'],
  ...['UBND', 'Ủy ban', 'HĐND', 'Hội đồng', 'MTTQ', 'MTTQVN', 'UBMTTQ', 'UBMTTQVN', 'UBMT', 'Mặt trận', 'Thường trực'],
  ...['Tỉnh ủy', 'Thành ủy', 'Huyện ủy', 'Quận ủy', 'Đảng ủy', 'Thị ủy', 'Đảng bộ', 'Cấp ủy', 'Thường vụ'],
  ...['Công an', 'Bộ Chỉ huy', 'BCHQS', 'Bộ đội', 'Quân khu', 'Tòa án', 'TAND', 'Viện kiểm sát', 'VKSND', 'Kiểm toán'],
  ...['Đài', 'Báo', 'Cổng', 'Tạp chí', 'Thông tấn xã', 'Bưu điện', 'Kho bạc', 'KBNN', 'Ngân hàng', 'NHNN', 'BHXH'],
  ...['Bảo hiểm', 'Hải quan', 'Thuế', 'Điện lực', 'Công ty', 'Tổng công ty', 'Tập đoàn', 'Quỹ', 'BQL', 'Hợp tác xã'],
  ...['Trung tâm', 'Trường', 'Học viện', 'Đại học', 'Bệnh viện', 'Trạm', 'Thư viện', 'Bảo tàng', 'Nhà hát', 'Vườn'],
  ...['Hội', 'Đoàn', 'Liên đoàn', 'Liên hiệp', 'Liên minh', 'Hiệp hội', 'LĐLĐ', 'Tổ', 'Bộ phận', 'VPCP', 'Chủ tịch'],
  ...['Chính phủ', 'Thủ tướng', 'Quốc hội', 'Cơ quan', 'Đơn vị', 'Địa phương', 'Tổ chức', 'Đoàn thể', 'Doanh nghiệp'],
  ...['Ngành', 'Thủ trưởng', 'Lãnh đạo', 'Giám đốc', 'Các', 'Những', 'Một số', 'Toàn bộ', 'Tất cả', '100%'],
]);

/** Plural nouns that are listed in one group (`các sở, ban, ngành`; `các huyện, thị xã, thành phố`). */
export const GROUP_NOUNS = new PhraseSet([
  ...[
    'sở',
    'ban',
    'ngành',
    'ban ngành',
    'bộ',
    'cơ quan',
    'đơn vị',
    'địa phương',
    'tổ chức',
    'đoàn thể',
    'hội',
    'phòng',
  ],
  ...['doanh nghiệp', 'cá nhân', 'viện', 'trường', 'quận', 'huyện', 'thị xã', 'thành phố', 'xã', 'phường'],
  ...['thị trấn', 'thôn', 'tổ dân phố', 'bản', 'trung tâm', 'chi cục', 'lực lượng', 'hiệp hội', 'đặc khu'],
]);

/** What may follow a capitalised group noun without making it a name of its own. */
export const GROUP_QUALIFIERS = new PhraseSet([
  ...['cấp', 'tỉnh', 'thành phố', 'huyện', 'xã', 'liên quan', 'có liên quan', 'thuộc', 'trực thuộc', 'trong', 'trên'],
  ...['trung ương', 'khác', 'của', 'ở', 'đoàn thể'],
]);

/** Territorial units, which complete a body (`UBND cấp huyện, cấp xã`) or name a district body. */
export const UNIT_NOUNS = new PhraseSet([
  ...['tỉnh', 'quận', 'huyện', 'thị xã', 'thành phố', 'xã', 'phường', 'thị trấn', 'đặc khu', 'TP', 'TX', 'TT'],
]);

/** Bodies that exist at every level, so that a level printed once completes each of them. */
export const LEVELLED_BODIES = new PhraseSet([
  ...['UBND', 'Ủy ban nhân dân', 'HĐND', 'Hội đồng nhân dân', 'Thường trực HĐND', 'Thường trực Hội đồng nhân dân'],
  ...['UBMTTQ', 'UBMTTQVN', 'MTTQ', 'MTTQVN', 'Ủy ban MTTQ', 'Ủy ban MTTQVN', 'Ủy ban MTTQ Việt Nam', 'Đảng ủy'],
  ...['Mặt trận Tổ quốc', 'Mặt trận Tổ quốc Việt Nam', 'Ủy ban Mặt trận Tổ quốc', 'Ủy ban Mặt trận Tổ quốc Việt Nam'],
  ...['Văn phòng UBND', 'VP UBND', 'Chủ tịch UBND', 'Công an'],
]);

/** Words that introduce a list of agencies and are no part of a name. */
export const INTRODUCTIONS = new PhraseSet([
  ...['mời', 'đề nghị', 'kính gửi', 'trách nhiệm chung của', 'trách nhiệm của', 'chủ trì', 'phối hợp', 'phối hợp với'],
  ...[
    'cơ quan chủ trì',
    'cơ quan phối hợp',
    'đơn vị chủ trì',
    'đơn vị phối hợp',
    'cùng',
    'cùng với',
    'giao',
    'do',
    'gồm',
  ],
  ...['bao gồm', 'thủ trưởng', 'lãnh đạo', 'giám đốc', 'và'],
]);

/** Where prose about an agency begins: the name ends here. */
export const PREDICATES = new PhraseSet([
  ...[
    'chịu trách nhiệm',
    'có trách nhiệm',
    'làm đầu mối',
    'là đầu mối',
    'chưa hoàn thành',
    'chưa thực hiện',
    'có tỷ lệ',
  ],
  ...['tham mưu', 'căn cứ', 'để tổng hợp', 'theo chức năng'],
]);

/** Words between two agencies that separate them as a comma does. */
export const SEPARATING_PHRASES = new PhraseSet([
  'chủ trì phối hợp với',
  'phối hợp với',
  'chủ trì',
  'phối hợp',
  'cùng với',
]);

const PORTFOLIO_KEYS = new Set<string>();
for (const portfolio of PORTFOLIOS) {
  PORTFOLIO_KEYS.add(nameSkeleton(portfolio.name));
  for (const abbreviation of portfolio.abbreviations) PORTFOLIO_KEYS.add(abbreviationKey(abbreviation));
}

/** True for what a department can be in charge of, in full or shortened: `Nội vụ`, `TT & TT`. */
export function isPortfolio(text: string): boolean {
  return PORTFOLIO_KEYS.has(nameSkeleton(text)) || PORTFOLIO_KEYS.has(abbreviationKey(text));
}
