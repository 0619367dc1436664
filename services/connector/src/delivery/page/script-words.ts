import type { BilingualText, Dataset } from '@lientinh/contracts';
import type { ConnectWords, KeysWords, PageLanguage } from './browser/page-data';

type InBoth<Words> = { readonly [Language in PageLanguage]: Words };

/** Words that the script of the connect page says. */
export const CONNECT_WORDS: InBoth<ConnectWords> = {
  vi: {
    copied: 'Đã sao chép',
    copyFailed: 'Không sao chép được: hãy chọn và chép bằng tay',
    copy: 'Sao chép',
    filters: {
      index: { label: 'Chỉ số', hint: 'Ví dụ PAPI' },
      year: { label: 'Năm', hint: 'Ví dụ 2018' },
      provinces: { label: 'Tỉnh', hint: 'Mã hoặc chọn, ví dụ 46' },
      criteria: { label: 'Tiêu chí', hint: 'Mã hoặc chọn, ví dụ TOTAL' },
    },
    add: 'Thêm',
    remove: 'Bỏ',
    noFilters: 'Bảng này nhỏ: không cần bộ lọc ngắn. Mọi cột đều lọc được bằng $filter.',
    names: 'Tên cột',
    address: 'Địa chỉ',
    files: 'Mở hoặc tải những dòng này',
    file: {
      pbids: 'Power BI (.pbids)',
      odc: 'Excel, Power Query (.odc)',
      iqy: 'Excel cũ (.iqy)',
      xlsx: 'Sổ Excel (.xlsx)',
      csv: 'CSV',
      parquet: 'Parquet',
    },
    preview: 'Xem thử 10 dòng đầu',
    reading: 'Đang đọc…',
    rows: 'Có tất cả {n} dòng.',
    noRows: 'Không có dòng nào với lựa chọn này.',
    previewOf: 'Những dòng đầu của {address}',
    empty: 'Không có số liệu',
    failed: 'Không hỏi được dịch vụ. Hãy kiểm tra kết nối rồi thử lại.',
  },
  en: {
    copied: 'Copied',
    copyFailed: 'Could not copy: select it and copy by hand',
    copy: 'Copy',
    filters: {
      index: { label: 'Index', hint: 'For example PAPI' },
      year: { label: 'Year', hint: 'For example 2018' },
      provinces: { label: 'Provinces', hint: 'A code, or choose; for example 46' },
      criteria: { label: 'Criteria', hint: 'A code, or choose; for example TOTAL' },
    },
    add: 'Add',
    remove: 'Take away',
    noFilters: 'This table is small and needs no short filter. $filter takes every column.',
    names: 'Names of columns',
    address: 'Address',
    files: 'Open or download these rows',
    file: {
      pbids: 'Power BI (.pbids)',
      odc: 'Excel, Power Query (.odc)',
      iqy: 'Older Excel (.iqy)',
      xlsx: 'Excel workbook (.xlsx)',
      csv: 'CSV',
      parquet: 'Parquet',
    },
    preview: 'Preview the first 10 rows',
    reading: 'Reading…',
    rows: '{n} rows in all.',
    noRows: 'No rows for this choice.',
    previewOf: 'The first rows of {address}',
    empty: 'No data',
    failed: 'The service could not be asked. Check the connection and try again.',
  },
};

/** Words that the script of the key page says. */
export const KEYS_WORDS: InBoth<KeysWords> = {
  vi: {
    copied: 'Đã sao chép',
    copyFailed: 'Không sao chép được: hãy chọn và chép bằng tay',
    reading: 'Đang đọc…',
    failed: 'Không hỏi được dịch vụ. Hãy kiểm tra kết nối rồi thử lại.',
    tokenMissing: 'Hãy dán mã truy cập vào ô trên.',
    signedIn: 'Đã đăng nhập.',
    signedOut: 'Đã thoát: mã truy cập không còn trong trang.',
    made: 'Đã tạo khóa. Hãy chép ngay: khóa không hiện lại.',
    revoked: 'Đã thu hồi khóa.',
    none: 'Chưa có khóa nào.',
    standing: { USABLE: 'Còn hiệu lực', REVOKED: 'Đã thu hồi', EXPIRED: 'Hết hạn' },
    everyProvince: 'Mọi tỉnh',
    everyDataset: 'Tất cả',
    never: 'Chưa dùng',
    revoke: 'Thu hồi',
    revokeSurely: 'Chắc chắn thu hồi?',
    columns: ['Tên', 'Tình trạng', 'Tỉnh', 'Bộ dữ liệu', 'Ngày tạo', 'Hết hạn', 'Dùng lần cuối', ''],
  },
  en: {
    copied: 'Copied',
    copyFailed: 'Could not copy: select it and copy by hand',
    reading: 'Reading…',
    failed: 'The service could not be asked. Check the connection and try again.',
    tokenMissing: 'Paste an access token into the field above.',
    signedIn: 'Signed in.',
    signedOut: 'Signed out: the token is gone from this page.',
    made: 'The key is made. Copy it now: it is not shown again.',
    revoked: 'The key is revoked.',
    none: 'No keys yet.',
    standing: { USABLE: 'Usable', REVOKED: 'Revoked', EXPIRED: 'Expired' },
    everyProvince: 'Every province',
    everyDataset: 'All',
    never: 'Never used',
    revoke: 'Revoke',
    revokeSurely: 'Really revoke?',
    columns: ['Name', 'Standing', 'Province', 'Data sets', 'Made', 'Expires', 'Last used', ''],
  },
};

/** Names of the data sets that a key may be limited to. */
export const DATASET_WORDS: Readonly<Record<Dataset, BilingualText>> = {
  AGENCIES: { vi: 'Cơ quan', en: 'Agencies' },
  SCORES: { vi: 'Điểm chỉ số', en: 'Scores' },
  PLAN: { vi: 'Kế hoạch', en: 'Plans' },
  TASK_PROGRESS: { vi: 'Tiến độ nhiệm vụ', en: 'Progress of tasks' },
  PROCEDURES: { vi: 'Thủ tục hành chính', en: 'Procedures' },
  DOSSIER_STATISTICS: { vi: 'Số liệu hồ sơ', en: 'Dossier statistics' },
};
