import { biSets, pascalCase, type BiSet } from '../src';

const names = biSets.map((set) => [set.name, set] as const);
const repeated = (texts: readonly string[]): string[] => texts.filter((text, place) => texts.indexOf(text) !== place);

describe('the contract', () => {
  it('names every set, entity and address once', () => {
    for (const name of ['name', 'singular'] as const) expect(repeated(biSets.map((set) => set[name]))).toEqual([]);
    expect(repeated(biSets.map((set) => pascalCase(set.name)))).toEqual([]);
    for (const language of ['vi', 'en'] as const)
      expect(repeated(biSets.map(({ label }) => label[language]))).toEqual([]);
  });

  it.each(names)('of %s has names of its own for every column and navigation, in both languages', (_, set) => {
    const members = [...set.columns, ...set.navigations];
    expect(repeated(members.map(({ name }) => name))).toEqual([]);
    for (const language of ['vi', 'en'] as const)
      expect(repeated(members.map(({ label }) => label[language].toLowerCase()))).toEqual([]);
    for (const { name } of members) expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
    expect(members.map(({ name }) => name)).not.toContain('search_text');
  });

  it.each(names)('of %s has a key and an order of pages of columns that are never null', (_, set) => {
    const required = set.columns.filter(({ nullable }) => !nullable).map(({ name }) => name);
    expect(required).toEqual(expect.arrayContaining([...set.key, ...(set.pagingOrder ?? [])]));
    if (set.provinceColumn !== null) expect(set.columns.map(({ name }) => name)).toContain(set.provinceColumn);
    if (set.changeTracking)
      expect(set.columns).toContainEqual(expect.objectContaining({ name: 'recorded_at', type: 'INSTANT' }));
  });

  it.each(names)('of %s says the digits of every decimal, and lists and lengths of texts alone', (_, set) => {
    for (const column of set.columns) {
      expect([column.name, column.precision !== undefined]).toEqual([column.name, column.type === 'DECIMAL']);
      if (column.values !== undefined || column.maxLength !== undefined || column.collation !== undefined)
        expect([column.name, column.type]).toEqual([column.name, 'TEXT']);
      expect((column.precision ?? 1) - (column.scale ?? 0)).toBeGreaterThan(0);
      for (const text of [column.label, column.description]) expect(text.vi.trim() && text.en.trim()).toBeTruthy();
    }
  });

  it.each(names)('of %s leads to columns of the same type, one row by its key, and back again', (_, set) => {
    for (const navigation of set.navigations) {
      const target = biSets.find(({ name }) => name === navigation.target) as BiSet;
      for (const { from, to } of navigation.on) expect(typeOf(set, from)).toBe(typeOf(target, to));
      if (!navigation.many) expect(navigation.on.map(({ to }) => to).sort()).toEqual([...target.key].sort());
      if (navigation.partner === undefined) continue;
      const back = target.navigations.find(({ name }) => name === navigation.partner);
      expect(back).toMatchObject({ target: set.name, partner: navigation.name });
      expect(back?.on).toEqual(navigation.on.map(({ from, to }) => ({ from: to, to: from })));
    }
  });
});

function typeOf({ columns }: BiSet, column: string): string {
  return columns.find(({ name }) => name === column)?.type ?? `no column ${column}`;
}
