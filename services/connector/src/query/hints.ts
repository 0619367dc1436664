import type { BilingualText } from '@lientinh/contracts';

/** What somebody who writes SQL or formulas of a spreadsheet has written, and how OData writes it. */
interface Correction {
  readonly wrong: string;
  readonly right: string;
  /** The right form with what stands beside it; null when that cannot be told. */
  readonly example?: string | null;
}

/** What stands before and from the place where the grammar ended. */
interface Around {
  readonly before: string;
  readonly from: string;
}
type Rule = (around: Around) => Correction | null;

const SEEN_CHARACTERS = 200;
const NAME = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_/.]*`;
const VALUE = String.raw`'(?:[^']|'')*'|"[^"]*"|[^\s(),;'"]+`;
const NAME_BEFORE = new RegExp(`(${NAME})\\s*$`, 'u');
const COMPARISON = '(?:eq|ne|gt|ge|lt|le)';

/** A value as OData writes it: a text in single quotes, a day without; `null`, `true` and `false` in small letters. */
function literal(written: string): string {
  if (/^(?:null|true|false)$/i.test(written)) return written.toLowerCase();
  const day = /^(['"])(\d{4}-\d\d-\d\d)\1$/.exec(written)?.[2];
  if (day !== undefined) return day;
  if (/^(?:'.*'|-?\d+(?:\.\d+)?|\d{4}-\d\d-\d\d(?:T.*)?|@\w+)$/su.test(written)) return written;
  const text = /^"(.*)"$/s.exec(written)?.[1] ?? written;
  return `'${text.replaceAll("'", "''")}'`;
}

const nameBefore = ({ before }: Around): string | null => NAME_BEFORE.exec(before)?.[1] ?? null;

/** The name before, something made of it and the values after; null without a name. */
function withName(around: Around, make: (name: string) => string): string | null {
  const name = nameBefore(around);
  return name === null ? null : make(name);
}

const COMPARISONS: Readonly<Record<string, string>> = {
  '==': 'eq',
  '=>': 'ge',
  '=<': 'le',
  '=': 'eq',
  '<>': 'ne',
  '!=': 'ne',
  '>=': 'ge',
  '<=': 'le',
  '>': 'gt',
  '<': 'lt',
};
const COMPARED = new RegExp(`^(==|=>|=<|=|<>|!=|>=|<=|>|<)\\s*(${VALUE})?`, 'u');

const comparison: Rule = (around) => {
  const [, sign = '', value] = COMPARED.exec(around.from) ?? [];
  const right = Object.hasOwn(COMPARISONS, sign) ? COMPARISONS[sign] : undefined;
  if (right === undefined) return null;
  const example = value === undefined ? null : withName(around, (name) => `${name} ${right} ${literal(value)}`);
  return { wrong: sign, right, example };
};

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^&&?/, 'and'],
  [/^\|\|?/, 'or'],
  [/^!/, 'not'],
  [/^\*/, 'mul'],
  [/^\+/, 'add'],
  [/^%/, 'mod'],
  [/^\/(?!\d{1,2}\/\d{4})/, 'div'],
];
const sign: Rule = ({ from }) => {
  for (const [pattern, right] of SIGNS) {
    const wrong = pattern.exec(from)?.[0];
    if (wrong !== undefined) return { wrong, right };
  }
  return null;
};

const BETWEEN = new RegExp(`^(not\\s+)?between\\b(?:\\s+(${VALUE})\\s+and\\s+(${VALUE}))?`, 'iu');
const between: Rule = (around) => {
  const match = BETWEEN.exec(around.from);
  if (match === null) return null;
  const [, not, low = '…', high = '…'] = match;
  const range = (name: string): string => `${name} ge ${literal(low)} and ${name} le ${literal(high)}`;
  const example = withName(around, (name) => (not === undefined ? range(name) : `not (${range(name)})`));
  return { wrong: 'between', right: 'ge … and … le', example: low === '…' ? null : example };
};

const LIKE = /^(not\s+)?(?:i?like|rlike)\b(?:\s*['"]([^'"]*)['"])?/i;
const like: Rule = (around) => {
  const match = LIKE.exec(around.from);
  if (match === null) return null;
  const [, not, pattern = null] = match;
  const kind = pattern === null ? 'contains' : functionOf(pattern);
  const text = pattern?.replaceAll(/^%|%$/g, '') ?? '…';
  const example = withName(around, (name) => `${not === undefined ? '' : 'not '}${kind}(${name},'${text}')`);
  return { wrong: 'like', right: kind, example };
};

function functionOf(pattern: string): string {
  if (pattern.startsWith('%')) return pattern.endsWith('%') && pattern.length > 1 ? 'contains' : 'endswith';
  return pattern.endsWith('%') ? 'startswith' : 'contains';
}

const isNull: Rule = (around) => {
  const match = /^is\s+(not\s+)?(?:null|empty)\b|^is\s*(not\s*)?null\b/i.exec(around.from);
  if (match === null) return null;
  const right = (match[1] ?? match[2]) === undefined ? 'eq null' : 'ne null';
  return { wrong: match[0], right, example: withName(around, (name) => `${name} ${right}`) };
};

