import type { BiColumn, BiSet } from '../bi-contract';
import { codeColumn, flagColumn, manyRows, oneRow, wholeColumn } from '../column-kinds';
import { maxScoreColumn, REFERENCE } from './columns';
import { frameworkColumn, ownCriterionColumns } from './criterion-columns';
import { indexColumns } from './index-columns';
import { figureNavigations, indexNavigation } from './navigations';

const frameworkColumns: readonly BiColumn[] = [
  frameworkColumn({
    vi: 'Tên bộ tiêu chí, ví dụ PAPI-2018.',
    en: 'The set of criteria, named as in its source: PAPI-2018.',
  }),
  wholeColumn(
    'valid_from_year',
    { vi: 'Từ năm', en: 'First year' },
    { vi: 'Năm đầu của bộ tiêu chí.', en: 'First year of the framework.' },
  ),
  wholeColumn(
    'valid_to_year',
    { vi: 'Đến năm', en: 'Last year' },
    { vi: 'Năm cuối của bộ tiêu chí; trống khi còn dùng.', en: 'Last year of the framework; null while in use.' },
    { nullable: true },
  ),
];

const parentColumns: readonly BiColumn[] = [
  codeColumn(
    'parent_id',
    { vi: 'Khóa tiêu chí cấp trên', en: 'Parent id' },
    { vi: 'Tiêu chí mà nó là thành phần; trống với TOTAL.', en: 'The criterion it is part of; null for TOTAL.' },
    { nullable: true },
  ),
  codeColumn(
    'parent_code',
    { vi: 'Mã tiêu chí cấp trên', en: 'Parent code' },
    {
      vi: 'Mã của tiêu chí mà nó là thành phần; trống với TOTAL.',
      en: 'Code of the criterion it is part of; null for TOTAL.',
    },
    { nullable: true },
  ),
];

/** The criteria of every framework; reference data of the platform (`packages/datasets`, from the publishers' documents). */
export const criteria: BiSet = {
  ...REFERENCE,
  name: 'criteria',
  singular: 'criterion',
  key: ['id'],
  label: { vi: 'Tiêu chí', en: 'Criteria' },
  description: {
    vi: 'Mỗi dòng là một tiêu chí trong một bộ tiêu chí. Cùng mã ở hai bộ có thể là hai điều khác nhau: so sánh khóa ý nghĩa.',
    en: 'A row is a criterion as one framework states it. A code may mean two things in two frameworks: compare the meaning id.',
  },
  columns: [
    ownCriterionColumns.id,
    ...indexColumns,
    ...frameworkColumns,
    ownCriterionColumns.code,
    ...ownCriterionColumns.names,
    ...parentColumns,
    ownCriterionColumns.depth,
    wholeColumn(
      'print_order',
      { vi: 'Thứ tự in', en: 'Print order' },
      {
        vi: 'Thứ tự trong bộ tiêu chí, từ 0; tiêu chí đứng trước các thành phần của nó.',
        en: 'Place in the framework, from 0 (TOTAL), each before its parts.',
      },
    ),
    maxScoreColumn({ precision: 9, scale: 4 }),
    codeColumn(
      'meaning_id',
      { vi: 'Khóa ý nghĩa', en: 'Meaning id' },
      {
        vi: 'Bằng nhau ở hai năm khi tiêu chí có cùng ý nghĩa và thang điểm: PAPI:2.1@2018.',
        en: 'Equal in two years exactly if the criterion means the same in both: PAPI:2.1@2018.',
      },
    ),
    flagColumn(
      'is_sum_of_parts',
      { vi: 'Là tổng thành phần', en: 'Sum of parts' },
      {
        vi: 'Đơn vị công bố định nghĩa điểm là tổng điểm các thành phần.',
        en: 'Whether the publisher defines the value as the sum of the parts.',
      },
    ),
  ],
  navigations: [
    indexNavigation('criteria'),
    oneRow(
      'parent',
      'criteria',
      ['parent_id', 'id'],
      { vi: 'Tiêu chí cấp trên', en: 'Parent' },
      { nullable: true, partner: 'parts' },
    ),
    manyRows('parts', 'criteria', ['id', 'parent_id'], { vi: 'Các thành phần', en: 'Parts' }, 'parent'),
    ...figureNavigations(['id', 'criterion_id'], 'criterion', 'index_code'),
  ],
};
