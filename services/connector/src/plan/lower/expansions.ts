import { callSql, columnSql, constantSql, emptySelect, joined, orElse, testSql, type Sql } from '../../source/sql/sql';
import type { Output, TypedExpansion, TypedQuery } from '../typed/query';
import { lowerCondition } from './condition';
import { lowerExpression } from './expression';
import { givenName, nameOf, objectText, propertySql, referenceOf, type Member } from './json-objects';
import { tieBreakers } from './order';
import { isAskedOnce, relatedOnce } from './related-once';
import { lowerSearch } from './search';
import type { Range, SelectDraft, Statement } from './statement';
import { sortItem } from './steps';
import { countSql, jsonText } from './values';

/** The related rows as JSON text, or the related row (null when there is none), or their number. */
export function lowerExpansion(expansion: TypedExpansion, from: Range, statement: Statement): Sql {
  const { navigation, form } = expansion;
  if (form === 'count') return lowerExpansionCount(expansion, from, statement);
  if (!navigation.many) return lowerOne(expansion, from, statement);
  const once = isAskedOnce(expansion, from, statement)
    ? relatedOnce(expansion, from, statement, RELATED_ROWS).list
    : null;
  return once ?? lowerEach(expansion, from, statement);
}

/** The related rows, asked for by each row. */
function lowerEach(expansion: TypedExpansion, from: Range, statement: Statement): Sql {
  const { navigation, query } = expansion;
  const draft = statement.openRelated(query.row, from, navigation);
  draft.where.push(...asked(draft, query, statement));
  const order = [...query.order, ...tieBreakers(query.row, query.order)];
  const object = rowText(expansion, statement);
  const orderBy = order.map((item) => sortItem(item, statement));
  const rows = draft.finish({
    columns: [{ expression: object, alias: 'c1' }],
    orderBy,
    limit: query.top,
    offset: query.skip,
  });
  const alias = statement.alias();
  const list = callSql('string_agg', columnSql(alias, 'c1'), constantSql(','));
  const text = joined([constantSql('['), orElse(list, constantSql('')), constantSql(']')]);
  const around: SelectDraft['from'] = { relation: { kind: 'derived', select: rows }, alias };
  return { kind: 'scalar', select: { ...emptySelect, columns: [{ expression: text, alias: null }], from: around } };
}

/** How many related rows there are, before `$top` and `$skip`. */
export function lowerExpansionCount(expansion: TypedExpansion, from: Range, statement: Statement): Sql {
  if (isAskedOnce(expansion, from, statement)) return relatedOnce(expansion, from, statement, RELATED_ROWS).count;
  const { navigation, query } = expansion;
  const draft = statement.openRelated(query.row, from, navigation);
  draft.where.push(...asked(draft, query, statement));
  return { kind: 'scalar', select: draft.finish({ columns: [{ expression: countSql, alias: null }] }) };
}

/** What `$filter` and `$search` of the expansion ask. */
function asked(draft: SelectDraft, { filter, search }: TypedQuery, statement: Statement): readonly Sql[] {
  return [
    ...(filter === null ? [] : [lowerCondition(filter, statement)]),
    ...(search === null ? [] : [lowerSearch(search, draft.from.alias)]),
  ];
}

/** A single row is joined, as paths to it are. */
function lowerOne(expansion: TypedExpansion, from: Range, statement: Statement): Sql {
  const { navigation, target, query } = expansion;
  const range = statement.follow(from, [navigation]);
  statement.place(query.row, range);
  const [key] = target.key;
  if (key === undefined) throw new Error(`${target.name} has no key`);
  const isThere = testSql(propertySql(key, range.alias), 'is not null');
  return {
    kind: 'case',
    branches: [{ when: isThere, then: rowText(expansion, statement) }],
    otherwise: { kind: 'word', word: 'null' },
  };
}

function rowText({ form, target, query }: TypedExpansion, statement: Statement): Sql {
  const range = statement.rangeOf(query.row);
  if (form === 'references') return objectText([referenceOf(target, range.alias)]);
  const outputs = query.outputs.map((output) => memberOf(output, range.alias, statement));
  return objectText([...outputs, ...query.expansions.flatMap((inner) => membersOf(inner, range, statement))]);
}

function memberOf(output: Output, alias: string, statement: Statement): Member {
  switch (output.kind) {
    case 'property':
      return {
        name: nameOf(output.property.name),
        value: jsonText(propertySql(output.property, alias), output.property.type),
      };
    case 'computed':
      return {
        name: givenName(output.name),
        value: jsonText(lowerExpression(output.expression, statement), output.expression.type),
      };
    case 'groupColumn':
      throw new Error('related rows are never groups');
  }
}

const RELATED_ROWS = { asked, rowText };

function membersOf(expansion: TypedExpansion, range: Range, statement: Statement): readonly Member[] {
  const { navigation, form, query } = expansion;
  const countName = nameOf(`${navigation.name}@odata.count`);
  const count = (): Member => ({
    name: countName,
    value: jsonText(lowerExpansionCount(expansion, range, statement), 'Edm.Int64'),
  });
  if (form === 'count') return [count()];
  const rows = orElse(lowerExpansion(expansion, range, statement), constantSql('null'));
  return [...(query.count ? [count()] : []), { name: nameOf(navigation.name), value: rows }];
}
