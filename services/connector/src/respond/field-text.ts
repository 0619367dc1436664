/** `2026-11-21 14:20:50.123456+00` of PostgreSQL → `2026-11-21T14:20:50.123456Z`. */
export function isoInstant(text: string): string {
  return `${text.slice(0, 10)}T${text.slice(11, text.indexOf('+', 18))}Z`;
}

/** `t` and `f` of PostgreSQL. */
export const booleanText = (text: string): string => (text === 't' ? 'true' : 'false');

const NOT_NUMBERS: Readonly<Record<string, string>> = { NaN: 'NaN', Infinity: 'INF', '-Infinity': '-INF' };

/** Whether the text is one of PostgreSQL's three values that are no numbers. */
export const isNoNumber = (text: string): boolean => text in NOT_NUMBERS;

/** A number; the three that are none as OData writes them. */
export const numberText = (text: string): string => NOT_NUMBERS[text] ?? text;
