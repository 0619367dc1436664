import { CodedError } from '@lientinh/errors';
import { parseKey } from './key-parser';
import { literalOfText } from './literal-rules';
import { parseResourcePath } from './path-parser';

const refusal = (parse: () => unknown): string => {
  try {
    parse();
  } catch (error) {
    if (error instanceof CodedError) return `${error.code} ${String(error.details['at'])}`;
    throw error;
  }
  throw new Error('not refused');
};
const text = (value: string, at: number) => ({ kind: 'literal', type: 'string', text: value, at });

describe('paths', () => {
  it.each([
    ['', 'service'],
    ['/', 'service'],
    ['$metadata', 'metadata'],
    ['/$batch', 'batch'],
  ] as const)('knows %s', (path, kind) => {
    expect(parseResourcePath(path)).toEqual({ kind, segments: [] });
  });

  it('reads names, keys and operations with their places in the decoded text', () => {
    expect(
      parseResourcePath("/Provinces('46')/T%C3%AAn/24@2004-01-01/Scores(Year=2018,Code='a')/$count").segments,
    ).toEqual([
      { kind: 'name', name: 'Provinces', key: { kind: 'positional', value: text('46', 10) }, at: 0 },
      { kind: 'name', name: 'Tên', key: null, at: 16 },
      { kind: 'name', name: '24@2004-01-01', key: null, at: 20 },
      {
        kind: 'name',
        name: 'Scores',
        key: {
          kind: 'named',
          values: new Map([
            ['Year', { kind: 'literal', type: 'integer', text: '2018', at: 46 }],
            ['Code', text('a', 56)],
          ]),
        },
        at: 34,
      },
      { kind: 'operation', name: '$count', at: 61 },
    ]);
  });

  it.each([
    ["A('x%2Fy')", 'x/y'],
    ["A('x/y')", 'x/y'],
    ['A(%27O%27%27Neil%27)', "O'Neil"],
    ['A%28%27x%27%29', 'x'],
    ["A('(x)')", '(x)'],
    ["A('%C4%90%E1%BB%93ng')", 'Đồng'],
  ])('reads the key of %s', (path, value) => {
    expect(parseResourcePath(path).segments).toMatchObject([{ key: { value: { text: value } } }]);
  });

  it('reads keys in the manner of a path as names', () => {
    const names = parseResourcePath('People/O%27Neil/2001/a%20b%2Fc').segments;
    expect(names.map((segment) => segment.name)).toEqual(['People', "O'Neil", '2001', 'a b/c']);
  });

  it('puts aliases into keys', () => {
    const { segments } = parseResourcePath('A(@k)', { options: [['@k', "'46'"]] });
    expect(segments).toEqual([{ kind: 'name', name: 'A', key: { kind: 'positional', value: text('46', 2) }, at: 0 }]);
  });

  it.each([
    ['A//B', 'ODATA_SYNTAX 2'],
    ['A/$cuont', 'ODATA_FUNCTION_UNKNOWN 2'],
    ['A/$COUNT', 'ODATA_FUNCTION_UNKNOWN 2'],
    ['$entity', 'ODATA_CONSTRUCT_UNSUPPORTED 0'],
    ['A/$filter(B eq 1)', 'ODATA_CONSTRUCT_UNSUPPORTED 2'],
    ['$metadata/A', 'ODATA_CONSTRUCT_UNSUPPORTED 0'],
    ['A/$count/B', 'ODATA_SYNTAX 9'],
    ['A/$ref/$count', 'ODATA_SYNTAX 7'],
    ['A()', 'ODATA_SYNTAX 2'],
    ["A('x'", 'ODATA_SYNTAX 5'],
    ['A/x(y', 'ODATA_SYNTAX 5'],
    ["A('x", 'ODATA_TEXT_UNENDED 2'],
    ["A('x')y", 'ODATA_SYNTAX 6'],
    ['B/A(null)', 'ODATA_LITERAL_INVALID 4'],
    ['A(@k)', 'ODATA_LITERAL_INVALID 2'],
    ['A%00', 'ODATA_CHARACTER_REFUSED 1'],
    ['B/A%00', 'ODATA_CHARACTER_REFUSED 3'],
    ['A%', 'ODATA_ENCODING_INVALID undefined'],
  ])('refuses %s with %s', (path, expected) => {
    expect(refusal(() => parseResourcePath(path))).toBe(expected);
  });

  it('lets a posted query follow a count', () => {
    expect(parseResourcePath('A/$count/$query').segments.map(({ name }) => name)).toEqual(['A', '$count', '$query']);
  });
});

describe('keys', () => {
  it.each([
    ["(Code='1',Code='2')", 'ODATA_OPTION_TWICE 10'],
    ["('1',Year=2)", 'ODATA_SYNTAX 4'],
    ["(Code='1',2)", 'ODATA_SYNTAX 10'],
    ["(Code='1';Year=2)", 'ODATA_SYNTAX 9'],
    ['(Code=null)', 'ODATA_LITERAL_INVALID 6'],
    ['(A add B)', 'ODATA_SYNTAX 3'],
    ['5', 'ODATA_SYNTAX 0'],
  ])('refuses %s with %s', (key, expected) => {
    expect(refusal(() => parseKey(key))).toBe(expected);
  });

  it('may be called like a value', () => {
    expect(parseKey('(true=1)')).toMatchObject({ kind: 'named', values: new Map([['true', expect.anything()]]) });
  });
});

describe('bare texts', () => {
  const place = { option: 'path', at: 3 };
  it('become values of the type that is needed', () => {
    expect(literalOfText('integer', '2018', place)).toEqual({ kind: 'literal', type: 'integer', text: '2018', at: 3 });
    expect(literalOfText('duration', 'PT1H', place).text).toBe('PT1H');
    expect(literalOfText('string', "O'Neil", place).text).toBe("O'Neil");
    expect(literalOfText('double', '5', place)).toMatchObject({ type: 'double', text: '5' });
  });

  it.each([
    ['integer', '1.5'],
    ['integer', '9223372036854775808'],
    ['decimal', '1e5'],
    ['boolean', 'yes'],
    ['date', '1/7/2025'],
    ['guid', '5'],
    ['double', 'x'],
    ['instant', '2025-07-01'],
  ] as const)('are refused as %s: %s', (type, written) => {
    expect(refusal(() => literalOfText(type, written, place))).toBe('ODATA_LITERAL_INVALID 3');
  });
});
