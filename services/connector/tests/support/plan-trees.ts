import fc, { type Arbitrary } from 'fast-check';
import type { BinaryOperator, Expression, MemberPath } from '../../src/query';

/** Random expressions over the facts of the test contract, of every type that rows can be chosen and ordered by. */
const at = 0;
export const path = (text: string): MemberPath => ({ kind: 'member', segments: text.split('/'), at });
const literal = (type: 'integer' | 'decimal' | 'string' | 'boolean' | 'date' | 'null', text: string): Expression => ({
  kind: 'literal',
  type,
  text,
  at,
});
const binary = (operator: BinaryOperator, left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  operator,
  left,
  right,
  at,
});
const call = (name: string, ...arguments_: Expression[]): Expression => ({
  kind: 'call',
  name,
  arguments: arguments_,
  at,
});
const nothing = literal('null', 'null');

export const TEXTS = [
  '',
  'a',
  'A',
  'ab',
  '%',
  '_',
  'a%b',
  'đ',
  'Đà',
  'Ễ',
  "o'b",
  '\\',
  ' a ',
  '"',
  'x\ty',
  'a,b{}',
  '\n',
];
export const DAYS = ['2019-12-31', '2020-02-29', '2021-01-01'];

const smallInteger = fc.integer({ min: -3, max: 4 });
const wholeLiteral = smallInteger.map((value) => literal('integer', String(value)));
const decimalLiteral = fc
  .integer({ min: -3000, max: 3000 })
  .map((value) => literal('decimal', (value / 100).toFixed(2)));
const textLiteral = fc.constantFrom(...TEXTS).map((text) => literal('string', text));

