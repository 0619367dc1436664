import type { BilingualText } from '@lientinh/contracts';

/** What the grammar may want or find at a place, for messages. */
export const PHRASES = {
  end: { vi: 'hết văn bản', en: 'the end' },
  operand: { vi: 'một giá trị, thuộc tính, hàm hoặc "("', en: 'a value, property, function or "("' },
  operatorOrEnd: { vi: 'toán tử, dấu "," hoặc hết văn bản', en: 'an operator, "," or the end' },
  slashOrEnd: { vi: '"/" hoặc hết đường dẫn', en: '"/" or the end' },
  property: { vi: 'tên thuộc tính', en: 'a property' },
  propertyOrStar: { vi: 'tên thuộc tính hoặc "*"', en: 'a property or "*"' },
  navigationOrStar: { vi: 'tên quan hệ (navigation property) hoặc "*"', en: 'a navigation property or "*"' },
  variable: { vi: 'tên biến', en: 'a variable' },
  name: { vi: 'một tên', en: 'a name' },
  functionName: { vi: 'tên hàm', en: 'a function' },
  option: { vi: 'một tùy chọn truy vấn', en: 'a query option' },
  countOption: { vi: '$filter hoặc $search', en: '$filter or $search' },
  transformation: { vi: 'một phép biến đổi', en: 'a transformation' },
  value: { vi: 'một giá trị', en: 'a value' },
  keyValue: { vi: 'giá trị của khóa', en: 'a value of the key' },
  keyPart: { vi: 'tên thuộc tính khóa', en: 'a key property' },
  nameOrKey: { vi: 'một tên hoặc khóa', en: 'a name or a key' },
  list: { vi: 'danh sách trong ngoặc đơn', en: 'a list in parentheses' },
  wholeNumber: { vi: 'số nguyên từ 0 trở lên', en: 'a whole number from 0 on' },
  levels: { vi: 'số nguyên từ 1 trở lên hoặc max', en: 'a whole number from 1 on, or max' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  searchTerm: { vi: 'một từ hoặc cụm từ trong dấu nháy kép', en: 'a word or a phrase in double quotes' },
  phraseText: { vi: 'cụm từ có chữ', en: 'a phrase with letters' },
} as const satisfies Readonly<Record<string, BilingualText>>;

/** A piece of OData itself, the same in both languages. */
export const sameInBoth = (text: string): BilingualText => ({ vi: text, en: text });
