import { createHash } from 'node:crypto';
import { invalidRequest } from '@lientinh/errors';

/** A value that JSON can carry. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

const HALF_A_PAIR = { vi: 'văn bản có ký tự Unicode không trọn vẹn', en: 'a text is not well-formed Unicode' };

/**
 * JSON with one spelling for one value: keys sorted, no blanks, absent and undefined alike (RFC 8785 for the values that we carry).
 * Two parties that hash the same content get the same hash. Throws INVALID_REQUEST for half of a surrogate pair, which RFC 8785
 * refuses too: no database or file keeps it as it was hashed.
 */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => canonicalJson(item)).join(',')}]`;
  if (typeof value === 'string' && !value.isWellFormed()) throw invalidRequest({ reason: HALF_A_PAIR });
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value as Record<string, JsonValue | undefined>)
    .filter((member): member is [string, JsonValue] => member[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 of the canonical text, as `sha256:<64 hex digits>`. */
export function contentHash(value: JsonValue): string {
  return `sha256:${createHash('sha256').update(canonicalJson(value)).digest('hex')}`;
}
