import { CodedError } from '@lientinh/errors';
import fc from 'fast-check';
import {
  type Expression,
  childrenOf,
  DEFAULT_LIMITS,
  parseKey,
  parseQueryOptions,
  parseResourcePath,
  printOptions,
  splitQueryString,
} from '../src/query';
import { requestOptions } from './query-trees';

/** The code of the refusal; TREE when there is none. Any other error fails the test. */
function outcome(parse: () => unknown): string {
  try {
    parse();
    return 'TREE';
  } catch (error) {
    if (error instanceof CodedError && error.code.startsWith('ODATA_')) return error.code;
    throw error;
  }
}
const filterOutcome = (text: string): string => outcome(() => parseQueryOptions([['$filter', text]]));

function heightOf(expression: Expression): number {
  return 1 + Math.max(0, ...childrenOf(expression).map(heightOf));
}

describe('hostile text', () => {
  const options = [
    '$filter',
    '$search',
    '$orderby',
    '$select',
    '$expand',
    '$compute',
    '$apply',
    '$top',
    '$count',
    '@p',
  ];
  const pieces = [
    ...'()[]{}\'",;:/=@$*+-&%#.! \0\t\n5aZ_é💥\ud800'.split(''),
    ...[
      "'a'",
      'not ',
      ' and ',
      ' in (',
      '$count',
      '/any(x:',
      "duration'P1D'",
      '2025-01-01',
      '9'.repeat(300),
      '@p',
      '$filter=',
      'case(',
    ],
  ];
  const noise = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
  );

  it('gives a tree or a coded error for any value of any option', () => {
    fc.assert(
      fc.property(fc.constantFrom(...options), noise, (name, text) => {
        expect(
          outcome(() =>
            parseQueryOptions(
              [
                [name, text],
                ['$filter', 'A eq @p'],
              ].slice(0, name === '$filter' ? 1 : 2) as [string, string][],
            ),
          ),
        ).toMatch(/^(?:TREE|ODATA_[A-Z_]+)$/);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives a tree or a coded error for any query string, path and key', () => {
    fc.assert(
      fc.property(noise, (text) => {
        const outcomes = [
          outcome(() => parseQueryOptions(splitQueryString(text))),
          outcome(() => parseResourcePath(text)),
          outcome(() => parseResourcePath(`Scores(${text})`)),
          outcome(() => parseKey(text)),
        ];
        expect(outcomes.every((each) => /^(?:TREE|ODATA_[A-Z_]+)$/.test(each))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives a tree or a coded error for valid options with characters changed', () => {
    const change = fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...pieces));
    fc.assert(
      fc.property(requestOptions, fc.array(change, { minLength: 1, maxLength: 3 }), (valid, changes) => {
        const pairs = printOptions(valid).map(([name, text]): [string, string] => {
          const changed = changes.reduce((current, [place, removed, added]) => {
            const at = place % (current.length + 1);
            return current.slice(0, at) + added + current.slice(at + removed);
          }, text);
          return [name, changed];
        });
        expect(outcome(() => parseQueryOptions(pairs))).toMatch(/^(?:TREE|ODATA_[A-Z_]+)$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('depth and size', () => {
  const deep = 10_000;
  it.each([
    ['parentheses', '('.repeat(deep) + 'true' + ')'.repeat(deep)],
    ['open parentheses', '('.repeat(deep)],
    ['not', 'not '.repeat(deep) + 'true'],
    ['signs', '- '.repeat(deep) + 'A'],
    ['functions', 'tolower('.repeat(deep) + 'A' + ')'.repeat(deep)],
    ['lambdas', 'S/any(x:'.repeat(deep) + 'true' + ')'.repeat(deep)],
    ['counts', 'S/$count($filter='.repeat(deep) + 'true' + ')'.repeat(deep)],
    ['lists', 'A in ('.repeat(deep) + '1' + ')'.repeat(deep)],
    ['operators of rising power', 'A or A and A eq A lt A add A mul ('.repeat(deep)],
    ['a chain of arithmetic', 'A' + ' add A'.repeat(deep)],
  ])('refuses 10,000 nested %s', (_, text) => {
    expect(filterOutcome(text)).toBe('ODATA_QUERY_TOO_LARGE');
  });

  it.each([
    ['$search', '('.repeat(deep) + 'a'],
    ['$search', 'NOT '.repeat(deep) + 'a'],
    ['$expand', 'A($expand='.repeat(deep) + 'B'],
    ['$apply', 'groupby((A),'.repeat(deep) + 'identity'],
    ['$orderby', '('.repeat(deep)],
    ['$compute', '('.repeat(deep)],
  ])('refuses a %s nested 10,000 times', (option, text) => {
    expect(outcome(() => parseQueryOptions([[option, text]]))).toBe('ODATA_QUERY_TOO_LARGE');
  });

  it('refuses a filter of one million characters before it reads it', () => {
    expect(filterOutcome(`A eq '${'x'.repeat(1_000_000)}'`)).toBe('ODATA_QUERY_TOO_LARGE');
    expect(outcome(() => parseResourcePath(`A('${'x'.repeat(1_000_000)}')`))).toBe('ODATA_QUERY_TOO_LARGE');
    expect(outcome(() => parseKey(`('${'x'.repeat(1_000_000)}')`))).toBe('ODATA_QUERY_TOO_LARGE');
  });

  it('refuses a list of 100,000 values, and reads one of 10,000', () => {
    const list = (count: number) => `A in (${Array.from({ length: count }, () => '1').join(',')})`;
    expect(filterOutcome(list(100_000))).toBe('ODATA_QUERY_TOO_LARGE');
    expect(filterOutcome(list(DEFAULT_LIMITS.listItems))).toBe('TREE');
  });

  it('reads a chain of 5,000 alternatives as a tree of small height', () => {
    const chain = Array.from({ length: 5000 }, (_, place) => `Code eq '${place}'`).join(' or ');
    const { filter } = parseQueryOptions([['$filter', chain]]);
    expect(filter && heightOf(filter)).toBe(2 + Math.ceil(Math.log2(5000)));
  });

  it('refuses too many options, segments and items', () => {
    const many = Array.from({ length: 201 }, (_, place): [string, string] => [`x${place}`, '1']);
    expect(outcome(() => parseQueryOptions(many))).toBe('ODATA_QUERY_TOO_LARGE');
    expect(outcome(() => parseResourcePath('a/'.repeat(101)))).toBe('ODATA_QUERY_TOO_LARGE');
    expect(outcome(() => parseQueryOptions([['$select', 'a,'.repeat(60_000) + 'a']]))).toBe('ODATA_QUERY_TOO_LARGE');
  });

  it('counts the value of an alias at each use, so that aliases cannot blow a query up', () => {
    const doubled = Array.from({ length: 40 }, (_, place): [string, string] => [
      `@a${place}`,
      `@a${place + 1} and @a${place + 1}`,
    ]);
    const pairs: [string, string][] = [['$filter', '@a0'], ...doubled, ['@a40', 'true']];
    expect(outcome(() => parseQueryOptions(pairs))).toBe('ODATA_QUERY_TOO_LARGE');
  });

  it('refuses a key of 200,000 slashes that is never closed', () => {
    expect(outcome(() => parseResourcePath(`A('${'/'.repeat(200_000)}`))).toBe('ODATA_TEXT_UNENDED');
  });
});
