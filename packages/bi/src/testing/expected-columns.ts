import type { BiColumn, BiSet, BiType } from '../contract';

/** Types as PostgreSQL's `format_type` writes them. */
const DATABASE_TYPES: Readonly<Record<BiType, string>> = {
  TEXT: 'text',
  BOOLEAN: 'boolean',
  INTEGER: 'integer',
  BIGINT: 'bigint',
  DECIMAL: 'numeric',
  DATE: 'date',
  INSTANT: 'timestamp with time zone',
};

/** The columns that a set's view must have, in order: `name type`. */
export function expectedColumns({ columns, searchable }: BiSet): readonly string[] {
  return [
    ...columns.map(({ name, type }) => `${name} ${DATABASE_TYPES[type]}`),
    ...(searchable ? ['search_text text'] : []),
  ];
}

/** SQL conditions that no row of the set may meet, each with what it would mean. */
export function forbiddenValues(set: BiSet): readonly { readonly problem: string; readonly condition: string }[] {
  return [
    ...set.columns.flatMap((column) => forbiddenIn(column)),
    ...set.key.map((name) => ({ problem: `${name} of the key is null`, condition: `v.${name} is null` })),
    ...set.navigations
      .filter(({ many, nullable }) => !many && !nullable)
      .map(({ name, target, on }) => ({
        problem: `${name} leads nowhere`,
        condition: `not exists (select from bi.${target} o where ${on.map(({ from, to }) => `o.${to} = v.${from}`).join(' and ')})`,
      })),
    ...set.columns.flatMap((column) => otherwiseThanRepeated(column, set)),
    ...(set.searchable ? [{ problem: 'search_text is null', condition: 'v.search_text is null' }] : []),
  ];
}

/** A column that repeats another set's reads as that one does, null where there is no row. */
function otherwiseThanRepeated({ name, repeats }: BiColumn, { navigations }: BiSet) {
  const navigation = navigations.find((one) => one.name === repeats?.navigation);
  if (repeats === undefined || navigation === undefined) return [];
  const equal = navigation.on.map(({ from, to }) => `o.${to} = v.${from}`).join(' and ');
  const repeated = `(select o.${repeats.column} from bi.${navigation.target} o where ${equal})`;
  return [
    {
      problem: `${name} is not ${repeats.column} of its ${navigation.name}`,
      condition: `v.${name} is distinct from ${repeated}`,
    },
  ];
}

function forbiddenIn({ name, nullable, values, maxLength, precision, scale }: BiColumn) {
  const found: { problem: string; condition: string }[] = [];
  if (!nullable) found.push({ problem: `${name} is null`, condition: `v.${name} is null` });
  if (values !== undefined) {
    const list = values.map((value) => `'${value}'`).join(', ');
    found.push({ problem: `${name} is no value of its list`, condition: `v.${name} not in (${list})` });
  }
  if (maxLength !== undefined)
    found.push({ problem: `${name} is too long`, condition: `length(v.${name}) > ${maxLength}` });
  if (precision !== undefined && scale !== undefined)
    found.push({
      problem: `${name} has too many digits`,
      condition: `scale(v.${name}) > ${scale} or abs(v.${name}) >= 1${'0'.repeat(precision - scale)}`,
    });
  return found;
}
