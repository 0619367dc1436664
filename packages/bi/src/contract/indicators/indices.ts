import type { BiNavigation, BiSet } from '../bi-contract';

const rowsOf = (name: string, vi: string, en: string): BiNavigation => ({
  name,
  target: name,
  many: true,
  nullable: false,
  on: [{ from: 'code', to: 'index_code' }],
  partner: 'index',
  label: { vi, en },
});

/** The indices; reference data of the platform (`packages/datasets`). */
export const indices: BiSet = {
  name: 'indices',
  singular: 'index',
  owner: 'indicators',
  datasets: [],
  key: ['code'],
  searchable: false,
  provinceColumn: null,
  changeTracking: false,
  label: { vi: 'Chỉ số', en: 'Indices' },
  description: {
    vi: 'Các chỉ số dùng để so sánh các tỉnh, ai công bố và in mấy chữ số thập phân.',
    en: 'The indices by which provinces are compared, who publishes them and at how many decimals.',
  },
  columns: [
    {
      name: 'code',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Mã chỉ số', en: 'Index code' },
      description: { vi: 'PAPI, PCI, PAR_INDEX, SIPAS hoặc DTI.', en: 'PAPI, PCI, PAR_INDEX, SIPAS or DTI.' },
    },
    {
      name: 'name_vi',
      type: 'TEXT',
      nullable: false,
      collation: 'VIETNAMESE',
      label: { vi: 'Tên chỉ số', en: 'Name (Vietnamese)' },
      description: { vi: 'Tên chính thức.', en: 'Official name, in Vietnamese.' },
    },
    {
      name: 'name_en',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Tên chỉ số (tiếng Anh)', en: 'Name' },
      description: { vi: 'Tên tiếng Anh.', en: 'Official name, in English.' },
    },
    {
      name: 'publisher_id',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Mã đơn vị công bố', en: 'Publisher id' },
      description: {
        vi: 'Mã của đơn vị được công bố chỉ số trên nền tảng.',
        en: 'Id of the publisher that may publish the index on the platform.',
      },
    },
    {
      name: 'publisher_name',
      type: 'TEXT',
      nullable: false,
      collation: 'VIETNAMESE',
      label: { vi: 'Đơn vị công bố', en: 'Publisher' },
      description: { vi: 'Cơ quan, tổ chức tính và công bố chỉ số.', en: 'Who computes and publishes the index.' },
    },
    {
      name: 'decimals',
      type: 'INTEGER',
      nullable: false,
      label: { vi: 'Số chữ số thập phân', en: 'Decimals' },
      description: {
        vi: 'Số chữ số thập phân khi in điểm và khi xếp hạng.',
        en: 'Decimals at which scores are printed and ranks are computed (Index.precision).',
      },
    },
    {
      name: 'unit',
      type: 'TEXT',
      nullable: false,
      values: ['SCORE', 'PERCENT'],
      label: { vi: 'Đơn vị tính', en: 'Unit' },
      description: {
        vi: 'SCORE: điểm theo thang riêng của chỉ số; PERCENT: thang 0 đến 100.',
        en: "SCORE: points on the index's own scale; PERCENT: a scale of 0 to 100.",
      },
    },
    {
      name: 'display_order',
      type: 'INTEGER',
      nullable: false,
      label: { vi: 'Thứ tự hiển thị', en: 'Display order' },
      description: { vi: 'Thứ tự khi liệt kê, từ 0.', en: 'Place in lists, from 0.' },
    },
  ],
  navigations: [
    rowsOf('criteria', 'Các tiêu chí', 'Criteria'),
    rowsOf('scores', 'Các điểm đã công bố', 'Scores'),
    rowsOf('rankings', 'Các bảng xếp hạng', 'Rankings'),
    rowsOf('comparisons', 'Các ô so sánh', 'Comparisons'),
  ],
};
