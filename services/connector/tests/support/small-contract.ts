import { deletions, provinces, publications, type BiColumn, type BiSet } from '@lientinh/bi';

const column = (name: string, type: BiColumn['type'], vi: string, more: Partial<BiColumn> = {}): BiColumn => ({
  name,
  type,
  nullable: false,
  label: { vi, en: name },
  description: { vi, en: name },
  ...more,
});

const common = { label: { vi: 'Thử', en: 'Test' }, description: { vi: 'Để thử.', en: 'For tests.' } } as const;

/** Measures: a small dimension of the same database as the scores. */
export const measures: BiSet = {
  ...common,
  name: 'measures',
  singular: 'measure',
  owner: 'indicators',
  datasets: ['SCORES'],
  key: ['code'],
  searchable: false,
  provinceColumn: null,
  changeTracking: false,
  label: { vi: 'Thước đo', en: 'Measures' },
  columns: [column('code', 'TEXT', 'Mã'), column('name_vi', 'TEXT', 'Tên', { collation: 'VIETNAMESE' })],
  navigations: [
    {
      name: 'scores',
      target: 'scores',
      many: true,
      nullable: false,
      on: [{ from: 'code', to: 'measure_code' }],
      partner: 'measure',
      label: { vi: 'Điểm theo thước đo', en: 'Scores' },
    },
  ],
};

/** Scores: every type of column, changes tracked, one key. */
export const scores: BiSet = {
  ...common,
  name: 'scores',
  singular: 'score',
  owner: 'indicators',
  datasets: ['SCORES'],
  key: ['id'],
  searchable: true,
  provinceColumn: 'province_code',
  changeTracking: true,
  label: { vi: 'Điểm số', en: 'Scores' },
  columns: [
    column('id', 'TEXT', 'Khóa'),
    column('measure_code', 'TEXT', 'Mã thước đo'),
    column('province_id', 'TEXT', 'Khóa tỉnh', { nullable: true }),
    column('province_code', 'TEXT', 'Mã tỉnh', { nullable: true, maxLength: 2 }),
    column('year', 'INTEGER', 'Năm'),
    column('value', 'DECIMAL', 'Điểm', { nullable: true, precision: 9, scale: 4 }),
    column('answers', 'BIGINT', 'Số trả lời', { nullable: true }),
    column('final', 'BOOLEAN', 'Chính thức'),
    column('decided_on', 'DATE', 'Ngày quyết định', { nullable: true }),
    column('note', 'TEXT', 'Ghi chú', { nullable: true, collation: 'VIETNAMESE' }),
    column('status', 'TEXT', 'Trạng thái', { values: ['PUBLISHED', 'SELF_ASSESSED'] }),
    column('publication_id', 'TEXT', 'Khóa lần công bố'),
    column('recorded_at', 'INSTANT', 'Ghi nhận lúc'),
  ],
  navigations: [
    {
      name: 'measure',
      target: 'measures',
      many: false,
      nullable: false,
      on: [{ from: 'measure_code', to: 'code' }],
      partner: 'scores',
      label: { vi: 'Thước đo của điểm', en: 'Measure' },
    },
    {
      name: 'province',
      target: 'provinces',
      many: false,
      nullable: true,
      on: [{ from: 'province_id', to: 'id' }],
      label: { vi: 'Tỉnh', en: 'Province' },
    },
  ],
};

/** Quotas: a key of two columns with any text in it, in another database. */
export const quotas: BiSet = {
  ...common,
  name: 'quotas',
  singular: 'quota',
  owner: 'plans',
  datasets: ['PLAN'],
  key: ['name', 'year'],
  searchable: false,
  provinceColumn: null,
  changeTracking: true,
  label: { vi: 'Hạn mức', en: 'Quotas' },
  columns: [
    column('name', 'TEXT', 'Tên hạn mức'),
    column('year', 'INTEGER', 'Năm'),
    column('amount', 'DECIMAL', 'Số lượng', { precision: 20, scale: 2 }),
    column('recorded_at', 'INSTANT', 'Ghi nhận lúc'),
  ],
  navigations: [],
};

/** A contract in which every kind of column, key and navigation stands once, beside the sets that every database has. */
export const smallContract: readonly BiSet[] = [provinces, measures, scores, quotas, publications, deletions];
