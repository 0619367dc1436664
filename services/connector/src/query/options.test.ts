import { CodedError } from '@lientinh/errors';
import { NO_REQUEST_OPTIONS, parseQueryOptions } from './options-parser';
import { printOptions } from './print-query';
import { splitQueryString } from './query-string';

const parse = (query: string) => parseQueryOptions(splitQueryString(query));
const printed = (query: string) => Object.fromEntries(printOptions(parse(query)));
const refusal = (query: string): string => {
  try {
    parse(query);
  } catch (error) {
    if (error instanceof CodedError) return `${error.code} ${String(error.details['at'])}`;
    throw error;
  }
  throw new Error(`${query} is not refused`);
};

describe('names of options', () => {
  it('takes system options in any case, with or without the dollar sign', () => {
    const options = { ...NO_REQUEST_OPTIONS, top: 5, skip: 2, count: true, format: 'json' };
    expect(parse('$top=5&$skip=2&$count=true&$format=json')).toEqual(options);
    expect(parse('TOP=5&$Skip=2&count=TRUE&Format=json')).toEqual(options);
  });

  it('keeps custom options, $index and $schemaversion', () => {
    expect(parse('find=O%27Neil&!x&Index=-1&$schemaversion=*&skiptoken=own').others).toEqual({
      find: "O'Neil",
      '!x': '',
      $index: '-1',
      $schemaversion: '*',
      skiptoken: 'own',
    });
  });

  it('keeps a custom option called like a property of every object', () => {
    expect(Object.keys(parse('__proto__=1').others)).toEqual(['__proto__']);
  });

  it.each([
    ['$flter=A', 'ODATA_OPTION_UNKNOWN 0'],
    ['$top=1&top=2', 'ODATA_OPTION_TWICE 0'],
    ['x=1&x=2', 'ODATA_OPTION_TWICE 0'],
    ['@a=1&@a=2', 'ODATA_OPTION_TWICE 0'],
    ['$levels=2', 'ODATA_OPTION_NOT_HERE 0'],
    ['$id=x', 'ODATA_CONSTRUCT_UNSUPPORTED 0'],
    ['$skiptoken=', 'ODATA_SYNTAX 0'],
    ['$count', 'ODATA_SYNTAX 0'],
    ['$count=yes', 'ODATA_SYNTAX 0'],
    ['$top=-1', 'ODATA_SYNTAX 0'],
    ['$top=1.5', 'ODATA_SYNTAX 0'],
    ['$top=5%205', 'ODATA_SYNTAX 2'],
    ['$top=9007199254740992', 'ODATA_LITERAL_INVALID 0'],
    ['$select=', 'ODATA_SYNTAX 0'],
    ['$select=A,', 'ODATA_SYNTAX 2'],
    ['$select=A(top=1)', 'ODATA_CONSTRUCT_UNSUPPORTED 1'],
    ['$orderby=A up', 'ODATA_SYNTAX 2'],
    ['$compute=A mul 2', 'ODATA_SYNTAX 7'],
  ])('refuses %s with %s', (query, expected) => {
    expect(refusal(query)).toBe(expected);
  });

  it('names the nearest option', () => {
    expect(() => parse('$ordrby=A')).toThrow(/no option \$ordrby .*Did you mean: \$orderby/);
  });
});

describe('$search', () => {
  it.each([
    ['cải cách', 'cải cách'],
    ['cải AND cách', 'cải cách'],
    ['a OR b c', 'a OR b c'],
    ['(a OR b) c', '(a OR b) c'],
    ['NOT a b', 'NOT a b'],
    ['NOT (a b)', 'NOT (a b)'],
    ['"hành chính" NOT "một cửa"', '"hành chính" NOT "một cửa"'],
    ["'(' Daniel's", `"(" Daniel's`],
    ['AND', '"AND"'],
    ['AND OR', '"AND" "OR"'],
    ['AND OR NOT', '"AND" OR "NOT"'],
    ['NOT NOT', 'NOT "NOT"'],
    ['a AND', 'a "AND"'],
    ['a;b', '"a;b"'],
    ['2x4 9,81 08/15 $search #1 or', '2x4 9,81 08/15 $search #1 or'],
  ])('reads %s as %s', (search, expected) => {
    expect(Object.fromEntries(printOptions(parseQueryOptions([['$search', search]])))).toEqual({ $search: expected });
  });

  it.each([
    ['$search="a', 'ODATA_TEXT_UNENDED 0'],
    ['$search=""', 'ODATA_SYNTAX 0'],
    ['$search=(a', 'ODATA_SYNTAX 2'],
    ['$search=a)', 'ODATA_SYNTAX 1'],
    ['$search=', 'ODATA_SYNTAX 0'],
    ['$expand=A($search=gr(een)', 'ODATA_SYNTAX 17'],
  ])('refuses %s with %s', (query, expected) => {
    expect(refusal(query)).toBe(expected);
  });
});

