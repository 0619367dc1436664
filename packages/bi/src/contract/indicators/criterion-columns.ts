import type { BilingualText } from '@lientinh/contracts';
import type { BiColumn } from '../bi-contract';
import { codeColumn, wholeColumn, wordsColumn } from '../column-kinds';

// What is said of a criterion both in its own set and beside each figure: the name differs, the meaning does not.
const id = (name: string): BiColumn =>
  codeColumn(
    name,
    { vi: 'Khóa tiêu chí', en: 'Criterion id' },
    {
      vi: 'Chỉ số, năm đầu của bộ tiêu chí, mã: PAPI:2018:2.1.',
      en: 'Index, first year of the framework, code: PAPI:2018:2.1.',
    },
  );

/** `limits` ends the sentence: how far the code means one thing. */
const code = (name: string, limits: BilingualText): BiColumn =>
  codeColumn(
    name,
    { vi: 'Mã tiêu chí', en: 'Criterion code' },
    {
      vi: `TOTAL là cả chỉ số, còn lại là mã của đơn vị công bố${limits.vi}`,
      en: `TOTAL for the whole index, else the code of the publisher${limits.en}`,
    },
  );

const vietnameseName = (name: string, description: BilingualText): BiColumn =>
  wordsColumn(name, { vi: 'Tên tiêu chí', en: 'Criterion name (Vietnamese)' }, description);

const englishName = (name: string): BiColumn =>
  codeColumn(
    name,
    { vi: 'Tên tiêu chí (tiếng Anh)', en: 'Criterion name' },
    {
      vi: 'Tên tiếng Anh; tên tiếng Việt khi không nguồn nào nêu.',
      en: 'English name; the Vietnamese one where no source gives an English one.',
    },
  );

const depth = (name: string, label: BilingualText): BiColumn =>
  wholeColumn(name, label, {
    vi: '0: cả chỉ số; 1: nội dung; 2: thành phần.',
    en: '0 for TOTAL, 1 for its parts, 2 for theirs.',
  });

/** The framework that a row belongs to. */
export const frameworkColumn = (description: BilingualText): BiColumn =>
  codeColumn('framework_version', { vi: 'Bộ tiêu chí', en: 'Framework' }, description);

/** The criterion that a row is, in the set of criteria. */
export const ownCriterionColumns = {
  id: id('id'),
  code: code('code', { vi: '.', en: '.' }),
  names: [
    vietnameseName('name_vi', { vi: 'Tên như trong bộ tiêu chí.', en: 'Vietnamese name, as in the framework.' }),
    englishName('name_en'),
  ],
  depth: depth('depth', { vi: 'Cấp', en: 'Depth' }),
} as const;

/** The criterion that a row is about, as the framework of the year states it. */
export const criterionColumns: readonly BiColumn[] = [
  id('criterion_id'),
  code('criterion_code', {
    vi: '; chỉ có nghĩa trong một bộ tiêu chí.',
    en: '; means one thing only within a framework.',
  }),
  vietnameseName('criterion_name_vi', {
    vi: 'Tên tiêu chí trong bộ tiêu chí của năm.',
    en: 'Vietnamese name in the framework of the year.',
  }),
  englishName('criterion_name_en'),
  depth('criterion_depth', { vi: 'Cấp tiêu chí', en: 'Criterion depth' }),
  wholeColumn(
    'criterion_order',
    { vi: 'Thứ tự tiêu chí', en: 'Criterion order' },
    { vi: 'Thứ tự in trong bộ tiêu chí, từ 0.', en: 'Place in the print order of the framework, from 0 (TOTAL).' },
  ),
];
