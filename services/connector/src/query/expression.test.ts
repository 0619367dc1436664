import { CodedError } from '@lientinh/errors';
import type { Expression } from './ast';
import { parseQueryOptions } from './options-parser';
import { printExpression } from './print-expression';
import { fold } from './visitor';

const parse = (text: string, aliases: readonly [string, string][] = []): Expression => {
  const { filter } = parseQueryOptions([['$filter', text], ...aliases]);
  if (filter === null) throw new Error('no filter');
  return filter;
};
/** Every operator with its operands in brackets: shows what belongs together. */
const grouped = (expression: Expression): string =>
  fold<string>(expression, {
    literal: printExpression,
    member: printExpression,
    count: printExpression,
    lambda: ({ operator, variable }, [collection, predicate]) => `${collection}/${operator}(${variable}:${predicate})`,
    binary: ({ operator }, [left, right]) => `[${left} ${operator} ${right}]`,
    unary: ({ operator }, [operand]) => `[${operator} ${operand}]`,
    in: (_, [value, ...list]) => `[${value} in ${list.join(',')}]`,
    call: ({ name }, values) => `${name}(${values.join(',')})`,
  });
/** Code and place of the refusal. */
const refusal = (text: string, aliases: readonly [string, string][] = []): [string, number] => {
  try {
    parse(text, aliases);
  } catch (error) {
    if (error instanceof CodedError) return [error.code, error.details['at'] as number];
    throw error;
  }
  throw new Error(`${text} is not refused`);
};

describe('operators', () => {
  it.each([
    ['A or B and C', '[A or [B and C]]'],
    ['A and B eq C', '[A and [B eq C]]'],
    ['A eq B lt C', '[A eq [B lt C]]'],
    ['A lt B add C', '[A lt [B add C]]'],
    ['A add B mul C', '[A add [B mul C]]'],
    ['A sub B sub C', '[[A sub B] sub C]'],
    ['A div B divby C mod D', '[[[A div B] divby C] mod D]'],
    ['(A or B) and C', '[[A or B] and C]'],
    ['not A and B', '[[not A] and B]'],
    ['not A eq B', '[[not A] eq B]'],
    ["not A in ('1')", "[not [A in '1']]"],
    ["A eq B in ('1')", "[A eq [B in '1']]"],
    ["not A has 'x'", "[not [A has 'x']]"],
    ['-A mul B', '[[negate A] mul B]'],
    ['-(A add B)', '[negate [A add B]]'],
    ['- 5 add 1', '[[negate 5] add 1]'],
    ['-5 add 1', '[-5 add 1]'],
    ['A sub -5', '[A sub -5]'],
    ['not (A) and not(B)', '[[not A] and [not B]]'],
    ['A EQ 1 AND B Ne 2', '[[A eq 1] and [B ne 2]]'],
    ['A or B or C or D', '[[A or B] or [C or D]]'],
    ['A in (1,2 , -3)', '[A in 1,2,-3]'],
    ['A in ()', '[A in ]'],
    ['A in ["Hà","b\\"c"]', `[A in 'Hà','b"c']`],
    ['in eq eq and and in (eq)', '[[in eq eq] and [and in eq]]'],
  ])('reads %s as %s', (text, expected) => {
    expect(grouped(parse(text))).toBe(expected);
  });
});

