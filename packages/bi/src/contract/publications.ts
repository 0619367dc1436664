import { DATASETS } from '@lientinh/contracts';
import type { BiSet } from './bi-contract';

/** The ledger: what was published, by whom, and what became of it; in every database for its own data sets. */
export const publications: BiSet = {
  name: 'publications',
  singular: 'publication',
  owner: 'publications',
  datasets: DATASETS,
  key: ['id'],
  pagingOrder: ['dataset', 'ledger_sequence'],
  searchable: false,
  provinceColumn: 'province_code',
  changeTracking: true,
  label: { vi: 'Lần công bố', en: 'Publications' },
  description: {
    vi: 'Mỗi dòng là một lần công bố trong sổ cái chỉ ghi thêm của bộ dữ liệu.',
    en: 'A row is one publication in the append-only ledger of its data set.',
  },
  columns: [
    {
      name: 'id',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Khóa lần công bố', en: 'Publication id' },
      description: { vi: 'Mã lần công bố, như trong biên nhận.', en: 'Id of the publication, as in its receipt.' },
    },
    {
      name: 'dataset',
      type: 'TEXT',
      nullable: false,
      values: DATASETS,
      label: { vi: 'Bộ dữ liệu', en: 'Data set' },
      description: { vi: 'Bộ dữ liệu được công bố.', en: 'The data set that was published.' },
    },
    {
      name: 'publisher_id',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Đơn vị công bố', en: 'Publisher id' },
      description: { vi: 'Khóa của đơn vị công bố trong sổ đăng ký.', en: 'Key of the publisher in the registry.' },
    },
    {
      name: 'province_id',
      type: 'TEXT',
      nullable: true,
      label: { vi: 'Khóa tỉnh', en: 'Province id' },
      description: {
        vi: 'Tỉnh của dữ liệu; trống khi là cả nước.',
        en: 'The province of the rows; null: the whole country.',
      },
    },
    {
      name: 'province_code',
      type: 'TEXT',
      nullable: true,
      maxLength: 2,
      label: { vi: 'Mã tỉnh', en: 'Province code' },
      description: { vi: 'Mã hai chữ số của tỉnh.', en: 'Two-digit GSO code of the province.' },
    },
    {
      name: 'status',
      type: 'TEXT',
      nullable: false,
      values: ['ACCEPTED', 'SUPERSEDED', 'RETRACTED'],
      label: { vi: 'Trạng thái', en: 'Status' },
      description: {
        vi: 'Còn dòng hiện hành (ACCEPTED), đã bị thay thế hết (SUPERSEDED), hay đã thu hồi (RETRACTED).',
        en: 'Has current rows (ACCEPTED), was replaced as a whole (SUPERSEDED), or was taken back (RETRACTED).',
      },
    },
    {
      name: 'received_at',
      type: 'INSTANT',
      nullable: false,
      label: { vi: 'Nhận lúc', en: 'Received at' },
      description: { vi: 'Thời điểm ghi vào sổ cái.', en: 'When it was written to the ledger.' },
    },
    {
      name: 'row_count',
      type: 'INTEGER',
      nullable: false,
      label: { vi: 'Số dòng', en: 'Rows' },
      description: { vi: 'Số dòng dữ liệu của lần công bố.', en: 'Rows of data in the publication.' },
    },
    {
      name: 'current_rows',
      type: 'INTEGER',
      nullable: false,
      label: { vi: 'Số dòng hiện hành', en: 'Current rows' },
      description: {
        vi: 'Số dòng chưa bị thay thế hay thu hồi; 0 khi đã bị thay thế hết hoặc thu hồi.',
        en: 'Rows that nothing replaced and that were not taken back; 0 when none is left.',
      },
    },
    {
      name: 'content_hash',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Mã băm nội dung', en: 'Content hash' },
      description: {
        vi: 'SHA-256 của nội dung đã gửi (sha256:…); khi các dòng không công khai, cam kết có muối (sha256-salted:…), không suy ra được nội dung.',
        en: 'SHA-256 of the content as it was sent (sha256:…); where the rows are not for everybody, a salted commitment to it (sha256-salted:…) that tells nothing.',
      },
    },
    {
      name: 'supersedes_id',
      type: 'TEXT',
      nullable: true,
      label: { vi: 'Thay thế lần công bố', en: 'Supersedes' },
      description: {
        vi: 'Lần công bố gần nhất mà nó thay thế; trống khi không có.',
        en: 'The latest publication that it replaced; null when it replaced none.',
      },
    },
    {
      name: 'retracted_at',
      type: 'INSTANT',
      nullable: true,
      label: { vi: 'Thu hồi lúc', en: 'Retracted at' },
      description: {
        vi: 'Thời điểm thu hồi; trống khi chưa thu hồi.',
        en: 'When it was taken back; null when it was not.',
      },
    },
    {
      name: 'retraction_reason',
      type: 'TEXT',
      nullable: true,
      collation: 'VIETNAMESE',
      label: { vi: 'Lý do thu hồi', en: 'Retraction reason' },
      description: { vi: 'Lý do thu hồi.', en: 'Why it was taken back.' },
    },
    {
      name: 'ledger_sequence',
      type: 'BIGINT',
      nullable: false,
      label: { vi: 'Số thứ tự sổ cái', en: 'Ledger sequence' },
      description: {
        vi: 'Vị trí trong sổ cái của bộ dữ liệu, từ 1.',
        en: 'Place in the ledger of its data set, from 1.',
      },
    },
    {
      name: 'ledger_hash',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Mã băm sổ cái', en: 'Ledger hash' },
      description: {
        vi: 'SHA-256 của mục này và mã băm của mục trước.',
        en: 'SHA-256 over this entry and the hash of the entry before it.',
      },
    },
    {
      name: 'recorded_at',
      type: 'INSTANT',
      nullable: false,
      label: { vi: 'Ghi nhận lúc', en: 'Recorded at' },
      description: {
        vi: 'Lần thay đổi gần nhất của dòng này: khi nhận, thu hồi, hoặc mất hay lấy lại dòng hiện hành.',
        en: 'When the row came to read as it does: received, taken back, or lost or got back current rows.',
      },
    },
  ],
  navigations: [
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
