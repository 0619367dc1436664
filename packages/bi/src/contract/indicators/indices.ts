import type { BiSet } from '../bi-contract';
import { codeColumn, manyRows, wholeColumn, wordsColumn } from '../column-kinds';
import { REFERENCE } from './columns';
import { ownIndexColumns } from './index-columns';
import { figureNavigations } from './navigations';

/** The indices; reference data of the platform (`packages/datasets`). */
export const indices: BiSet = {
  ...REFERENCE,
  name: 'indices',
  singular: 'index',
  key: ['code'],
  label: { vi: 'Chỉ số', en: 'Indices' },
  description: {
    vi: 'Các chỉ số dùng để so sánh các tỉnh, ai công bố và in mấy chữ số thập phân.',
    en: 'The indices by which provinces are compared, who publishes them and at how many decimals.',
  },
  columns: [
    ...ownIndexColumns,
    codeColumn(
      'publisher_id',
      { vi: 'Mã đơn vị công bố', en: 'Publisher id' },
      {
        vi: 'Mã của đơn vị được công bố chỉ số trên nền tảng.',
        en: 'Id of the publisher that may publish the index on the platform.',
      },
    ),
    wordsColumn(
      'publisher_name',
      { vi: 'Đơn vị công bố', en: 'Publisher' },
      { vi: 'Cơ quan, tổ chức tính và công bố chỉ số.', en: 'Who computes and publishes the index.' },
    ),
    wholeColumn(
      'decimals',
      { vi: 'Số chữ số thập phân', en: 'Decimals' },
      {
        vi: 'Số chữ số thập phân khi in điểm và khi xếp hạng.',
        en: 'Decimals at which scores are printed and ranks are computed (Index.precision).',
      },
    ),
    codeColumn(
      'unit',
      { vi: 'Đơn vị tính', en: 'Unit' },
      {
        vi: 'SCORE: điểm theo thang riêng của chỉ số; PERCENT: thang 0 đến 100.',
        en: "SCORE: points on the index's own scale; PERCENT: a scale of 0 to 100.",
      },
      { values: ['SCORE', 'PERCENT'] },
    ),
    wholeColumn(
      'display_order',
      { vi: 'Thứ tự hiển thị', en: 'Display order' },
      { vi: 'Thứ tự khi liệt kê, từ 0.', en: 'Place in lists, from 0.' },
    ),
  ],
  navigations: [
    manyRows('criteria', 'criteria', ['code', 'index_code'], { vi: 'Các tiêu chí', en: 'Criteria' }, 'index'),
    ...figureNavigations(['code', 'index_code'], 'index', 'code'),
  ],
};
