import { defineError } from '@lientinh/errors';

/** A byte order mark in front of UTF-8. */
export const fileHasByteOrderMark = defineError({
  code: 'FILE_HAS_BOM',
  status: 422,
  meaning: 'The file begins with a byte order mark (Excel\'s "CSV UTF-8" writes one).',
  message: () => ({
    vi: 'Tệp mở đầu bằng dấu BOM (EF BB BF). Hãy lưu lại dạng "UTF-8" (không BOM); trong Notepad++: Encoding → UTF-8.',
    en: 'The file begins with a byte order mark (EF BB BF). Save it as "UTF-8" without BOM; in Notepad++: Encoding → UTF-8.',
  }),
});

/** UTF-16 or UTF-32 text. */
export const fileIsWide = defineError<{ encoding: string }>({
  code: 'FILE_NOT_UTF8_WIDE',
  status: 422,
  meaning: 'The file is UTF-16 or UTF-32 (Excel\'s "Unicode text").',
  message: ({ encoding }) => ({
    vi: `Tệp được mã hóa ${encoding}. Hãy lưu lại dạng "CSV UTF-8" không BOM.`,
    en: `The file is encoded as ${encoding}. Save it as UTF-8 without BOM.`,
  }),
});

/** Bytes of a one-byte Vietnamese encoding. */
export const fileIsWindows1258 = defineError<{ line: number; byte: number; text: string }>({
  code: 'FILE_WINDOWS_1258',
  status: 422,
  meaning: 'The text is in Windows-1258 (or another one-byte encoding), not in UTF-8.',
  message: ({ line, byte, text }) => ({
    vi: `Dòng ${line}, byte ${byte}: tệp không phải UTF-8 mà giống Windows-1258 (đọc ra: "${text}"). Hãy mở bằng phần mềm đã tạo tệp và lưu lại dạng UTF-8 không BOM.`,
    en: `Line ${line}, byte ${byte}: the file is not UTF-8, it looks like Windows-1258 (which reads: "${text}"). Open it where it was made and save it as UTF-8 without BOM.`,
  }),
});

/** Bytes that are no UTF-8 in text that is otherwise. */
export const fileIsNotUtf8 = defineError<{ line: number; byte: number; found: string }>({
  code: 'FILE_NOT_UTF8',
  status: 422,
  meaning: 'A byte sequence is not valid UTF-8: the file was damaged or mixes encodings.',
  message: ({ line, byte, found }) => ({
    vi: `Dòng ${line}, byte ${byte}: chuỗi byte ${found} không phải UTF-8 (tệp bị hỏng hoặc lẫn bảng mã). Hãy xuất lại tệp dạng UTF-8.`,
    en: `Line ${line}, byte ${byte}: the bytes ${found} are not UTF-8 (the file is damaged or mixes encodings). Export it again as UTF-8.`,
  }),
});

/** A zero byte. */
export const fileHasZeroByte = defineError<{ line: number }>({
  code: 'FILE_HAS_ZERO_BYTE',
  status: 422,
  meaning: 'The file holds a zero byte: it is no text, or UTF-16 without a byte order mark.',
  message: ({ line }) => ({
    vi: `Dòng ${line} có byte 0: tệp không phải văn bản UTF-8 (có thể là UTF-16 hoặc tệp Excel). Hãy lưu lại dạng CSV UTF-8 không BOM.`,
    en: `Line ${line} holds a zero byte: this is no UTF-8 text (perhaps UTF-16, or an Excel file). Save it as CSV in UTF-8 without BOM.`,
  }),
});

/** A line beyond all reason. */
export const fileLineTooLong = defineError<{ line: number; limitBytes: number }>({
  code: 'FILE_LINE_TOO_LONG',
  status: 422,
  meaning: 'A line (or a quoted CSV record over several lines) is longer than 1 MiB.',
  message: ({ line, limitBytes }) => ({
    vi: `Dòng ${line} dài hơn ${limitBytes} byte. Mỗi dòng dữ liệu phải kết thúc bằng dấu xuống dòng (LF); hãy kiểm tra cách xuất tệp.`,
    en: `Line ${line} is longer than ${limitBytes} bytes. Every row ends with a line feed; check how the file was exported.`,
  }),
});

/** A quotation mark that is never closed. */
export const fileQuoteOpen = defineError<{ line: number }>({
  code: 'FILE_QUOTE_OPEN',
  status: 422,
  meaning: 'A quoted CSV value is not closed.',
  message: ({ line }) => ({
    vi: `Dấu ngoặc kép mở ở dòng ${line} không được đóng. Hãy đóng lại; dấu ngoặc kép bên trong giá trị viết hai lần ("").`,
    en: `The quotation mark opened on line ${line} is never closed. Close it; a quotation mark inside a value is written twice ("").`,
  }),
});

/** The last line has no end. */
export const fileCut = defineError<{ line: number }>({
  code: 'FILE_CUT',
  status: 422,
  meaning: 'The last line has no line end, so the file may have been cut off.',
  message: ({ line }) => ({
    vi: `Dòng cuối (dòng ${line}) thiếu dấu xuống dòng: tệp có thể bị cắt cụt. Nếu tệp đủ, hãy thêm một dấu xuống dòng ở cuối.`,
    en: `The last line (line ${line}) has no line end: the file may have been cut off. If it is complete, add a line feed at its end.`,
  }),
});

/** Carriage returns alone. */
export const fileLineEnds = defineError({
  code: 'FILE_LINE_ENDS',
  status: 422,
  meaning: 'Lines end with a carriage return alone.',
  message: () => ({
    vi: 'Các dòng kết thúc bằng CR đơn lẻ. Hãy lưu lại với dấu xuống dòng LF hoặc CRLF.',
    en: 'Lines end with a carriage return alone. Save the file with LF or CRLF line ends.',
  }),
});

/** Columns apart by something else than a comma. */
export const fileDelimiter = defineError<{ found: string }>({
  code: 'FILE_DELIMITER',
  status: 422,
  meaning: 'The columns are separated by a semicolon, tab or bar instead of a comma.',
  message: ({ found }) => ({
    vi: `Các cột ngăn cách bằng "${found}" chứ không phải dấu phẩy. Hãy xuất lại CSV với dấu phẩy (và dấu chấm thập phân).`,
    en: `The columns are separated by "${found}", not by commas. Export the CSV with commas (and decimal points).`,
  }),
});

/** More bytes than the door takes. */
export const fileTooLarge = defineError<{ limitBytes: number }>({
  code: 'FILE_TOO_LARGE',
  status: 413,
  meaning: 'The file is larger than the bulk door takes. Split it into several publications.',
  message: ({ limitBytes }) => ({
    vi: `Tệp lớn hơn ${limitBytes} byte. Hãy chia thành nhiều lần công bố.`,
    en: `The file is larger than ${limitBytes} bytes. Split it into several publications.`,
  }),
});

/** PostgreSQL found what no check before it did. */
export const fileUnreadable = defineError<{ line: number | null; reason: string }>({
  code: 'FILE_UNREADABLE',
  status: 422,
  meaning: 'A line cannot be read as CSV (RFC 4180).',
  message: ({ line, reason }) => ({
    vi: `Không đọc được ${line === null ? 'tệp' : `dòng ${line}`} theo chuẩn CSV (RFC 4180): ${reason}.`,
    en: `${line === null ? 'The file' : `Line ${line}`} cannot be read as CSV (RFC 4180): ${reason}.`,
  }),
});