const NOT_IN = /^not\s+in\b\s*(\([^)]*\))?/i;
const notIn: Rule = (around) => {
  const match = NOT_IN.exec(around.from);
  if (match === null) return null;
  const list = (match[1] ?? '(…)').replaceAll('"', "'");
  return { wrong: 'not in', right: 'not (… in …)', example: withName(around, (name) => `not (${name} in ${list})`) };
};

/** Double quotes, and the curly ones that word processors make of both kinds. */
const quoted: Rule = ({ from }) => {
  const match = /^["“”„‘’‚`]([^"“”„‘’‚`]*)["“”„‘’‚`]?/u.exec(from);
  return match === null ? null : { wrong: match[0], right: literal(match[1] ?? '') };
};

const METHODS: Readonly<Record<string, string>> = {
  avg: 'average',
  mean: 'average',
  count: 'countdistinct',
  distinct: 'countdistinct',
};
/** `aggregate(Value with avg as Mean)`. */
const method: Rule = ({ before, from }) => {
  if (!/\bwith\s+$/i.test(before)) return null;
  const wrong = /^\w+/.exec(from)?.[0] ?? '';
  const right = Object.hasOwn(METHODS, wrong.toLowerCase()) ? METHODS[wrong.toLowerCase()] : undefined;
  return right === undefined ? null : { wrong: `with ${wrong}`, right: `with ${right}` };
};

/** `Rank descending`. */
const direction: Rule = ({ before, from }) => {
  const wrong = /^(?:descending|ascending|giảm(?:\s+dần)?|tăng(?:\s+dần)?)(?=\s*(?:,|$))/iu.exec(from)?.[0];
  if (wrong === undefined || !NAME_BEFORE.test(before)) return null;
  return { wrong, right: /^[dg]/i.test(wrong) ? 'desc' : 'asc' };
};

const WORDS_BEFORE = new RegExp(
  `(?:\\b${COMPARISON}\\s+|[(,]\\s*)(${NAME}(?:\\s+[\\p{L}\\p{M}\\p{N}_.-]+)*)\\s+$`,
  'iu',
);
const WORDS_FROM = /^[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.\- ]*?(?=\s+(?:and|or)\b|\s*[(),;]|\s*$)/iu;

/** `NameVi eq Kon Tum`: the first word looks like a property, the second like nothing. */
const unquoted: Rule = ({ before, from }) => {
  const first = WORDS_BEFORE.exec(before)?.[1];
  const rest = WORDS_FROM.exec(from)?.[0];
  if (first === undefined || rest === undefined || /\s(?:with|as)\s*$/i.test(before)) return null;
  const text = `${first} ${rest}`.trim();
  return { wrong: text, right: literal(text) };
};

const decimalComma: Rule = ({ before, from }) => {
  const whole = /(?:^|[^\d.,])(-?\d+)$/.exec(before)?.[1];
  const decimals = /^,(\d+)/.exec(from)?.[1];
  return whole === undefined || decimals === undefined
    ? null
    : { wrong: `${whole},${decimals}`, right: `${whole}.${decimals}` };
};

/** `01/07/2025`: day, month, year. */
const dayWithSlashes: Rule = ({ before, from }) => {
  const day = /(?:^|\D)(\d{1,2})$/.exec(before)?.[1];
  const [whole = '', month, year] = /^\/(\d{1,2})\/(\d{4})/.exec(from) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  return { wrong: day + whole, right: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
};

const CLAUSES: readonly (readonly [RegExp, string])[] = [
  [/^order\s+by\b/i, '&$orderby=…'],
  [/^group\s+by\b/i, '&$apply=groupby((…))'],
  [/^limit\b/i, '&$top=…'],
  [/^offset\b/i, '&$skip=…'],
];
const clause: Rule = ({ from }) => {
  for (const [pattern, right] of CLAUSES) {
    const wrong = pattern.exec(from)?.[0];
    if (wrong !== undefined) return { wrong, right };
  }
  return null;
};

const RULES: readonly Rule[] = [
  comparison,
  between,
  like,
  isNull,
  notIn,
  quoted,
  decimalComma,
  dayWithSlashes,
  sign,
  clause,
  method,
  direction,
  unquoted,
];

/**
 * How OData writes what stands at `at`, where that looks like SQL or a formula of a spreadsheet; null when it looks like neither. The
 * grammar is what it is: this is only said when it has refused.
 */
export function hintAt(text: string, at: number): BilingualText | null {
  const around = {
    before: text.slice(Math.max(0, at - SEEN_CHARACTERS), at),
    from: text.slice(at, at + SEEN_CHARACTERS),
  };
  for (const rule of RULES) {
    const found = rule(around);
    if (found !== null) return sentence(found);
  }
  return null;
}

function sentence({ wrong, right, example = null }: Correction): BilingualText {
  const shown = example === null ? '' : `: ${example}`;
  return {
    vi: `OData viết ${right} thay cho ${wrong}${shown}`,
    en: `OData writes ${right} for ${wrong}${shown}`,
  };
}
