import { biSets } from '..';
import type { BiNavigation, BiSet } from './bi-contract';

const navigations = biSets.flatMap((set) =>
  set.navigations.map((navigation) => [`${set.name}.${navigation.name}`, set, navigation] as const),
);
const typeOf = ({ columns }: BiSet, name: string) => columns.find((column) => column.name === name)?.type;
const targetOf = ({ target }: BiNavigation): BiSet | undefined => biSets.find(({ name }) => name === target);

it.each(navigations.filter(([, , { together }]) => together !== undefined))(
  '%s, whose rows are read together, is a collection narrowed by columns of both sides',
  (_, set, navigation) => {
    const target = targetOf(navigation);
    expect(navigation.many && target !== undefined).toBe(true);
    for (const { from, to } of navigation.together?.narrowedBy ?? []) {
      expect(typeOf(set, from)).toBeDefined();
      expect(target && typeOf(target, to)).toBe(typeOf(set, from));
    }
  },
);

it('collections of what is worked out together are read together', () => {
  const collections = navigations.filter(
    ([, , navigation]) => navigation.many && targetOf(navigation)?.workedOut === true,
  );
  expect(collections.length).toBeGreaterThan(0);
  for (const [, , { together }] of collections) expect(together).toBeDefined();
});

it('columns that repeat those of another set lead to them by one column', () => {
  const repeating = biSets.flatMap((set) =>
    set.columns.flatMap((column) => (column.repeats === undefined ? [] : [{ set, column, repeated: column.repeats }])),
  );
  expect(repeating.map(({ column }) => column.name)).toContain('province_code');
  for (const { set, column, repeated } of repeating) {
    const found = set.navigations.find(({ name }) => name === repeated.navigation);
    const target = found && targetOf(found);
    expect(found).toMatchObject({ many: false, on: [expect.anything()] });
    expect(target && typeOf(target, repeated.column)).toBe(column.type);
    expect(target).toMatchObject({ provinceColumn: null, datasets: [] });
  }
});
