import { rowProblem, type JsonValue, type RowProblem } from '@lientinh/publishing';
import { planCharacterInvalid } from './plan-publication.errors';

const LONE_SURROGATE = /\p{Cs}/u;

/** False for text that no database keeps: with the character U+0000, or with half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !LONE_SURROGATE.test(text);
}

/** A problem for every text inside `value` that cannot be kept, by its path from `path`. */
export function unstorableTexts(path: string, value: JsonValue | undefined, row: number | null = null): RowProblem[] {
  if (typeof value === 'string')
    return isStorable(value)
      ? []
      : [rowProblem(row, path, planCharacterInvalid({}), value.replaceAll('\0', '␀').toWellFormed())];
  if (Array.isArray(value))
    return value.flatMap((item: JsonValue, place) => unstorableTexts(`${path}[${place}]`, item, row ?? place));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value as Readonly<Record<string, JsonValue | undefined>>).flatMap(([name, item]) =>
    unstorableTexts(path === '' ? name : `${path}.${name}`, item, row),
  );
}
