import type { BilingualText } from '@lientinh/contracts';
import { defineError } from '@lientinh/errors';

/** Where something stands: the option (`$filter`, `@p`, or PATH) and the 0-based character in its decoded text. */
export interface Place {
  readonly option: string;
  readonly at: number;
}
/** What `Place.option` is for the path of a request. */
export const PATH = 'path';

const SHOWN_CHARACTERS = 60;

/** A piece of the caller's text, short enough for a message; a character of two code units is not cut. */
export function shown(text: string): string {
  if (text.length <= SHOWN_CHARACTERS) return text;
  return `${text.slice(0, SHOWN_CHARACTERS).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** People count from one. */
const whereVi = ({ option, at }: Place): string => `${option === PATH ? 'đường dẫn' : option}, ký tự thứ ${at + 1}`;
const whereEn = ({ option, at }: Place): string => `${option === PATH ? 'the path' : option}, character ${at + 1}`;
const nearestVi = (nearest: readonly string[]): string =>
  nearest.length === 0 ? '' : ` Có phải là: ${nearest.join(', ')}?`;
const nearestEn = (nearest: readonly string[]): string =>
  nearest.length === 0 ? '' : ` Did you mean: ${nearest.join(', ')}?`;

const sentenceOf = (hint: string | undefined): string => (hint === undefined ? '' : ` ${hint}.`);

/** Something else stands where the grammar wants `expected`. */
export const syntaxError = defineError<
  Place & { found: BilingualText; expected: BilingualText; hint?: BilingualText | null }
>({
  code: 'ODATA_SYNTAX',
  status: 400,
  meaning:
    'A query option or path does not follow the grammar of OData 4.01; the message names the place and what was expected.',
  message: (details) => ({
    vi: `${whereVi(details)}: gặp ${details.found.vi}, trong khi cần ${details.expected.vi}.${sentenceOf(details.hint?.vi)}`,
    en: `${whereEn(details)}: found ${details.found.en} where ${details.expected.en} is expected.${sentenceOf(details.hint?.en)}`,
  }),
});

/** A `'` or `"` that is never closed. */
export const textUnended = defineError<Place & { quote: string }>({
  code: 'ODATA_TEXT_UNENDED',
  status: 400,
  meaning: 'A string or phrase has no closing quote. A single quote inside a string is written twice.',
  message: (details) => ({
    vi: `${whereVi(details)}: chuỗi mở bằng ${details.quote} không có dấu đóng. Dấu nháy đơn trong chuỗi phải viết hai lần.`,
    en: `${whereEn(details)}: the text opened by ${details.quote} is not closed. A single quote inside a string is written twice.`,
  }),
});

/** A value that is no value of its type; `reason` in both languages. */
export const literalInvalid = defineError<Place & { value: string; reason: BilingualText }>({
  code: 'ODATA_LITERAL_INVALID',
  status: 400,
  meaning: 'A value is written wrongly or lies outside the range of its type.',
  message: (details) => ({
    vi: `${whereVi(details)}: giá trị ${details.value} không hợp lệ: ${details.reason.vi}.`,
    en: `${whereEn(details)}: the value ${details.value} is not valid: ${details.reason.en}.`,
  }),
});

/** `2025-07-01T00:00:00`: a point of time needs an offset. */
export const instantWithoutOffset = defineError<Place & { value: string; corrected: string }>({
  code: 'ODATA_INSTANT_WITHOUT_OFFSET',
  status: 400,
  meaning: 'A date with a time of day has no time zone. Add Z (UTC) or an offset such as +07:00 (sent as %2B07:00).',
  message: (details) => ({
    vi: `${whereVi(details)}: ${details.value} thiếu múi giờ. Hãy viết ${details.corrected} (UTC) hoặc thêm độ lệch, ví dụ +07:00 (trong địa chỉ viết là %2B07:00).`,
    en: `${whereEn(details)}: ${details.value} has no offset. Write ${details.corrected} (UTC) or add an offset such as +07:00 (in an address: %2B07:00).`,
  }),
});

/** `datetime'…'`, `5L`: forms of OData 2 and 3. */
export const literalObsolete = defineError<Place & { value: string; instead: string }>({
  code: 'ODATA_LITERAL_OBSOLETE',
  status: 400,
  meaning: 'A value is written in the manner of OData 2 or 3. The message shows the form of OData 4.',
  message: (details) => ({
    vi: `${whereVi(details)}: ${details.value} là cách viết của OData 2 và 3. Trong OData 4 hãy viết ${details.instead}.`,
    en: `${whereEn(details)}: ${details.value} is the form of OData 2 and 3. In OData 4 write ${details.instead}.`,
  }),
});

/** NUL, or half of a surrogate pair. */
export const characterRefused = defineError<Place>({
  code: 'ODATA_CHARACTER_REFUSED',
  status: 400,
  meaning: 'The text has a character that no value can have: NUL, or half of a surrogate pair.',
  message: (details) => ({
    vi: `${whereVi(details)}: ký tự này không được phép (NUL hoặc nửa cặp surrogate).`,
    en: `${whereEn(details)}: this character is not allowed (NUL, or half of a surrogate pair).`,
  }),
});

/** A `%` that is not followed by two hexadecimal digits of UTF-8. */
export const encodingInvalid = defineError<{ text: string }>({
  code: 'ODATA_ENCODING_INVALID',
  status: 400,
  meaning: 'The address is not percent-encoded UTF-8. A percent sign itself is written %25.',
  message: ({ text }) => ({
    vi: `Không giải mã được "${text}": địa chỉ phải mã hóa UTF-8 theo phần trăm, dấu % viết là %25.`,
    en: `Cannot decode "${text}": an address is percent-encoded UTF-8; a percent sign itself is written %25.`,
  }),
});

/** A function that OData does not have, or that this service does not have. */
export const functionUnknown = defineError<Place & { name: string; nearest: readonly string[] }>({
  code: 'ODATA_FUNCTION_UNKNOWN',
  status: 400,
  meaning: 'The function does not exist. The message names those that are written most like it.',
  message: (details) => ({
    vi: `${whereVi(details)}: không có hàm ${details.name}.${nearestVi(details.nearest)}`,
    en: `${whereEn(details)}: there is no function ${details.name}.${nearestEn(details.nearest)}`,
  }),
});

/** Too many or too few arguments; `signature` shows the right ones. */
export const functionArguments = defineError<Place & { name: string; count: number; signature: string }>({
  code: 'ODATA_FUNCTION_ARGUMENTS',
  status: 400,
  meaning: 'The function takes another number of arguments, or arguments of another form.',
  message: (details) => ({
    vi: `${whereVi(details)}: hàm ${details.name} được gọi với ${details.count} đối số; cách viết đúng là ${details.signature}.`,
    en: `${whereEn(details)}: ${details.name} is called with ${details.count} arguments; it is written ${details.signature}.`,
  }),
});

/** An option that OData does not have. */
export const optionUnknown = defineError<Place & { name: string; nearest: readonly string[] }>({
  code: 'ODATA_OPTION_UNKNOWN',
  status: 400,
  meaning: 'The query option does not exist. Names that begin with $ belong to OData.',
  message: (details) => ({
    vi: `Không có tùy chọn ${details.name} (${whereVi(details)}).${nearestVi(details.nearest)}`,
    en: `There is no option ${details.name} (${whereEn(details)}).${nearestEn(details.nearest)}`,
  }),
});

/** The same option twice. */
export const optionTwice = defineError<Place & { name: string }>({
  code: 'ODATA_OPTION_TWICE',
  status: 400,
  meaning: 'A query option is given more than once.',
  message: (details) => ({
    vi: `Tùy chọn ${details.name} được ghi nhiều lần (${whereVi(details)}); chỉ được một lần.`,
    en: `The option ${details.name} is given more than once (${whereEn(details)}).`,
  }),
});

/** An option that exists but has no meaning at this place. */
export const optionNotHere = defineError<Place & { name: string; allowed: readonly string[] }>({
  code: 'ODATA_OPTION_NOT_HERE',
  status: 400,
  meaning: 'The query option exists but not at this place.',
  message: (details) => ({
    vi: `${whereVi(details)}: tùy chọn ${details.name} không dùng được ở đây. Có thể dùng: ${details.allowed.join(', ') || '(không có)'}.`,
    en: `${whereEn(details)}: the option ${details.name} has no place here. Possible: ${details.allowed.join(', ') || '(none)'}.`,
  }),
});

/** A transformation of `$apply` that does not exist or is not offered. */
export const transformationUnknown = defineError<Place & { name: string; known: readonly string[] }>({
  code: 'ODATA_TRANSFORMATION_UNKNOWN',
  status: 400,
  meaning: 'The step of $apply does not exist, or is not offered.',
  message: (details) => ({
    vi: `${whereVi(details)}: không có phép biến đổi ${details.name}. Có thể dùng: ${details.known.join(', ')}.`,
    en: `${whereEn(details)}: there is no transformation ${details.name}. Possible: ${details.known.join(', ')}.`,
  }),
});

/** Something of OData that this service does not offer. */
export const constructUnsupported = defineError<Place & { construct: string }>({
  code: 'ODATA_CONSTRUCT_UNSUPPORTED',
  status: 501,
  meaning: 'OData has this construct, the service does not offer it.',
  message: (details) => ({
    vi: `${whereVi(details)}: dịch vụ không hỗ trợ ${details.construct}.`,
    en: `${whereEn(details)}: the service does not support ${details.construct}.`,
  }),
});

/** `@a=@b&@b=@a`. */
export const aliasCycle = defineError<Place & { alias: string }>({
  code: 'ODATA_ALIAS_CYCLE',
  status: 400,
  meaning: 'A parameter alias is defined by itself.',
  message: (details) => ({
    vi: `${whereVi(details)}: bí danh ${details.alias} được định nghĩa bằng chính nó.`,
    en: `${whereEn(details)}: the alias ${details.alias} is defined by itself.`,
  }),
});

/** A request that is larger or deeper than the service reads. */
export const queryTooLarge = defineError<Place & { what: BilingualText; limit: number }>({
  code: 'ODATA_QUERY_TOO_LARGE',
  status: 400,
  meaning: 'The query is longer, deeper or has more parts than the service reads. Split it into several requests.',
  message: (details) => ({
    vi: `${whereVi(details)}: ${details.what.vi} vượt giới hạn ${details.limit}. Hãy chia thành nhiều yêu cầu.`,
    en: `${whereEn(details)}: ${details.what.en} exceeds the limit of ${details.limit}. Split it into several requests.`,
  }),
});
