import fc from 'fast-check';
import {
  type Expression,
  fold,
  parseKey,
  parseQueryOptions,
  parseResourcePath,
  printExpression,
  printKey,
  printLiteral,
  printOptions,
  printQuery,
  printResourcePath,
  splitQueryString,
} from '../src/query';
import { expression, key, requestOptions, resourcePath, withoutPlaces } from './query-trees';

const parseFilter = (text: string): Expression => {
  const { filter } = parseQueryOptions([['$filter', text]]);
  if (filter === null) throw new Error('no filter');
  return filter;
};

describe('printing and parsing', () => {
  it('gives every expression back', () => {
    fc.assert(
      fc.property(expression, (tree) => {
        expect(withoutPlaces(parseFilter(printExpression(tree)))).toEqual(tree);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives every set of options back, through the percent-encoded query string', () => {
    fc.assert(
      fc.property(requestOptions, (options) => {
        const parsed = parseQueryOptions(splitQueryString(printQuery(options)));
        expect(withoutPlaces(parsed)).toEqual(withoutPlaces(options));
      }),
      { numRuns: 300 },
    );
  });

  it('prints what it parsed from its own print the same again', () => {
    fc.assert(
      fc.property(requestOptions, (options) => {
        const printed = printOptions(options);
        expect(printOptions(parseQueryOptions(printed))).toEqual(printed);
      }),
      { numRuns: 100 },
    );
  });

  it('gives every key back', () => {
    fc.assert(
      fc.property(key, (each) => {
        expect(withoutPlaces(parseKey(printKey(each)))).toEqual(each);
      }),
    );
  });

  it('gives every path back', () => {
    fc.assert(
      fc.property(resourcePath, (path) => {
        expect(withoutPlaces(parseResourcePath(printResourcePath(path)))).toEqual(path);
      }),
      { numRuns: 500 },
    );
  });
});

/** What stands in the text at the place of each node, the node itself first. */
function standsInPlace(text: string, node: Expression): readonly boolean[] {
  const begins = (at: number, word: string) => text.slice(at, at + word.length).toLowerCase() === word.toLowerCase();
  const all = (own: boolean, children: readonly (readonly boolean[])[]): readonly boolean[] => [
    own,
    ...children.flat(),
  ];
  return fold<readonly boolean[]>(node, {
    literal: (each) => [begins(each.at, printLiteral(each))],
    member: (each) => [begins(each.at, each.segments.join('/'))],
    count: (each, children) => all(begins(each.at, `${each.collection.segments.join('/')}/$count`), children),
    lambda: (each, children) =>
      all(begins(each.at, `${each.collection.segments.join('/')}/${each.operator}(`), children),
    binary: (each, children) => all(begins(each.at, `${each.operator} `), children),
    unary: (each, children) => all(begins(each.at, each.operator === 'not' ? 'not ' : '-'), children),
    in: (each, children) => all(begins(each.at, 'in ('), children),
    call: (each, children) => all(begins(each.at, `${each.name}(`), children),
  });
}

describe('places', () => {
  it('point at the first character of each node, or at its operator', () => {
    fc.assert(
      fc.property(expression, (tree) => {
        const text = printExpression(tree);
        expect(standsInPlace(text, parseFilter(text))).not.toContain(false);
      }),
      { numRuns: 300 },
    );
  });
});
