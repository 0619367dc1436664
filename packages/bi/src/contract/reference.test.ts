import { biSets, pascalCase } from '.';
import type { BiSet } from './bi-contract';
import { renderBiReference } from './reference';

const text = renderBiReference(biSets);
const linesOf = (set: BiSet): readonly string[] => {
  const [, part = ''] = text.split(`\n## ${set.name}\n`);
  return (part.split('\n## ')[0] ?? '').split('\n');
};

describe('the reference of the BI views', () => {
  it.each(biSets.map((set) => [set.name, set] as const))('tells every column and navigation of %s', (_name, set) => {
    const lines = linesOf(set);
    for (const column of set.columns) {
      const row = lines.find((line) => line.startsWith(`| \`${column.name}\` |`));
      expect(row).toContain(`\`${pascalCase(column.name)}\``);
      expect(row).toContain(column.label.vi);
      expect(row).toContain(column.description.en.replace(/\s+/g, ' ').replaceAll('|', '\\|'));
      expect(row?.includes(', nullable |')).toBe(column.nullable);
    }
    for (const { name, target } of set.navigations) {
      expect(lines.some((line) => line.startsWith(`| \`${name}\` |`) && line.includes(`(#${target})`))).toBe(true);
    }
  });

  it('has as many cells in every row of a table as heads, also when a text has a bar', () => {
    const [first] = biSets;
    if (first === undefined) throw new Error('no sets');
    const rendered = renderBiReference([{ ...first, label: { vi: 'một | hai', en: 'one\ntwo' } }]);
    const rows = rendered.split('\n').filter((line) => line.startsWith('| '));
    const cells = rows.map((row) => row.replaceAll('\\|', '').split('|').length - 2);
    expect(new Set(cells)).toEqual(new Set([4, 6]));
    expect(rendered).toContain('**một \\| hai · one two**');
  });

  it('lists every set once, with a link that leads to it', () => {
    for (const { name } of biSets) {
      expect(text.split(`[${name}](#${name}) | ${pascalCase(name)}`)).toHaveLength(2);
    }
  });
});