describe('literals', () => {
  it.each([
    ['null', 'null', 'null'],
    ['tRUe', 'boolean', 'true'],
    ['9223372036854775807', 'integer', '9223372036854775807'],
    ['-9223372036854775808', 'integer', '-9223372036854775808'],
    ['9223372036854775808', 'decimal', '9223372036854775808'],
    ['+042', 'integer', '42'],
    ['-0', 'integer', '0'],
    ['007.50', 'decimal', '7.50'],
    ['1.5E+3', 'double', '1.5e+3'],
    ['1e-101', 'double', '1e-101'],
    ['INF', 'double', 'INF'],
    ['-INF', 'double', '-INF'],
    ['NaN', 'double', 'NaN'],
    ["'O''Neil'", 'string', "O'Neil"],
    ["''", 'string', ''],
    ["''''", 'string', "'"],
    ["'Hà Nội 💥 & # %'", 'string', 'Hà Nội 💥 & # %'],
    ['2024-02-29', 'date', '2024-02-29'],
    ['2025-07-01T08:30Z', 'instant', '2025-07-01T08:30:00Z'],
    ['2025-07-01t08:30:00.123456789012z', 'instant', '2025-07-01T08:30:00.123456789012Z'],
    ['2025-07-01T08:30:00+07:00', 'instant', '2025-07-01T08:30:00+07:00'],
    ['2025-07-01T08:30:00 07:00', 'instant', '2025-07-01T08:30:00+07:00'],
    ['2025-07-01T08:30:00-03:30', 'instant', '2025-07-01T08:30:00-03:30'],
    ['08:30', 'timeOfDay', '08:30:00'],
    ['23:59:59.5', 'timeOfDay', '23:59:59.5'],
    ["duration'PT1H'", 'duration', 'PT1H'],
    ["duration'-P6DT23H59M59.9999S'", 'duration', '-P6DT23H59M59.9999S'],
    ["'PT1H'", 'string', 'PT1H'],
    ['ABCDEF01-89ab-cdef-0123-456789abcdef', 'guid', 'abcdef01-89ab-cdef-0123-456789abcdef'],
    ['01234567-89AB-cdef-0123-456789abcdef', 'guid', '01234567-89ab-cdef-0123-456789abcdef'],
  ])('reads %s', (text, type, canonical) => {
    expect(parse(text)).toEqual({ kind: 'literal', type, text: canonical, at: 0 });
  });

  it.each([
    ["A eq 'x", 'ODATA_TEXT_UNENDED', 5],
    ['A eq 2025-07-01T00:00:00', 'ODATA_INSTANT_WITHOUT_OFFSET', 5],
    ['A eq 2025-02-29', 'ODATA_LITERAL_INVALID', 5],
    ['A eq 10000-01-01', 'ODATA_LITERAL_INVALID', 5],
    ['A eq -2025-01-01', 'ODATA_LITERAL_INVALID', 5],
    ['A eq 0000-01-01', 'ODATA_LITERAL_INVALID', 5],
    ['A eq 10000-01-01T00:00:00Z', 'ODATA_LITERAL_INVALID', 5],
    ['A eq 2025-01-01T24:00:00Z', 'ODATA_LITERAL_INVALID', 5],
    ['A eq 2025-01-01T00:00:00+15:00', 'ODATA_LITERAL_INVALID', 5],
    ['A eq 2025-1-1', 'ODATA_LITERAL_INVALID', 5],
    ['A eq 24:00', 'ODATA_LITERAL_INVALID', 5],
    ['A eq 42.', 'ODATA_LITERAL_INVALID', 5],
    ['A eq 1e999', 'ODATA_LITERAL_INVALID', 5],
    ['A eq 2abc', 'ODATA_LITERAL_INVALID', 5],
    [`A eq ${'9'.repeat(201)}`, 'ODATA_LITERAL_INVALID', 5],
    ['A eq 5L', 'ODATA_LITERAL_OBSOLETE', 5],
    ["A eq datetime'2025-07-01T00:00:00'", 'ODATA_LITERAL_OBSOLETE', 5],
    ["A eq guid'01234567-89ab-cdef-0123-456789abcdef'", 'ODATA_LITERAL_OBSOLETE', 5],
    ["A eq duration'P1Y'", 'ODATA_LITERAL_INVALID', 5],
    ["A eq duration'P'", 'ODATA_LITERAL_INVALID', 5],
    ["A eq Ns.Colour'red'", 'ODATA_CONSTRUCT_UNSUPPORTED', 5],
    ["A eq 'a\0b'", 'ODATA_CHARACTER_REFUSED', 7],
    ["A eq '\ud800'", 'ODATA_CHARACTER_REFUSED', 6],
  ])('refuses %s with %s', (text, code, at) => {
    expect(refusal(text)).toEqual([code, at]);
  });

  it('says how an instant without an offset is written', () => {
    expect(() => parse('A eq 2025-07-01T00:00')).toThrow(/Write 2025-07-01T00:00:00Z \(UTC\) or add an offset/);
  });
});

