import type { BiNavigation, BiSet } from '../bi-contract';
import { indexColumns } from './columns';
import { indexNavigation } from './navigations';

const rowsOf = (name: string, vi: string, en: string): BiNavigation => ({
  name,
  target: name,
  many: true,
  nullable: false,
  on: [{ from: 'id', to: 'criterion_id' }],
  partner: 'criterion',
  label: { vi, en },
});

/** The criteria of every framework; reference data of the platform (`packages/datasets`, from the publishers' documents). */
export const criteria: BiSet = {
  name: 'criteria',
  singular: 'criterion',
  owner: 'indicators',
  datasets: [],
  key: ['id'],
  searchable: false,
  provinceColumn: null,
  changeTracking: false,
  label: { vi: 'Tiêu chí', en: 'Criteria' },
  description: {
    vi: 'Mỗi dòng là một tiêu chí trong một bộ tiêu chí. Cùng mã ở hai bộ có thể là hai điều khác nhau: so sánh khóa ý nghĩa.',
    en: 'A row is a criterion as one framework states it. A code may mean two things in two frameworks: compare the meaning id.',
  },
  columns: [
    {
      name: 'id',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Khóa tiêu chí', en: 'Criterion id' },
      description: {
        vi: 'Chỉ số, năm đầu của bộ tiêu chí, mã: PAPI:2018:2.1.',
        en: 'Index, first year of the framework, code: PAPI:2018:2.1.',
      },
    },
    ...indexColumns,
    {
      name: 'framework_version',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Bộ tiêu chí', en: 'Framework' },
      description: {
        vi: 'Tên bộ tiêu chí, ví dụ PAPI-2018.',
        en: 'The set of criteria, named as in its source: PAPI-2018.',
      },
    },
    {
      name: 'valid_from_year',
      type: 'INTEGER',
      nullable: false,
      label: { vi: 'Từ năm', en: 'First year' },
      description: { vi: 'Năm đầu của bộ tiêu chí.', en: 'First year of the framework.' },
    },
    {
      name: 'valid_to_year',
      type: 'INTEGER',
      nullable: true,
      label: { vi: 'Đến năm', en: 'Last year' },
      description: {
        vi: 'Năm cuối của bộ tiêu chí; trống khi còn dùng.',
        en: 'Last year of the framework; null while in use.',
      },
    },
    {
      name: 'code',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Mã tiêu chí', en: 'Criterion code' },
      description: {
        vi: 'TOTAL là cả chỉ số, còn lại là mã của đơn vị công bố.',
        en: 'TOTAL for the whole index, else the code of the publisher.',
      },
    },
    {
      name: 'name_vi',
      type: 'TEXT',
      nullable: false,
      collation: 'VIETNAMESE',
      label: { vi: 'Tên tiêu chí', en: 'Criterion name (Vietnamese)' },
      description: { vi: 'Tên như trong bộ tiêu chí.', en: 'Vietnamese name, as in the framework.' },
    },
    {
      name: 'name_en',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Tên tiêu chí (tiếng Anh)', en: 'Criterion name' },
      description: {
        vi: 'Tên tiếng Anh; tên tiếng Việt khi không nguồn nào nêu.',
        en: 'English name; the Vietnamese one where no source gives an English one.',
      },
    },
    {
      name: 'parent_id',
      type: 'TEXT',
      nullable: true,
      label: { vi: 'Khóa tiêu chí cấp trên', en: 'Parent id' },
      description: {
        vi: 'Tiêu chí mà nó là thành phần; trống với TOTAL.',
        en: 'The criterion it is part of; null for TOTAL.',
      },
    },
    {
      name: 'parent_code',
      type: 'TEXT',
      nullable: true,
      label: { vi: 'Mã tiêu chí cấp trên', en: 'Parent code' },
      description: {
        vi: 'Mã của tiêu chí mà nó là thành phần; trống với TOTAL.',
        en: 'Code of the criterion it is part of; null for TOTAL.',
      },
    },
    {
      name: 'depth',
      type: 'INTEGER',
      nullable: false,
      label: { vi: 'Cấp', en: 'Depth' },
      description: {
        vi: '0: cả chỉ số; 1: nội dung; 2: thành phần.',
        en: '0 for TOTAL, 1 for its parts, 2 for theirs.',
      },
    },
    {
      name: 'print_order',
      type: 'INTEGER',
      nullable: false,
      label: { vi: 'Thứ tự in', en: 'Print order' },
      description: {
        vi: 'Thứ tự trong bộ tiêu chí, từ 0; tiêu chí đứng trước các thành phần của nó.',
        en: 'Place in the framework, from 0 (TOTAL), each before its parts.',
      },
    },
    {
      name: 'max_score',
      type: 'DECIMAL',
      nullable: true,
      precision: 9,
      scale: 4,
      label: { vi: 'Điểm tối đa', en: 'Maximum' },
      description: {
        vi: 'Điểm tối đa; trống khi không nguồn nào nêu.',
        en: 'Points at most; null where no source states them.',
      },
    },
    {
      name: 'meaning_id',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Khóa ý nghĩa', en: 'Meaning id' },
      description: {
        vi: 'Bằng nhau ở hai năm khi tiêu chí có cùng ý nghĩa và thang điểm: PAPI:2.1@2018.',
        en: 'Equal in two years exactly if the criterion means the same in both: PAPI:2.1@2018.',
      },
    },
    {
      name: 'is_sum_of_parts',
      type: 'BOOLEAN',
      nullable: false,
      label: { vi: 'Là tổng thành phần', en: 'Sum of parts' },
      description: {
        vi: 'Đơn vị công bố định nghĩa điểm là tổng điểm các thành phần.',
        en: 'Whether the publisher defines the value as the sum of the parts.',
      },
    },
  ],
  navigations: [
    indexNavigation('criteria'),
    {
      name: 'parent',
      target: 'criteria',
      many: false,
      nullable: true,
      on: [{ from: 'parent_id', to: 'id' }],
      partner: 'parts',
      label: { vi: 'Tiêu chí cấp trên', en: 'Parent' },
    },
    {
      name: 'parts',
      target: 'criteria',
      many: true,
      nullable: false,
      on: [{ from: 'id', to: 'parent_id' }],
      partner: 'parent',
      label: { vi: 'Các thành phần', en: 'Parts' },
    },
    rowsOf('scores', 'Các điểm đã công bố', 'Scores'),
    rowsOf('rankings', 'Các bảng xếp hạng', 'Rankings'),
    rowsOf('comparisons', 'Các ô so sánh', 'Comparisons'),
  ],
};
