import type { BiNavigation } from '../bi-contract';

/** The index of a row; `partner` leads back from the index. */
export function indexNavigation(partner?: string): BiNavigation {
  return {
    name: 'index',
    target: 'indices',
    many: false,
    nullable: false,
    on: [{ from: 'index_code', to: 'code' }],
    ...(partner === undefined ? {} : { partner }),
    label: { vi: 'Chỉ số', en: 'Index' },
  };
}

/** The criterion of a row; `partner` leads back from the criterion. */
export function criterionNavigation(partner: string): BiNavigation {
  return {
    name: 'criterion',
    target: 'criteria',
    many: false,
    nullable: false,
    on: [{ from: 'criterion_id', to: 'id' }],
    partner,
    label: { vi: 'Tiêu chí', en: 'Criterion' },
  };
}

/** The publication that states a row's figure. */
export function publicationNavigation(nullable: boolean): BiNavigation {
  return {
    name: 'publication',
    target: 'publications',
    many: false,
    nullable,
    on: [{ from: 'publication_id', to: 'id' }],
    label: { vi: 'Lần công bố', en: 'Publication' },
  };
}

/** The stated score of a row; none for a derived value. */
export const scoreNavigation: BiNavigation = {
  name: 'score',
  target: 'scores',
  many: false,
  nullable: true,
  on: [{ from: 'score_id', to: 'id' }],
  label: { vi: 'Điểm đã công bố', en: 'Stated score' },
};