describe('paths, lambdas and counts', () => {
  it.each([
    ['Province/NameVi', 'Province/NameVi'],
    ['$it/Value', '$it/Value'],
    [
      'Scores/any(s:s/Value gt 5 and s/Parts/all( p : p/X eq 1 ))',
      'Scores/any(s:s/Value gt 5 and s/Parts/all(p:p/X eq 1))',
    ],
    ['Scores/any( )', 'Scores/any()'],
    ['Scores/$count gt 2', 'Scores/$count gt 2'],
    ['Scores/$count(filter=Value gt 5;$search=a b) gt 2', 'Scores/$count($filter=Value gt 5;$search=a b) gt 2'],
    ['cast(Value,Edm.String)', 'cast(Value,Edm.String)'],
    ['isof(Edm.Int32)', 'isof(Edm.Int32)'],
    ["MATCHESPATTERN(A,'^x')", "matchesPattern(A,'^x')"],
    ['case(A gt 0:1,A lt 0:-1,true:0) eq 1', 'case(A gt 0 : 1,A lt 0 : -1,true : 0) eq 1'],
    ['substring(A,1) eq substring(A, 1 , 2)', 'substring(A,1) eq substring(A,1,2)'],
    ['now() gt mindatetime()', 'now() gt mindatetime()'],
    ["TênTỉnh eq 'x'", "TênTỉnh eq 'x'"],
  ])('reads %s', (text, printed) => {
    expect(printExpression(parse(text))).toBe(printed);
  });

  it('gives names in composed letters, however they were typed', () => {
    expect(parse('TênTỉnh'.normalize('NFD'))).toMatchObject({ segments: ['TênTỉnh'.normalize('NFC')] });
  });

  it.each([
    ['containz(A,1)', 'ODATA_FUNCTION_UNKNOWN', 0],
    ['A eq substringof(B,1)', 'ODATA_FUNCTION_UNKNOWN', 5],
    ['contains(A)', 'ODATA_FUNCTION_ARGUMENTS', 0],
    ['now(1)', 'ODATA_FUNCTION_ARGUMENTS', 0],
    ["cast(A,'Edm.String')", 'ODATA_FUNCTION_ARGUMENTS', 0],
    ['Scores/all()', 'ODATA_SYNTAX', 11],
    ['Scores/some(x:true)', 'ODATA_FUNCTION_UNKNOWN', 7],
    ['Scores/$count(top=1)', 'ODATA_OPTION_UNKNOWN', 14],
    ['Scores/$count($search=a;search=b)', 'ODATA_OPTION_TWICE', 24],
    ['A /B', 'ODATA_SYNTAX', 2],
    ['A eq', 'ODATA_SYNTAX', 4],
    ['A B', 'ODATA_SYNTAX', 2],
    ['A in B', 'ODATA_SYNTAX', 5],
    ['', 'ODATA_SYNTAX', 0],
    ['(A', 'ODATA_SYNTAX', 2],
    ['A)', 'ODATA_SYNTAX', 1],
    ['$root/Scores', 'ODATA_CONSTRUCT_UNSUPPORTED', 0],
    ['A eq ["x"]', 'ODATA_CONSTRUCT_UNSUPPORTED', 5],
    [`${'a'.repeat(129)} eq 1`, 'ODATA_LITERAL_INVALID', 0],
  ])('refuses %s with %s', (text, code, at) => {
    expect(refusal(text)).toEqual([code, at]);
  });

  it('names the functions that are written alike', () => {
    expect(() => parse("containz(A,'b')")).toThrow(/no function containz\. Did you mean: contains/);
    expect(() => parse("substringof('b',A)")).toThrow(/Did you mean: contains\?/);
  });

  it('says what is wrong in Vietnamese as well', () => {
    const refused = () => parse('A eq ');
    expect(refused).toThrow(CodedError);
    try {
      refused();
    } catch (error) {
      const text = (error as CodedError).messageIn('VI');
      expect(text).toBe('$filter, ký tự thứ 6: gặp hết văn bản, trong khi cần một giá trị, thuộc tính, hàm hoặc "(".');
    }
  });
});

describe('parameter aliases', () => {
  it('puts values in and lets them stand where the alias is used', () => {
    const tree = parse('A gt @least and B in @codes', [
      ['@least', '@other add 1'],
      ['@other', '-5'],
      ['@codes', '["1","2"]'],
    ]);
    expect(grouped(tree)).toBe("[[A gt [-5 add 1]] and [B in '1','2']]");
    expect(tree).toMatchObject({
      left: { right: { at: 5, left: { at: 5 } } },
      right: { list: [{ at: 21 }, { at: 21 }] },
    });
  });

  it('takes an alias without a value as null', () => {
    expect(grouped(parse('A eq @missing'))).toBe('[A eq null]');
  });

  it('refuses cycles', () => {
    expect(
      refusal('@a', [
        ['@a', '@b'],
        ['@b', 'not @a'],
      ])[0],
    ).toBe('ODATA_ALIAS_CYCLE');
    expect(refusal('A in @a', [['@a', '@a']])[0]).toBe('ODATA_ALIAS_CYCLE');
  });

  it('names the alias whose value is wrong', () => {
    expect(() => parse('A eq @p', [['@p', '1 add']])).toThrow(/^@p, character 6/);
  });
});
