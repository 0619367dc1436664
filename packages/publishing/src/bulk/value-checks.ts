import { escapeIdentifier, escapeLiteral } from 'pg';
import type { CodedError } from '@lientinh/errors';
import {
  booleanInvalid,
  choiceUnknown,
  dateNotIso,
  dateUnknown,
  integerInvalid,
  numberDecimalComma,
  numberInvalid,
  numberThousandSeparator,
  textTooLong,
  valueMissing,
} from './row.errors';
import type { SetCheck } from './set-checks';

/** What a text column of a staging table must hold. */
export interface ValueRule {
  readonly column: string;
  readonly kind: 'text' | 'decimal' | 'integer' | 'date' | 'boolean';
  /** Whether each row must have a value. */
  readonly required?: boolean;
  /** The values it takes, if they are few. */
  readonly choices?: readonly string[];
  /** For text; 10,000 when absent. */
  readonly maximumLength?: number;
}

const TEXT_LIMIT = 10_000;
const DIGITS = `'0123456789'`;

/** SQL (boolean) that is true for decimal numbers as JSON and SQL write them without exponent, quickly. No cast: nothing can be thrown. */
export const isDecimal = (value: string): string =>
  `(pg_input_is_valid(${value}, 'numeric') and translate(${value}, '0123456789.-', '') = '' and length(${value}) <= 40
    and length(split_part(ltrim(${value}, '-0'), '.', 1)) <= 15)`;

/** SQL (boolean) that is true for whole numbers of 32 bits. */
export const isInteger = (value: string): string =>
  `(pg_input_is_valid(${value}, 'int4') and translate(${value}, '0123456789-', '') = '')`;

/** SQL (boolean) that is true for days of the calendar as YYYY-MM-DD. */
export const isDate = (value: string): string => `(${hasDateShape(value)} and pg_input_is_valid(${value}, 'date'))`;

const hasDateShape = (value: string): string =>
  `(length(${value}) = 10 and translate(${value}, ${DIGITS}, '') = '--' and substr(${value}, 5, 1) = '-' and substr(${value}, 8, 1) = '-')`;

/** SQL that names what is wrong with text that should be a number. */
const numberFault = (value: string, otherwise: string): string => `case
  when ${value} ~ '^\\s*-?\\d{1,3}([. \\u00a0\\u202f]\\d{3}){2,}(,\\d+)?\\s*$' or ${value} ~ '^\\s*-?\\d{1,3}([. \\u00a0\\u202f]\\d{3})+,\\d+\\s*$'
    or ${value} ~ '^\\s*-?\\d{1,3}([ \\u00a0\\u202f]\\d{3})+(\\.\\d+)?\\s*$'
    or ${value} ~ '^\\s*-?\\d{1,3}(,\\d{3}){2,}(\\.\\d+)?\\s*$' or ${value} ~ '^\\s*-?\\d{1,3}(,\\d{3})+\\.\\d+\\s*$' then 'NUMBER_THOUSAND_SEPARATOR'
  when ${value} ~ '^\\s*-?\\d+,\\d+\\s*$' then 'NUMBER_DECIMAL_COMMA'
  else '${otherwise}' end`;

/** A rule's two SQL expressions: what is sound, and the code of what is not. */
function expressions({ column, kind, choices, maximumLength }: ValueRule): { sound: string; fault: string } {
  const value = `s.${escapeIdentifier(column)}`;
  if (choices !== undefined) {
    return {
      sound: `${value} in (${choices.map((choice) => escapeLiteral(choice)).join(', ')})`,
      fault: `'CHOICE_UNKNOWN'`,
    };
  }
  switch (kind) {
    case 'decimal':
      return { sound: isDecimal(value), fault: numberFault(value, 'NUMBER_INVALID') };
    case 'integer':
      return { sound: isInteger(value), fault: numberFault(value, 'INTEGER_INVALID') };
    case 'date':
      return {
        sound: isDate(value),
        fault: `case when ${hasDateShape(value)} then 'DATE_UNKNOWN' else 'DATE_NOT_ISO' end`,
      };
    case 'boolean':
      return { sound: `${value} in ('true', 'false')`, fault: `'BOOLEAN_INVALID'` };
    case 'text':
      return { sound: `length(${value}) <= ${maximumLength ?? TEXT_LIMIT}`, fault: `'TEXT_TOO_LONG'` };
  }
}

