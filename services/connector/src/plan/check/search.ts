import type { SearchExpression } from '../../query/ast';
import { MAXIMUM_SEARCH_TERMS } from '../limits';
import { optionNotApplicable, planTooLarge, valueOutOfRange } from '../plan.errors';
import type { RowVariable } from '../typed/shape';
import { nameOfRows } from './context';

/** Checks that the rows have a text to search. ODATA_OPTION_NOT_APPLICABLE, ODATA_VALUE_OUT_OF_RANGE. */
export function checkSearchable(row: RowVariable, search: SearchExpression, option: string): void {
  if (row.shape.kind !== 'entities' || !row.shape.set.set.searchable) {
    const name = nameOfRows(row);
    const reason = { vi: `${name} không có văn bản để tìm`, en: `${name} has no text to search` };
    throw optionNotApplicable({ option, at: search.at, reason });
  }
  checkTerms(search, option);
  if (termsOf(search) > MAXIMUM_SEARCH_TERMS)
    throw planTooLarge({
      option,
      at: search.at,
      what: { vi: 'từ cần tìm', en: 'words to search' },
      limit: MAXIMUM_SEARCH_TERMS,
    });
}

function termsOf(search: SearchExpression): number {
  if (search.kind === 'term') return 1;
  return search.kind === 'searchNot' ? termsOf(search.operand) : termsOf(search.left) + termsOf(search.right);
}

function checkTerms(search: SearchExpression, option: string): void {
  if (search.kind === 'term') {
    if (search.text.includes('\0') || !search.text.isWellFormed())
      throw valueOutOfRange({ option, at: search.at, value: search.text, type: 'Edm.String' });
  } else if (search.kind === 'searchNot') checkTerms(search.operand, option);
  else {
    checkTerms(search.left, option);
    checkTerms(search.right, option);
  }
}