type Trees = {
  readonly condition: Expression;
  readonly whole: Expression;
  readonly number: Expression;
  readonly text: Expression;
};
/** `variable`: also of a row `f` of a lambda. */
function treesOver(own: readonly string[], depth: number): { readonly [K in keyof Trees]: Arbitrary<Expression> } {
  const from = (...names: readonly string[]): Arbitrary<Expression> =>
    fc.constantFrom(...own.flatMap((prefix) => names.map((name) => path(prefix + name))));
  const { condition, whole, number, text } = fc.letrec<Trees>((tie) => ({
    whole: fc.oneof(
      { maxDepth: depth, depthIdentifier: 'tree' },
      fc.oneof(from('Level', 'Year', 'Total', 'Unit/Size', 'Unit/Parent/Size'), wholeLiteral),
      fc.tuple(fc.constantFrom('add', 'sub', 'mul'), tie('whole'), tie('whole')).map(([o, a, b]) => binary(o, a, b)),
      fc
        .tuple(fc.constantFrom('div', 'mod'), tie('whole'), fc.constantFrom('2', '3', '-4'))
        .map(([o, a, b]) => binary(o, a, literal('integer', b))),
      tie('text').map((a) => call('length', a)),
      fc.tuple(tie('text'), tie('text')).map(([a, b]) => call('indexof', a, b)),
      fc.constantFrom('year', 'month', 'day').map((name) => call(name, path('Day'))),
    ),
    number: fc.oneof(
      { maxDepth: depth, depthIdentifier: 'tree' },
      fc.oneof(from('Value'), decimalLiteral, tie('whole')),
      fc.tuple(fc.constantFrom('add', 'sub', 'mul'), tie('number'), tie('number')).map(([o, a, b]) => binary(o, a, b)),
      fc.tuple(fc.constantFrom('round', 'floor', 'ceiling'), tie('number')).map(([name, a]) => call(name, a)),
      tie('number').map((operand): Expression => ({ kind: 'unary', operator: 'negate', operand, at })),
    ),
    text: fc.oneof(
      { maxDepth: depth, depthIdentifier: 'tree' },
      fc.oneof(from('Name', 'Code', 'Unit/Name'), textLiteral),
      fc.tuple(fc.constantFrom('tolower', 'toupper', 'trim'), tie('text')).map(([name, a]) => call(name, a)),
      fc.tuple(tie('text'), tie('text')).map(([a, b]) => call('concat', a, b)),
      fc.tuple(tie('text'), wholeLiteral).map(([a, b]) => call('substring', a, b)),
      fc
        .tuple(tie('text'), wholeLiteral, fc.integer({ min: 0, max: 3 }))
        .map(([a, b, c]) => call('substring', a, b, literal('integer', String(c)))),
    ),
    condition: fc.oneof(
      { maxDepth: depth, depthIdentifier: 'tree' },
      fc.oneof(
        from('Flag'),
        from('Unit', 'Unit/Parent').map((a) => binary('eq', a, nothing)),
        fc.tuple(comparisons, from('Code'), textLiteral).map(([o, a, b]) => binary(o, a, b)),
        fc
          .tuple(comparisons, from('Day'), fc.constantFrom(...DAYS))
          .map(([o, a, b]) => binary(o, a, literal('date', b))),
        fc
          .tuple(comparisons, from('Level', 'Value', 'Total'), fc.oneof(from('Level', 'Value'), fc.constant(nothing)))
          .map(([o, a, b]) => binary(o, a, b)),
      ),
      fc.tuple(comparisons, tie('number'), tie('number')).map(([o, a, b]) => binary(o, a, b)),
      fc.tuple(fc.constantFrom('eq', 'ne'), tie('text'), tie('text')).map(([o, a, b]) => binary(o, a, b)),
      fc
        .tuple(fc.constantFrom('contains', 'startswith', 'endswith'), tie('text'), tie('text'))
        .map(([name, a, b]) => call(name, a, b)),
      fc.tuple(fc.constantFrom('and', 'or'), tie('condition'), tie('condition')).map(([o, a, b]) => binary(o, a, b)),
      fc
        .tuple(fc.constantFrom('eq', 'ne', 'ge'), tie('condition'), tie('condition'))
        .map(([o, a, b]) => binary(o, a, b)),
      tie('condition').map((operand): Expression => ({ kind: 'unary', operator: 'not', operand, at })),
      fc
        .tuple(
          tie('whole'),
          fc.array(fc.oneof(wholeLiteral, decimalLiteral, fc.constant(nothing)), { minLength: 1, maxLength: 4 }),
        )
        .map(([value, list]): Expression => ({ kind: 'in', value, list, at })),
      fc
        .tuple(tie('text'), fc.array(fc.oneof(textLiteral, fc.constant(nothing)), { minLength: 1, maxLength: 4 }))
        .map(([value, list]): Expression => ({ kind: 'in', value, list, at })),
    ),
  }));
  return { condition, whole, number, text };
}
const comparisons = fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge');

const plain = treesOver([''], 3);
const inLambda = treesOver(['f/', ''], 2);
const collection = fc.constantFrom('Unit/Facts', 'Unit/Parent/Facts').map(path);
const lambda = fc
  .tuple(fc.constantFrom('any', 'all'), collection, inLambda.condition)
  .map(([operator, rows, predicate]): Expression => ({
    kind: 'lambda',
    operator,
    collection: rows,
    variable: 'f',
    predicate,
    at,
  }));
const counted = fc
  .tuple(collection, fc.option(plain.condition), comparisons, wholeLiteral)
  .map(([rows, filter, o, b]) => binary(o, { kind: 'count', collection: rows, filter, search: null, at }, b));

/** Conditions, with lambdas and counts among them. */
export const conditions: Arbitrary<Expression> = fc.oneof(
  plain.condition,
  lambda,
  counted,
  fc.tuple(fc.constantFrom('and', 'or', 'ne'), plain.condition, lambda).map(([o, a, b]) => binary(o, a, b)),
);
/** What rows can be ordered by with a defined order in the test: numbers, flags, days and binary text. */
export const orderKeys: Arbitrary<Expression> = fc.oneof(
  plain.number,
  plain.whole,
  plain.condition,
  fc.constantFrom('Code', 'Flag', 'Day', 'Level', 'Id', 'Year', 'Unit/Size').map(path),
);