/** Checks the form of all values of a staging table in one pass. */
export function valueCheck(staging: string, rules: readonly ValueRule[]): SetCheck {
  const parts = rules.map((rule) => {
    const value = `s.${escapeIdentifier(rule.column)}`;
    const { sound, fault } = expressions(rule);
    const whenMissing = rule.required === true ? `'VALUE_MISSING'` : 'null';
    return {
      // In this order: a function of null is null, so a value that is absent is never sent to a cast.
      sound: rule.required === true ? `(${value} is not null and ${sound})` : `(${value} is null or ${sound})`,
      row: `(${escapeLiteral(rule.column)}, case when ${value} is null then ${whenMissing} when ${sound} then null else ${fault} end, ${value})`,
    };
  });
  return {
    name: 'check-values',
    sql: `select s.row_number, f.path, f.code, f.value, null::jsonb as details
      from (select * from ${escapeIdentifier(staging)} s where not (${parts.map(({ sound }) => sound).join(' and ')})) s
      cross join lateral (values ${parts.map(({ row }) => row).join(', ')}) f(path, code, value)
      where f.code is not null`,
    error: ({ code, path, value }) =>
      valueError(
        code,
        value ?? '',
        rules.find(({ column }) => column === path),
        path,
      ),
  };
}

function valueError(code: string, value: string, rule: ValueRule | undefined, path: string): CodedError {
  const shown = value.slice(0, 60);
  switch (code) {
    case 'VALUE_MISSING':
      return valueMissing({ column: path });
    case 'NUMBER_DECIMAL_COMMA':
      return numberDecimalComma({ value: shown, suggestion: value.trim().replace(',', '.') });
    case 'NUMBER_THOUSAND_SEPARATOR':
      return numberThousandSeparator({ value: shown, suggestion: withoutSeparators(value) });
    case 'INTEGER_INVALID':
      return integerInvalid({ value: shown });
    case 'DATE_UNKNOWN':
      return dateUnknown({ value: shown });
    case 'DATE_NOT_ISO':
      return dateNotIso({ value: shown, suggestion: isoSuggestion(value) });
    case 'BOOLEAN_INVALID':
      return booleanInvalid({ value: shown });
    case 'CHOICE_UNKNOWN':
      return choiceUnknown({ value: shown, choices: (rule?.choices ?? []).join(', ') });
    case 'TEXT_TOO_LONG':
      return textTooLong({ characters: Array.from(value).length, limit: rule?.maximumLength ?? TEXT_LIMIT });
    default:
      return numberInvalid({ value: shown });
  }
}

/** `1.234.567,8` and `1,234,567.8` are `1234567.8`: the last mark is the decimal one if it is there once. */
export function withoutSeparators(text: string): string {
  const compact = text.replace(/[\s\u00a0\u202f]/g, '');
  const marks = compact.replace(/[^.,]/g, '');
  const last = marks.at(-1);
  const isDecimalMark =
    last !== undefined && marks.split(last).length === 2 && (marks.length > 1 || compact !== text.trim());
  if (!isDecimalMark) return compact.replace(/[.,]/g, '');
  const place = compact.lastIndexOf(last);
  return `${compact.slice(0, place).replace(/[.,]/g, '')}.${compact.slice(place + 1)}`;
}

/** `31/12/2022`, `31-12-2022` and `31.12.2022` as `2022-12-31`; null for anything else. */
export function isoSuggestion(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? [];
  if (year === '' || Number(month) > 12 || Number(day) > 31) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
