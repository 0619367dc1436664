import type { BilingualText } from '@lientinh/contracts';
import { CodedError } from '@lientinh/errors';
import type { EntitySet } from '../model';
import { printLiteral, type ResourcePath, type ResourceSegment } from '../query';
import type { ResourceRequest } from './resource-request';
import { addressedSet } from './short-filters';
import { bareName, type OptionPair } from './system-options';

type Asked = Pick<ResourceRequest, 'root' | 'path' | 'pairs'>;

/** Refusals of a key. */
const KEY_REFUSED = ['ODATA_ROW_NOT_FOUND', 'ODATA_WRONG_KEY', 'ODATA_WRONG_TYPE'];

/**
 * The same failure with a way out where the model shows what was probably meant: a code in the place of a key (`Provinces('62')`), a text
 * without quotes (`IndexCode eq PAPI`), a number with them (`Year eq '2018'`). Anything else as it is.
 */
export function withRequestHint(error: unknown, asked: Asked): unknown {
  if (!(error instanceof CodedError)) return error;
  const hint = hintOf(error, asked);
  if (hint === null) return error;
  const text = { vi: `${error.text.vi} ${hint.vi}`, en: `${error.text.en} ${hint.en}` };
  return new CodedError(error.code, error.status, text, { ...error.details, hint }, { cause: error });
}

function hintOf(error: CodedError, asked: Asked): BilingualText | null {
  if (error.code === 'ODATA_UNKNOWN_NAME') return textHint(error, asked.pairs);
  return keyHintOf(error, asked) ?? (error.code === 'ODATA_WRONG_TYPE' ? quotesHint(error, asked.pairs) : null);
}

/** `$filter` as it was sent, before and from the place that a failure names; null when it names another option. */
function filterAround({ details }: CodedError, pairs: readonly OptionPair[]): { before: string; from: string } | null {
  const { option, at } = details;
  if (option !== '$filter' || typeof at !== 'number') return null;
  const filter = pairs.find(([written]) => bareName(written) === 'filter')?.[1] ?? '';
  return { before: filter.slice(0, at), from: filter.slice(at) };
}

/** A comparison of a number in quotes, or of a code without, at its beginning or at its operator. */
const COMPARED =
  /^(?:[\p{L}\p{M}\p{N}_/]+\s+)?(?:eq|ne|gt|ge|lt|le)\s+(?:'(-?\d+(?:\.\d+)?)'|(-?\d+(?:\.\d+)?)(?=\s|\)|$))/iu;

function quotesHint(error: CodedError, pairs: readonly OptionPair[]): BilingualText | null {
  const [, quoted, plain] = COMPARED.exec(filterAround(error, pairs)?.from ?? '') ?? [];
  if (quoted !== undefined)
    return { vi: `Số thì viết không có dấu nháy: ${quoted}.`, en: `A number is written without quotes: ${quoted}.` };
  if (plain === undefined) return null;
  return {
    vi: `Chuỗi thì viết trong dấu nháy đơn: '${plain}'.`,
    en: `A text is written in single quotes: '${plain}'.`,
  };
}

/** What stands before a value: a comparison, or a comma of a function or list. */
const BEFORE_VALUE = /(?:\b(?:eq|ne|gt|ge|lt|le)\s+|\bin\s*\(\s*|,\s*)$/i;

function textHint(error: CodedError, pairs: readonly OptionPair[]): BilingualText | null {
  const { name } = error.details;
  const around = filterAround(error, pairs);
  if (around === null || typeof name !== 'string') return null;
  if (!around.from.startsWith(name) || !BEFORE_VALUE.test(around.before)) return null;
  if (/^(?:null|true|false)$/i.test(name)) {
    const right = name.toLowerCase();
    return { vi: `OData viết bằng chữ thường: ${right}.`, en: `OData writes it in small letters: ${right}.` };
  }
  return {
    vi: `Nếu đây là chuỗi, hãy viết trong dấu nháy đơn: '${name}'.`,
    en: `If this is a text, write it in single quotes: '${name}'.`,
  };
}

function keyHintOf({ code, details }: CodedError, { root, path }: Asked): BilingualText | null {
  const isOfPath = code === 'ODATA_ROW_NOT_FOUND' || details['option'] === 'path';
  if (!KEY_REFUSED.includes(code) || !isOfPath) return null;
  const keyed = lastKey(path);
  const set = keyed === null ? null : addressedSet(root.model, keyed.path);
  if (keyed === null || set === null) return null;
  const column = codeColumn(set, keyed.value);
  if (column === null) return null;
  const keys = set.key.map(({ name }) => name).join(', ');
  const right = `${set.name}?$filter=${column} eq '${keyed.value.replaceAll("'", "''")}'`;
  return {
    vi: `Khóa của ${set.name} là ${keys}; tìm theo mã thì viết: ${right}`,
    en: `The key of ${set.name} is ${keys}; to find by code, write: ${right}`,
  };
}

/** The last key of one value in a path, and the path up to it: `Provinces('62')`, `Provinces(62)`, `Provinces(Code='62')`, `Provinces/62`. */
function lastKey({ segments }: ResourcePath): { readonly path: ResourcePath; readonly value: string } | null {
  for (let place = segments.length - 1; place >= 0; place -= 1) {
    const value = keyValue(segments[place]);
    const path: ResourcePath = { kind: 'resource', segments: segments.slice(0, place + 1) };
    if (value !== null) return { path, value };
  }
  const [first, second] = segments;
  if (first === undefined || second?.kind !== 'name') return null;
  return { path: { kind: 'resource', segments: [first] }, value: second.name };
}

function keyValue(segment: ResourceSegment | undefined): string | null {
  const key = segment?.kind === 'name' ? segment.key : null;
  if (key === null) return null;
  const values = key.kind === 'positional' ? [key.value] : [...key.values.values()];
  const [only] = values;
  if (only === undefined || values.length !== 1) return null;
  return only.type === 'string' ? only.text : printLiteral(only);
}

const PROVINCE_CODE = /^\d{2}$/;

/** The property that such a value is probably one of: a code that is not the key, or the code of a province. */
function codeColumn(set: EntitySet, value: string): string | null {
  const named = (column: string): string | null =>
    [...set.properties.values()].find((property) => property.column.name === column)?.name ?? null;
  const isKey = set.key.some(({ column }) => column.name === 'code');
  return (isKey ? null : named('code')) ?? (PROVINCE_CODE.test(value) ? named('province_code') : null);
}
