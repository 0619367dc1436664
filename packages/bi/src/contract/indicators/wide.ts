import { indexDefinitions, type IndexDefinition } from '@lientinh/datasets';
import type { BiColumn, BiSet } from '../bi-contract';
import { toProvince } from '../fact-columns';
import { comparableColumn, WORKED_OUT, provinceColumns, recordedAtColumn, yearColumns } from './columns';
import { optionalExact, optionalInteger } from './exact';
import { wideCriteria, type WideCriterion } from './wide-columns';

/** `papi_wide`, `par_index_wide`. */
export function wideSetName(index: string): string {
  return `${index.toLowerCase()}_wide`;
}

/** Words of an index in labels: PAR_INDEX is written PAR INDEX. */
const spoken = (index: string): string => index.replaceAll('_', ' ');

const RANK = {
  vi: 'Thứ hạng, như cột Thứ hạng của tập Comparisons; trống khi không có.',
  en: 'Rank as in Comparisons; null where there is none.',
};

const comparable = comparableColumn({
  vi: 'Điểm tổng hợp và mọi nội dung của năm đều so được với năm trước; từng tiêu chí thì xem tập Comparisons.',
  en: 'Whether the total and every part of the year can be compared with the year before; criterion by criterion see Comparisons.',
});

const totalColumns: readonly BiColumn[] = [
  optionalExact(
    'total',
    { vi: 'Điểm tổng hợp', en: 'Total' },
    {
      vi: 'Giá trị được tính của cả chỉ số; trống khi không có.',
      en: 'The value that counts of the whole index; null without one.',
    },
  ),
  optionalInteger('total_rank', { vi: 'Hạng tổng hợp', en: 'Total (rank)' }, RANK),
  optionalInteger(
    'total_ranked_among',
    { vi: 'Số tỉnh xếp hạng tổng hợp', en: 'Total (ranked among)' },
    {
      vi: 'Hạng tổng hợp tính trong bao nhiêu tỉnh; trống khi không có hạng hoặc nguồn không nêu.',
      en: 'Among how many provinces the total is ranked; null without a rank, or where the source does not say.',
    },
  ),
];

function criterionPair({ code, column, label, names }: WideCriterion): readonly BiColumn[] {
  return [
    optionalExact(column, label, {
      vi: `Điểm tiêu chí ${code}; trống khi không có. Tên theo năm: ${names.vi}.`,
      en: `Value of criterion ${code}; null without one. Names by year: ${names.en}.`,
    }),
    optionalInteger(
      `${column}_rank`,
      { vi: `Hạng ${label.vi}`, en: `${label.en} (rank)` },
      { vi: `Tiêu chí ${code}. ${RANK.vi}`, en: `Criterion ${code}. ${RANK.en}` },
    ),
  ];
}

/** A row per province and year, a column per part of the index: for pivot tables and charts. */
function wideSet({ code, nameVi, nameEn }: IndexDefinition): BiSet {
  return {
    ...WORKED_OUT,
    name: wideSetName(code),
    singular: `${code.toLowerCase()}_wide_row`,
    key: ['year', 'province_id'],
    label: { vi: `${spoken(code)} theo tỉnh và năm`, en: `${spoken(code)} by province and year` },
    description: {
      vi: `${nameVi}: mỗi dòng là một tỉnh trong một năm đã có số liệu, mỗi nội dung một cột điểm và một cột thứ hạng. Tên cột theo bộ tiêu chí mới nhất.`,
      en: `${nameEn}: a row is a province in a year with published figures, each part a column of values and one of ranks. Heads are the names of the latest framework.`,
    },
    columns: [
      ...yearColumns,
      comparable,
      ...provinceColumns,
      ...totalColumns,
      ...wideCriteria(code).flatMap(criterionPair),
      recordedAtColumn(
        {
          vi: 'Khi giá trị mới nhất trong dòng được ghi nhận; trống khi dòng không có giá trị nào.',
          en: 'When the latest of the values of the row became durable; null for a row without values.',
        },
        { nullable: true },
      ),
    ],
    navigations: [toProvince],
  };
}

/** One wide set for each index of the catalogue, in display order. */
export const wideSets: readonly BiSet[] = indexDefinitions().map(wideSet);
