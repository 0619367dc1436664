import { z } from 'zod';
import { DATASETS, type BilingualText, type Dataset, type ProvinceCode } from '@lientinh/contracts';
import { provinceCatalogue } from '@lientinh/datasets';
import { keyInvalid } from './access.errors';

/** A key that somebody wants. */
export interface KeyRequest {
  readonly name: string;
  readonly provinceCode: ProvinceCode | null;
  readonly datasets: readonly Dataset[] | null;
  readonly expiresInDays: number;
}

const DEFAULT_DAYS = 365;
const MAXIMUM_DAYS = 730;
const MAXIMUM_NAME_LENGTH = 200;

const body = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(MAXIMUM_NAME_LENGTH)
    .refine((name) => !/\p{Cc}/u.test(name)),
  provinceCode: z
    .string()
    .regex(/^\d{2}$/)
    .nullish(),
  datasets: z.array(z.enum(DATASETS)).min(1).max(DATASETS.length).nullish(),
  expiresInDays: z.int().min(1).max(MAXIMUM_DAYS).default(DEFAULT_DAYS),
});

const REASONS: Readonly<Record<string, BilingualText>> = {
  name: {
    vi: `cần tên từ 1 đến ${MAXIMUM_NAME_LENGTH} ký tự, không có ký tự điều khiển`,
    en: `a name of 1 to ${MAXIMUM_NAME_LENGTH} characters is needed, without control characters`,
  },
  provinceCode: {
    vi: 'cần mã hai chữ số của một tỉnh, hoặc null cho mọi tỉnh',
    en: 'takes the two-digit code of a province, or null for every province',
  },
  datasets: {
    vi: `cần một hay nhiều bộ dữ liệu trong ${DATASETS.join(', ')}, hoặc null cho tất cả`,
    en: `takes one or more of ${DATASETS.join(', ')}, or null for all`,
  },
  expiresInDays: {
    vi: `cần số ngày nguyên từ 1 đến ${MAXIMUM_DAYS}`,
    en: `takes a whole number of days from 1 to ${MAXIMUM_DAYS}`,
  },
};
const BODY_REASON: BilingualText = {
  vi: 'cần một đối tượng JSON với name, và có thể provinceCode, datasets, expiresInDays',
  en: 'takes a JSON object with name, and perhaps provinceCode, datasets, expiresInDays',
};

/** Reads the body of `POST /keys`. ODATA_KEY_INVALID names the first field that is not usable. */
export function readKeyRequest(value: unknown): KeyRequest {
  const read = body.safeParse(value);
  if (!read.success) throw invalid(String(read.error.issues[0]?.path[0] ?? 'body'));
  const { name, provinceCode = null, datasets, expiresInDays } = read.data;
  if (provinceCode !== null && !isProvinceCode(provinceCode)) throw invalid('provinceCode');
  const chosen = datasets ?? null;
  return {
    name,
    provinceCode,
    datasets: chosen === null ? null : DATASETS.filter((dataset) => chosen.includes(dataset)),
    expiresInDays,
  };
}

/** Codes outlive the units that bore them: any code that ever was one. */
function isProvinceCode(code: string): boolean {
  return provinceCatalogue().all.some((province) => province.code === code);
}

const invalid = (field: string) => keyInvalid({ field, reason: REASONS[field] ?? BODY_REASON });
