/** A canonical function of OData 4.01 Part 2, section 5.1.1. */
export interface FunctionDefinition {
  /** As the specification writes it. */
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** For messages. */
  readonly signature: string;
}

const define = (signature: string, optional = 0): FunctionDefinition => {
  const [name = '', list = ''] = signature.slice(0, -1).split('(');
  const most = list === '' ? 0 : list.split(',').length;
  return { name, least: most - optional, most, signature };
};

const DEFINITIONS: readonly FunctionDefinition[] = [
  define('concat(text,text)'),
  define('contains(text,part)'),
  define('endswith(text,part)'),
  define('indexof(text,part)'),
  define('length(text)'),
  define('startswith(text,part)'),
  define('substring(text,start,length)', 1),
  define('matchesPattern(text,pattern)'),
  define('tolower(text)'),
  define('toupper(text)'),
  define('trim(text)'),
  define('year(date)'),
  define('month(date)'),
  define('day(date)'),
  define('hour(time)'),
  define('minute(time)'),
  define('second(time)'),
  define('fractionalseconds(time)'),
  define('date(instant)'),
  define('time(instant)'),
  define('now()'),
  define('mindatetime()'),
  define('maxdatetime()'),
  define('totaloffsetminutes(instant)'),
  define('totalseconds(duration)'),
  define('round(number)'),
  define('floor(number)'),
  define('ceiling(number)'),
  define('cast(value,type)', 1),
  define('isof(value,type)', 1),
  { name: 'case', least: 2, most: Number.POSITIVE_INFINITY, signature: 'case(condition:value,…)' },
];

/** By lower-case name: OData 4.01 does not distinguish the case of built-in functions. */
export const FUNCTIONS: ReadonlyMap<string, FunctionDefinition> = new Map(
  DEFINITIONS.map((definition) => [definition.name.toLowerCase(), definition]),
);

/** What functions of OData 2 and 3 and of SQL are called in OData 4. */
export const RENAMED_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['substringof', 'contains'],
  ['lower', 'tolower'],
  ['upper', 'toupper'],
  ['like', 'contains'],
  ['len', 'length'],
  ['ceil', 'ceiling'],
]);
