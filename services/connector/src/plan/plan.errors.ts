import { defineError } from '@lientinh/errors';

/** Where a mistake stands: `option` is a query option or `path`; `at` counts characters of its decoded text from 0. */
export interface Place {
  readonly option: string;
  readonly at: number;
}

const near = (names: readonly string[], vi: string, en: string): { vi: string; en: string } =>
  names.length === 0 ? { vi: '', en: '' } : { vi: ` ${vi}: ${names.join(', ')}.`, en: ` ${en}: ${names.join(', ')}.` };
const placeVi = ({ option, at }: Place): string => `${option}, ký tự ${at + 1}`;
const placeEn = ({ option, at }: Place): string => `${option}, character ${at + 1}`;

/** No resource has this address. */
export const resourceNotFound = defineError<Place & { name: string; nearest: readonly string[] }>({
  code: 'ODATA_RESOURCE_NOT_FOUND',
  status: 404,
  meaning: 'The address names an entity set, property or operation that is not there; the nearest names are given.',
  message: (details) => {
    const hint = near(details.nearest, 'Gần giống', 'Nearest');
    return {
      vi: `Không có «${details.name}» (${placeVi(details)}).${hint.vi}`,
      en: `There is no “${details.name}” (${placeEn(details)}).${hint.en}`,
    };
  },
});

/** A name in an option is none of the rows'. */
export const unknownName = defineError<Place & { name: string; of: string; nearest: readonly string[] }>({
  code: 'ODATA_UNKNOWN_NAME',
  status: 400,
  meaning:
    'A query option names a property, navigation, variable or alias that the rows do not have; the nearest names are given.',
  message: (details) => {
    const hint = near(details.nearest, 'Gần giống', 'Nearest');
    return {
      vi: `${details.of} không có «${details.name}» (${placeVi(details)}).${hint.vi}`,
      en: `${details.of} has no “${details.name}” (${placeEn(details)}).${hint.en}`,
    };
  },
});

/** A function that is not there, or with other arguments. */
export const unknownFunction = defineError<
  Place & { name: string; types: readonly string[]; signatures: readonly string[]; nearest: readonly string[] }
>({
  code: 'ODATA_UNKNOWN_FUNCTION',
  status: 400,
  meaning:
    'A query option calls a function that is not there, or not with arguments of these types; what there is, is given.',
  message: (details) => {
    const call = `${details.name}(${details.types.join(', ')})`;
    const hint = near([...details.signatures, ...details.nearest], 'Có thể dùng', 'There are');
    return {
      vi: `Không có hàm ${call} (${placeVi(details)}).${hint.vi}`,
      en: `There is no function ${call} (${placeEn(details)}).${hint.en}`,
    };
  },
});

/** Operands of types that do not go together. */
export const wrongType = defineError<Place & { what: string; types: readonly string[]; expected: string }>({
  code: 'ODATA_WRONG_TYPE',
  status: 400,
  meaning:
    'Operands or values in a query option are of types that do not go together; values are never converted silently.',
  message: (details) => ({
    vi: `${details.what} không dùng được với ${details.types.join(' và ')} (${placeVi(details)}); cần ${details.expected}.`,
    en: `${details.what} does not take ${details.types.join(' and ')} (${placeEn(details)}); it takes ${details.expected}.`,
  }),
});

/** A path that needs one row goes over many, or the other way round. */
export const wrongPath = defineError<Place & { path: string; reason: { vi: string; en: string } }>({
  code: 'ODATA_WRONG_PATH',
  status: 400,
  meaning:
    'A path cannot be used where it stands: it goes over a collection, ends at an entity, or needs nested options.',
  message: (details) => ({
    vi: `Đường dẫn «${details.path}» không dùng được ở đây (${placeVi(details)}): ${details.reason.vi}.`,
    en: `The path “${details.path}” cannot stand here (${placeEn(details)}): ${details.reason.en}.`,
  }),
});

