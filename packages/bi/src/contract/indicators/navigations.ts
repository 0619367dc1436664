import type { BiNavigation } from '../bi-contract';
import { manyRows, oneRow } from '../column-kinds';
import { toPublication } from '../fact-columns';

/** The index of a row; `partner` leads back from the index. */
export function indexNavigation(partner: string): BiNavigation {
  return oneRow('index', 'indices', ['index_code', 'code'], { vi: 'Chỉ số', en: 'Index' }, { partner });
}

/** The criterion of a row; `partner` leads back from the criterion. */
export function criterionNavigation(partner: string): BiNavigation {
  return oneRow('criterion', 'criteria', ['criterion_id', 'id'], { vi: 'Tiêu chí', en: 'Criterion' }, { partner });
}

/** The publication that states the value that counts; none for a derived one. */
export const countedPublicationNavigation: BiNavigation = { ...toPublication, nullable: true };

/** The stated score of a row; none for a derived value. */
export const scoreNavigation: BiNavigation = oneRow(
  'score',
  'scores',
  ['score_id', 'id'],
  { vi: 'Điểm đã công bố', en: 'Stated score' },
  { nullable: true },
);

/** Rows of an index are worked out together, and only its own scores are read for them; no index is on criteria. */
function together(navigation: BiNavigation, indexCode: string): BiNavigation {
  return { ...navigation, together: { narrowedBy: [{ from: indexCode, to: 'index_code' }] } };
}

/** From an index or a criterion to the rows about it, by the columns `on`; `partner` leads back. `indexCode`: the column with its index. */
export function figureNavigations(
  on: readonly [from: string, to: string],
  partner: string,
  indexCode: string,
): readonly BiNavigation[] {
  const scores = manyRows('scores', 'scores', on, { vi: 'Các điểm đã công bố', en: 'Scores' }, partner);
  const rankings = manyRows('rankings', 'rankings', on, { vi: 'Các bảng xếp hạng', en: 'Rankings' }, partner);
  const comparisons = manyRows('comparisons', 'comparisons', on, { vi: 'Các ô so sánh', en: 'Comparisons' }, partner);
  return [
    on[0] === indexCode ? scores : together(scores, indexCode),
    together(rankings, indexCode),
    together(comparisons, indexCode),
  ];
}
