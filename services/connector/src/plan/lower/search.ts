import type { SearchExpression } from '../../query/ast';
import {
  callSql,
  columnSql,
  constantSql,
  joined,
  notSql,
  numberSql,
  onceSql,
  operatorSql,
  orElse,
  parameterSql,
  type Sql,
} from '../../source/sql/sql';

const SPACE = constantSql(' ');

/**
 * Whether the folded text of a row has the words: a term matches where a word begins, a phrase word after word. Terms are folded by the
 * same function as the text, so case and diacritics do not count.
 */
export function lowerSearch(search: SearchExpression, alias: string): Sql {
  switch (search.kind) {
    case 'term': {
      const text = joined([SPACE, orElse(columnSql(alias, 'search_text'), constantSql(''))]);
      const folded = callSql('bi.fold_text', parameterSql(search.text, 'text'));
      return operatorSql('>', callSql('strpos', text, onceSql(joined([SPACE, folded]))), numberSql(0));
    }
    case 'searchNot':
      return notSql(lowerSearch(search.operand, alias));
    default: {
      const operator = search.kind === 'searchAnd' ? 'and' : 'or';
      return operatorSql(operator, lowerSearch(search.left, alias), lowerSearch(search.right, alias));
    }
  }
}
