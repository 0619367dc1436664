import { DATASETS } from '@lientinh/contracts';
import type { BiSet } from './bi-contract';

/** Rows that are no more, for incremental refresh; a view in every database. A reader asks all of them, in the order of `entity_set`. */
export const deletions: BiSet = {
  name: 'deletions',
  singular: 'deletion',
  owner: 'publications',
  datasets: DATASETS,
  key: ['entity_set', 'entity_key', 'deleted_at'],
  searchable: false,
  provinceColumn: 'province_code',
  changeTracking: false,
  label: { vi: 'Dòng đã bỏ', en: 'Deletions' },
  description: {
    vi: 'Các dòng không còn trong tập dữ liệu: đã thu hồi, hoặc lần công bố sau không nêu nữa.',
    en: 'Rows that a set no longer has: retracted, or not stated again by the publication that replaced theirs.',
  },
  columns: [
    {
      name: 'entity_set',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Tập dữ liệu', en: 'Entity set' },
      description: {
        vi: 'Tên tập dữ liệu của dòng, ví dụ Scores.',
        en: 'Name of the set that had the row, such as Scores.',
      },
    },
    {
      name: 'entity_key',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Khóa của dòng', en: 'Entity key' },
      description: {
        vi: 'Khóa của dòng, viết như trong địa chỉ giữa hai dấu ngoặc.',
        en: 'Key of the row, as it is written between the parentheses of its address.',
      },
    },
    {
      name: 'province_code',
      type: 'TEXT',
      nullable: true,
      maxLength: 2,
      label: { vi: 'Mã tỉnh', en: 'Province code' },
      description: {
        vi: 'Mã tỉnh của dòng; trống khi không thuộc một tỉnh.',
        en: 'Province of the row; null when it is of none.',
      },
    },
    {
      name: 'deleted_at',
      type: 'INSTANT',
      nullable: false,
      label: { vi: 'Bỏ lúc', en: 'Deleted at' },
      description: { vi: 'Thời điểm dòng hết hiện hành.', en: 'When the row ceased to be current.' },
    },
    {
      name: 'publication_id',
      type: 'TEXT',
      nullable: true,
      label: { vi: 'Khóa lần công bố', en: 'Publication id' },
      description: { vi: 'Lần công bố đã nêu dòng đó.', en: 'The publication that had stated the row.' },
    },
  ],
  navigations: [],
};
