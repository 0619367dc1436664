import type { Literal, LiteralType } from './ast';
import { instantWithoutOffset, literalInvalid, type Place, shown } from './query.errors';

const LEAST_INTEGER = -(2n ** 63n);
const GREATEST_INTEGER = 2n ** 63n - 1n;
/** Digits of one number; Edm.Decimal has no bound of its own. */
const MOST_DIGITS = 200;
const MOST_OFFSET_MINUTES = 14 * 60;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const invalid = (value: string, place: Place, vi: string, en: string) =>
  literalInvalid({ ...place, value: shown(value), reason: { vi, en } });

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** `2025-07-01`; years 0001 to 9999 of the Gregorian calendar. */
export function readDate(text: string, place: Place): string {
  const [, sign, years = '', months, days] = /^(-?)(\d{4,})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (years === '')
    throw invalid(text, place, 'ngày viết là NĂM-THÁNG-NGÀY, ví dụ 2025-07-01', 'a date is written 2025-07-01');
  const [year, month, day] = [Number(years), Number(months), Number(days)];
  if (sign === '-' || year < 1 || year > 9999)
    throw invalid(text, place, 'năm phải từ 0001 đến 9999', 'the year must be between 0001 and 9999');
  const last = month === 2 && isLeapYear(year) ? 29 : DAYS[month - 1];
  if (last === undefined || day < 1 || day > last)
    throw invalid(text, place, 'không có ngày này trong lịch', 'the calendar has no such day');
  return text;
}

/** `08:30:00.5`; seconds may be absent and are filled. */
export function readTimeOfDay(text: string, place: Place): string {
  const [, hour, minute, second = '00', fraction = ''] = /^(\d\d):(\d\d)(?::(\d\d)(\.\d{1,12})?)?$/.exec(text) ?? [];
  if (hour === undefined || minute === undefined)
    throw invalid(
      text,
      place,
      'giờ viết là 08:30:00, phần lẻ tối đa 12 chữ số',
      'a time is written 08:30:00, with at most 12 decimals',
    );
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    throw invalid(text, place, 'giờ phải từ 00:00:00 đến 23:59:59', 'the time must be between 00:00:00 and 23:59:59');
  return `${hour}:${minute}:${second}${fraction}`;
}

function readOffset(offset: string, text: string, place: Place): string {
  if (/^z$/i.test(offset)) return 'Z';
  // A form-decoded query has a space where the plus was; nothing else can be meant.
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  if (minutes > 59 || hours * 60 + minutes > MOST_OFFSET_MINUTES)
    throw invalid(
      text,
      place,
      'độ lệch múi giờ phải từ -14:00 đến +14:00',
      'the offset must be between -14:00 and +14:00',
    );
  return offset.replace(' ', '+');
}

/** `2025-07-01T08:30:00+07:00`; one without an offset is refused. */
export function readInstant(text: string, place: Place): string {
  const [, date, time, offset] = /^(-?\d{4,}-\d\d-\d\d)T([\d:.]+)(Z|[+\- ]\d\d:\d\d)?$/i.exec(text) ?? [];
  if (date === undefined || time === undefined)
    throw invalid(
      text,
      place,
      'thời điểm viết là 2025-07-01T08:30:00+07:00',
      'a point of time is written 2025-07-01T08:30:00+07:00',
    );
  const canonical = `${readDate(date, place)}T${readTimeOfDay(time, place)}`;
  if (offset === undefined) throw instantWithoutOffset({ ...place, value: shown(text), corrected: `${canonical}Z` });
  return `${canonical}${readOffset(offset, text, place)}`;
}

/** `P1DT2H3M4.5S`, also negative; without years and months (Edm.Duration). */
export function readDuration(text: string, place: Place): string {
  const parts = /^-?P(?=[\dT])(\d{1,9}D)?(?:T(?=\d)(\d{1,9}H)?(\d{1,9}M)?(\d{1,9}(?:\.\d{1,12})?S)?)?$/i.exec(text);
  if (parts === null)
    throw invalid(
      text,
      place,
      "khoảng thời gian viết là duration'P1DT2H30M'",
      "a duration is written duration'P1DT2H30M'",
    );
  return text.toUpperCase();
}

/** Groups of 8-4-4-4-12 hexadecimal digits; lower case. */
export function readGuid(text: string, place: Place): string {
  if (!/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(text))
    throw invalid(
      text,
      place,
      'mã GUID có dạng 8-4-4-4-12 chữ số thập lục phân',
      'a GUID has 8-4-4-4-12 hexadecimal digits',
    );
  return text.toLowerCase();
}

const withoutLeadingZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

/** `-5`, `1.50`, `1e-3`, `INF`; the sign plus and leading zeros are dropped. */
export function readNumber(text: string, place: Place): { type: LiteralType; text: string } {
  if (text === 'INF' || text === '-INF' || text === 'NaN') return { type: 'double', text };
  const [, sign = '', whole, fraction, exponent] = /^([+-]?)(\d+)(\.\d+)?(e[+-]?\d+)?$/i.exec(text) ?? [];
  if (whole === undefined) throw invalid(text, place, 'đây không phải là số', 'this is no number');
  if (text.length > MOST_DIGITS)
    throw invalid(
      text,
      place,
      `số dài quá ${MOST_DIGITS} ký tự`,
      `the number is longer than ${MOST_DIGITS} characters`,
    );
  const minus = sign === '-' ? '-' : '';
  const canonical = `${minus}${withoutLeadingZeros(whole)}${fraction ?? ''}${exponent?.toLowerCase() ?? ''}`;
  if (exponent !== undefined) {
    if (!Number.isFinite(Number(canonical)))
      throw invalid(text, place, 'số vượt phạm vi của Edm.Double', 'the number exceeds the range of Edm.Double');
    return { type: 'double', text: canonical };
  }
  if (fraction !== undefined) return { type: 'decimal', text: canonical };
  const value = BigInt(canonical);
  return value >= LEAST_INTEGER && value <= GREATEST_INTEGER
    ? { type: 'integer', text: String(value) }
    : { type: 'decimal', text: canonical };
}

const READERS: Readonly<Record<LiteralType, (text: string, place: Place) => string>> = {
  null: (text, place) => readWord(text, ['null'], place),
  boolean: (text, place) => readWord(text.toLowerCase(), ['true', 'false'], place),
  integer: (text, place) => {
    const read = readNumber(text, place);
    if (read.type !== 'integer') throw invalid(text, place, 'cần số nguyên 64 bit', 'an integer of 64 bits is needed');
    return read.text;
  },
  decimal: (text, place) => {
    const read = readNumber(text, place);
    if (read.type === 'double') throw invalid(text, place, 'cần số thập phân', 'a decimal number is needed');
    return read.text;
  },
  double: (text, place) => readNumber(text, place).text,
  string: (text) => text,
  date: readDate,
  instant: readInstant,
  timeOfDay: readTimeOfDay,
  duration: readDuration,
  guid: readGuid,
};

function readWord(text: string, words: readonly string[], place: Place): string {
  if (words.includes(text)) return text;
  const wanted = words.join(', ');
  throw invalid(text, place, `cần một trong: ${wanted}`, `one of ${wanted} is needed`);
}

/**
 * A bare text as a value of `type`, checked: for keys in the manner of a path (`Scores/2018`), and for strings that stand for a value of
 * another type (OData 4.01 lets `'PT1H'` be a duration where one is compared with it).
 */
export function literalOfText(type: LiteralType, text: string, place: Place): Literal {
  return { kind: 'literal', type, text: READERS[type](text, place), at: place.at };
}