describe('$expand', () => {
  it.each([
    ['A,B/C,Ns.T/D', 'A,B/C,Ns.T/D'],
    ['*,*/$ref,*(levels=2)', '*,*/$ref,*($levels=2)'],
    ['A/$count(search=x;$filter=B eq 1)', 'A/$count($filter=B eq 1;$search=x)'],
    ['A/$ref($orderby=B desc;top=1)', 'A/$ref($orderby=B desc;$top=1)'],
    ['A($select=B,C;expand=D($levels=max);$count=true)', 'A($select=B,C;$expand=D($levels=max);$count=true)'],
    ["A($filter=B in ('x;y',')'))", "A($filter=B in ('x;y',')'))"],
    ['A($compute=B mul 2 as C;$apply=groupby((D)))', 'A($compute=B mul 2 as C;$apply=groupby((D)))'],
  ])('reads %s', (expand, expected) => {
    expect(Object.fromEntries(printOptions(parseQueryOptions([['$expand', expand]])))).toEqual({ $expand: expected });
  });

  it('tells places inside nested options by the whole text', () => {
    const [item] = parseQueryOptions([['$expand', 'A,B($top=1;$filter=C eq 5)']]).expand.slice(1);
    expect(item).toMatchObject({ at: 2, options: { top: 1, filter: { at: 21, left: { at: 19 }, right: { at: 24 } } } });
  });

  it.each([
    ['$expand=A/$ref($select=B)', 'ODATA_OPTION_NOT_HERE 7'],
    ['$expand=A/$count($top=1)', 'ODATA_OPTION_NOT_HERE 9'],
    ['$expand=A($format=json)', 'ODATA_OPTION_NOT_HERE 2'],
    ['$expand=A($top=1;$top=2)', 'ODATA_OPTION_TWICE 9'],
    ['$expand=A($tpo=1)', 'ODATA_OPTION_UNKNOWN 2'],
    ['$expand=A(x=1)', 'ODATA_OPTION_UNKNOWN 2'],
    ['$expand=A(@x=1)', 'ODATA_SYNTAX 2'],
    ['$expand=A($top=1', 'ODATA_SYNTAX 8'],
    ['$expand=A($levels=0)', 'ODATA_SYNTAX 10'],
    ['$expand=A/$value', 'ODATA_CONSTRUCT_UNSUPPORTED 1'],
    ['$expand=A($expand=A($expand=A($expand=A($expand=A($expand=A($expand=A($top=1)))))))', 'ODATA_QUERY_TOO_LARGE 60'],
  ])('refuses %s with %s', (query, expected) => {
    expect(refusal(query)).toBe(expected);
  });
});

describe('$apply', () => {
  it.each([
    'filter(A eq 1)/search(x y)/compute(A mul 2 as B,C as D)',
    'groupby((A,P/B),aggregate(V with sum as S,V with average as M,$count as N,R/$count as K,V mul 2 with max as X))',
    'groupby((A))/orderby(A desc,B)/skip(1)/top(2)/identity',
    'groupby((A),filter(B gt 1)/aggregate(C with countdistinct as D))',
  ])('reads %s', (apply) => {
    expect(Object.fromEntries(printOptions(parseQueryOptions([['$apply', apply]])))).toEqual({ $apply: apply });
  });

  it.each([
    ['$apply=concat(identity,identity)', 'ODATA_TRANSFORMATION_UNKNOWN 0'],
    ['$apply=groupby(A)', 'ODATA_SYNTAX 8'],
    ['$apply=groupby((rollup(A,B)))', 'ODATA_CONSTRUCT_UNSUPPORTED 9'],
    ['$apply=aggregate(V as S)', 'ODATA_SYNTAX 12'],
    ['$apply=aggregate(V with median as S)', 'ODATA_SYNTAX 17'],
    ['$apply=aggregate(V with sum)', 'ODATA_SYNTAX 20'],
    ['$apply=aggregate(V with sum from A with max as S)', 'ODATA_CONSTRUCT_UNSUPPORTED 21'],
    ['$apply=top(-1)', 'ODATA_SYNTAX 4'],
    ['$apply=identity/', 'ODATA_SYNTAX 9'],
  ])('refuses %s with %s', (query, expected) => {
    expect(refusal(query)).toBe(expected);
  });
});

describe('query strings', () => {
  it('splits before it decodes', () => {
    expect(splitQueryString("?$filter=A%20eq%20'x%26y%3D'&&b=c=d")).toEqual([
      ['$filter', "A eq 'x&y='"],
      ['b', 'c=d'],
    ]);
  });

  it('leaves a plus as it is where spaces are encoded as OData says', () => {
    expect(splitQueryString("$filter=A%20eq%20'a+b'")).toEqual([['$filter', "A eq 'a+b'"]]);
    expect(splitQueryString("$filter=contains(A,'a+b')")).toEqual([['$filter', "contains(A,'a+b')"]]);
    expect(splitQueryString('$search=C++')).toEqual([['$search', 'C++']]);
    expect(printed('$filter=A%20gt%202025-07-01T00:00:00+07:00')).toEqual({
      $filter: 'A gt 2025-07-01T00:00:00+07:00',
    });
  });

  it('takes a plus as a space in a string that a form encoder wrote', () => {
    const written = new URLSearchParams([
      ['$filter', "A eq 'a+b' and B gt 2025-07-01T00:00:00+07:00"],
      ['$search', 'cải cách'],
    ]).toString();
    expect(splitQueryString(written)).toEqual([
      ['$filter', "A eq 'a+b' and B gt 2025-07-01T00:00:00+07:00"],
      ['$search', 'cải cách'],
    ]);
    expect(splitQueryString("$filter=A+eq+'a+b'&$orderby=B+desc")).toEqual([
      ['$filter', "A eq 'a b'"],
      ['$orderby', 'B desc'],
    ]);
  });

  it('refuses what is no percent-encoded UTF-8', () => {
    expect(() => splitQueryString('$filter=5%')).toThrow(/percent-encoded UTF-8; a percent sign itself is written %25/);
    expect(() => splitQueryString('a=%C3%28')).toThrow(CodedError);
  });
});
