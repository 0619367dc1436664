import fc from 'fast-check';
import { pascalCase } from '@lientinh/bi';
import { createModel } from '../model';
import { quotas, scores, smallContract } from '../../tests/support/small-contract';
import { deletedEntityPath, entityPath, keyLiteral } from './entity-address';

const english = createModel(smallContract, 'en');
const vietnamese = createModel(smallContract, 'vi');
const setOf = (model: typeof english, name: string) => {
  const found = [...model.sets.values()].find(({ set }) => set.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

it('writes keys of one and of several properties, encoded', () => {
  expect(entityPath(setOf(english, scores.name), [keyLiteral('Edm.String', "O'x /ế")])).toBe(
    "Scores('O''x%20%2F%E1%BA%BF')",
  );
  expect(entityPath(setOf(english, quotas.name), ["'a'", '2024'])).toBe("Quotas(Name='a',Year=2024)");
});

it('finds the address of a deleted row from its key, in the names of each model', () => {
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer(), (name, year) => {
      const key = `Name=${quoted(name)},Year=${year}`;
      for (const model of [english, vietnamese]) {
        const set = setOf(model, quotas.name);
        expect(deletedEntityPath(set, key, pascalCase)).toBe(entityPath(set, [quoted(name), String(year)]));
      }
      const single = setOf(vietnamese, scores.name);
      expect(deletedEntityPath(single, quoted(name), pascalCase)).toBe(entityPath(single, [quoted(name)]));
    }),
  );
  expect(deletedEntityPath(setOf(english, quotas.name), "'a'", pascalCase)).toBeNull();
});
