import fc from 'fast-check';
import { splitQueryString } from '../query';
import { linkQuery, resultOptions } from './system-options';

it('keeps of a query what decides the result, whatever the order and spelling of its options', () => {
  const one = resultOptions(splitQueryString('$filter=A%20eq%201&$top=5&$skip=2&$count=true&$format=json&@p=3'));
  expect(one).toEqual([
    ['@p', '3'],
    ['filter', 'A eq 1'],
  ]);
  expect(resultOptions(splitQueryString('@p=3&Filter=A%20eq%201&$skiptoken=x'))).toEqual(one);
});

it('makes a link that reads as the same options', () => {
  const option = fc.tuple(
    fc.stringMatching(/^[a-z@][A-Za-z0-9ế ]{0,8}$/),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(option, { selector: ([name]) => name, maxLength: 5 }), (options) => {
      const pairs = options.filter(([name]) => !['top', 'skip', 'count'].includes(name.toLowerCase()));
      const query = linkQuery([...pairs, ['$top', '5']], '$skiptoken', 'abc-_');
      expect(query).toMatch(/^[\x21-\x7e]*$/);
      expect(splitQueryString(query)).toEqual([...pairs, ['$skiptoken', 'abc-_']]);
    }),
  );
});
