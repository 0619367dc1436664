import type { Expression, SearchExpression } from './ast';
import { type ParseContext, withText } from './context';
import type { Place } from './query.errors';
import { visit } from './visitor';

type Parse = (context: ParseContext) => Expression;

/** `@p`: a copy of its value that stands here; null when the request gives it no value (OData 4.01 Part 1, section 11.2.5.8). */
export function resolveAlias(context: ParseContext, parseExpression: Parse): Expression {
  const { scanner, budget, aliases } = context;
  const { at, end } = scanner.take();
  const place = scanner.place(at);
  const alias = scanner.text.slice(at, end).normalize('NFC');
  const value = budget.nest(place, () =>
    aliases.resolve('expression', alias, place, (text) => {
      const inner = withText(context, alias, text);
      const expression = parseExpression(inner);
      inner.scanner.takeEnd();
      return expression;
    }),
  );
  return copyAt(context, value ?? { kind: 'literal', type: 'null', text: 'null', at }, place);
}

/** A copy of a tree that stands at one place; its nodes count like written ones. */
export function copyAt(context: ParseContext, expression: Expression, place: Place): Expression {
  const { budget } = context;
  const { at } = place;
  const again = (child: Expression): Expression => copyAt(context, child, place);
  const made = (node: Expression, children: readonly Expression[]): Expression => budget.made(node, place, children);
  return visit<Expression, Expression>(expression, {
    literal: (node) => made({ ...node, at }, []),
    member: (node) => made({ ...node, at }, []),
    count: (node) => {
      const filter = node.filter && again(node.filter);
      const search = node.search && copySearchAt(context, node.search, place);
      return made({ ...node, collection: { ...node.collection, at }, filter, search, at }, filter ? [filter] : []);
    },
    lambda: (node) => {
      const predicate = node.predicate && again(node.predicate);
      return made({ ...node, collection: { ...node.collection, at }, predicate, at }, predicate ? [predicate] : []);
    },
    binary: (node) => {
      const [left, right] = [again(node.left), again(node.right)];
      return made({ ...node, left, right, at }, [left, right]);
    },
    unary: (node) => {
      const operand = again(node.operand);
      return made({ ...node, operand, at }, [operand]);
    },
    in: (node) => {
      const [value, list] = [again(node.value), node.list.map(again)];
      return made({ ...node, value, list, at }, [value, ...list]);
    },
    call: (node) => {
      const copies = node.arguments.map(again);
      return made({ ...node, arguments: copies, at }, copies);
    },
  });
}

function copySearchAt(context: ParseContext, search: SearchExpression, place: Place): SearchExpression {
  context.budget.count(place);
  const again = (child: SearchExpression): SearchExpression => copySearchAt(context, child, place);
  if (search.kind === 'term') return { ...search, at: place.at };
  if (search.kind === 'searchNot') return { ...search, operand: again(search.operand), at: place.at };
  return { ...search, left: again(search.left), right: again(search.right), at: place.at };
}