/** A key that does not fit the set. */
export const wrongKey = defineError<Place & { set: string; expected: string }>({
  code: 'ODATA_WRONG_KEY',
  status: 400,
  meaning: 'The key in the address has other names or types than the key of the entity set.',
  message: (details) => ({
    vi: `Khóa của ${details.set} phải viết ${details.expected} (${placeVi(details)}).`,
    en: `A key of ${details.set} is written ${details.expected} (${placeEn(details)}).`,
  }),
});

/** An option that does not go with this resource. */
export const optionNotApplicable = defineError<Place & { reason: { vi: string; en: string } }>({
  code: 'ODATA_OPTION_NOT_APPLICABLE',
  status: 400,
  meaning: 'A query option or transformation does not go with the resource or with the other options.',
  message: (details) => ({
    vi: `Không áp dụng được (${placeVi(details)}): ${details.reason.vi}.`,
    en: `Not applicable (${placeEn(details)}): ${details.reason.en}.`,
  }),
});

/** Something of OData that this service does not do. */
export const notSupported = defineError<Place & { what: string }>({
  code: 'ODATA_NOT_SUPPORTED',
  status: 501,
  meaning: 'The request is OData, but uses a part of it that this service does not implement.',
  message: (details) => ({
    vi: `Chưa hỗ trợ ${details.what} (${placeVi(details)}).`,
    en: `${details.what} is not supported (${placeEn(details)}).`,
  }),
});

/** Two fields of one name. */
export const nameTaken = defineError<Place & { name: string }>({
  code: 'ODATA_NAME_TAKEN',
  status: 400,
  meaning: 'An alias of $compute or $apply is the name of a property or of another alias.',
  message: (details) => ({
    vi: `Tên «${details.name}» đã có (${placeVi(details)}).`,
    en: `The name “${details.name}” is taken (${placeEn(details)}).`,
  }),
});

/** A value that no field could hold. */
export const valueOutOfRange = defineError<Place & { value: string; type: string }>({
  code: 'ODATA_VALUE_OUT_OF_RANGE',
  status: 400,
  meaning:
    'A value in the request is not one of its type: a day that is not in the calendar, or a number that is too large.',
  message: (details) => ({
    vi: `«${details.value}» không phải là giá trị ${details.type} hợp lệ (${placeVi(details)}).`,
    en: `“${details.value}” is no valid ${details.type} (${placeEn(details)}).`,
  }),
});

/** More than one request may ask. */
export const planTooLarge = defineError<Place & { what: { vi: string; en: string }; limit: number }>({
  code: 'ODATA_PLAN_TOO_LARGE',
  status: 400,
  meaning: 'The request asks for more nodes, expansions, steps or joins than one request may.',
  message: (details) => ({
    vi: `Yêu cầu quá lớn (${placeVi(details)}): tối đa ${details.limit} ${details.what.vi}.`,
    en: `The request is too large (${placeEn(details)}): at most ${details.limit} ${details.what.en}.`,
  }),
});

/** A set that the caller's rights do not reach. */
export const setNotAllowed = defineError<Place & { set: string; datasets: readonly string[] }>({
  code: 'ODATA_SET_NOT_ALLOWED',
  status: 403,
  meaning: 'The key or token of the caller is limited to data sets that the entity set does not come from.',
  message: (details) => ({
    vi: `Khóa truy cập này không được đọc ${details.set} (bộ dữ liệu ${details.datasets.join(', ')}).`,
    en: `This access key may not read ${details.set} (data sets ${details.datasets.join(', ')}).`,
  }),
});

/** Sets of two databases in one statement. */
export const spansDatabases = defineError<Place & { sets: readonly string[] }>({
  code: 'ODATA_QUERY_SPANS_DATABASES',
  status: 400,
  meaning: 'One request reads sets whose rows are in different databases; ask for them one by one.',
  message: (details) => ({
    vi: `Các tập ${details.sets.join(', ')} ở những cơ sở dữ liệu khác nhau; hãy hỏi riêng từng tập.`,
    en: `The sets ${details.sets.join(', ')} are in different databases; ask for them one by one.`,
  }),
});
