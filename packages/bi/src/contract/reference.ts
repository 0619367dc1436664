import type { BiColumn, BiNavigation, BiSet } from './bi-contract';
import { pascalCase } from './names';

/**
 * The reference of the BI model for people, in Markdown: every set with its key, columns, navigations, labels and meaning in both
 * languages. Names are those of the views; those of BI tools are the same in PascalCase.
 */
export function renderBiReference(sets: readonly BiSet[]): string {
  return [
    '# BI views and entity sets',
    '',
    'Each view `bi.<name>` is an entity set of the OData service under its name in PascalCase. Made from the contract of the views.',
    '',
    table(
      ['View', 'Entity set', 'Tập dữ liệu', 'Database'],
      sets.map(({ name, label, owner }) => [`[${name}](#${name})`, pascalCase(name), label.vi, owner]),
    ),
    ...sets.flatMap((set) => ['', ...renderSet(set)]),
    '',
  ].join('\n');
}

function renderSet(set: BiSet): readonly string[] {
  return [
    `## ${set.name}`,
    '',
    `**${inline(set.label.vi)} · ${inline(set.label.en)}**`,
    '',
    inline(set.description.vi),
    '',
    inline(set.description.en),
    '',
    ...factsOf(set).map(([fact, value]) => `- ${fact}: ${value}`),
    '',
    table(['Column', 'Property', 'Type', 'Cột', 'Ý nghĩa', 'Meaning'], set.columns.map(renderColumn)),
    ...(set.navigations.length === 0
      ? []
      : ['', table(['Navigation', 'Property', 'Leads to', 'Over'], set.navigations.map(renderNavigation))]),
  ];
}

function factsOf(set: BiSet): readonly (readonly [string, string])[] {
  const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
  return [
    ['Entity set', `\`${pascalCase(set.name)}\` of \`${pascalCase(set.singular)}\``],
    ['Key', code(set.key)],
    ...(set.pagingOrder === undefined ? [] : [['Order of pages', code(set.pagingOrder)] as const]),
    ['Data sets', set.datasets.length === 0 ? 'reference data of the platform' : code(set.datasets)],
    ['Search without diacritics', set.searchable ? 'yes' : 'no'],
    ['Changes tracked', set.changeTracking ? 'yes' : 'no'],
  ];
}

function renderColumn(column: BiColumn): readonly string[] {
  const values = column.values === undefined ? '' : ` Values: ${column.values.join(', ')}.`;
  return [
    `\`${column.name}\``,
    `\`${pascalCase(column.name)}\``,
    `${typeOf(column)}${column.nullable ? ', nullable' : ''}`,
    column.label.vi,
    column.description.vi,
    `${column.label.en}: ${column.description.en}${values}`,
  ];
}

function typeOf({ type, precision, scale, maxLength }: BiColumn): string {
  if (precision !== undefined) return `${type}(${String(precision)},${String(scale ?? 0)})`;
  return maxLength === undefined ? type : `${type}(${String(maxLength)})`;
}

function renderNavigation({ name, target, many, nullable, on }: BiNavigation): readonly string[] {
  const rows = many ? 'rows' : nullable ? 'one row or none' : 'one row';
  return [
    `\`${name}\``,
    `\`${pascalCase(name)}\``,
    `${rows} of [${target}](#${target})`,
    on.map(({ from, to }) => `\`${from}\` = \`${to}\``).join(', '),
  ];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(inline).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** One line, whose signs do not end the cell. */
const inline = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
