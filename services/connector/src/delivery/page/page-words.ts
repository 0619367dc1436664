import type { BilingualText } from '@lientinh/contracts';
import type { BiOwner, BiType } from '@lientinh/bi';

const text = (vi: string, en: string): BilingualText => ({ vi, en });

/** What the pages say, in both languages. */
export const WORDS = {
  product: text('Liên Tỉnh', 'Liên Tỉnh'),
  skip: text('Tới nội dung', 'Skip to the content'),
  connectTitle: text('Số liệu cho Excel, Power BI, Tableau và SQL', 'Data for Excel, Power BI, Tableau and SQL'),
  keysTitle: text('Khóa bảng tính', 'Workbook keys'),
  intro: text(
    'Kế hoạch cải cách hành chính, các chỉ số PAPI, PCI, PAR INDEX, SIPAS, DTI, cơ quan và thủ tục hành chính của mọi tỉnh, dưới dạng bảng phẳng. Một địa chỉ dùng cho mọi công cụ; cùng số liệu, cùng tên gọi, cùng quyền xem với API GraphQL.',
    'Administrative reform plans, the indices PAPI, PCI, PAR INDEX, SIPAS and DTI, agencies and administrative procedures of every province, as flat tables. One address for every tool; same figures, same names, same rights as the GraphQL API.',
  ),
  addresses: text('Địa chỉ OData', 'OData addresses'),
  vietnameseNames: text('Tên bảng và cột bằng tiếng Việt', 'Tables and columns named in Vietnamese'),
  englishNames: text('Tên bảng và cột bằng tiếng Anh', 'Tables and columns named in English'),
  copy: text('Sao chép', 'Copy'),
  howTo: text('Cách kết nối', 'How to connect'),
  fullSteps: text('Đầy đủ (tiếng Anh)', 'All steps'),
  tables: text('Các bảng', 'Tables'),
  search: text('Tìm bảng hoặc cột', 'Find a table or column'),
  noTable: text('Không có bảng nào chứa những từ này.', 'No table has these words.'),
  columns: text('Các cột', 'Columns'),
  column: text('Cột', 'Column'),
  otherName: text('Tên tiếng Anh', 'Vietnamese name'),
  kind: text('Kiểu', 'Type'),
  meaning: text('Ý nghĩa, đơn vị', 'Meaning, unit'),
  key: text('khóa', 'key'),
  needsScript: text(
    'Bộ lọc và phần xem thử cần JavaScript; các liên kết của từng bảng dùng được mà không cần.',
    'Filters and the preview need JavaScript; the links of each table work without it.',
  ),
  keysLead: text(
    'Số liệu đã công bố xem được không cần khóa. Khóa bảng tính cho Excel, Power BI và Tableau đọc thêm những gì người tạo khóa được xem; khóa chỉ đọc, có hạn và thu hồi được.',
    'Published figures need no key. A workbook key lets Excel, Power BI and Tableau read what its maker may read; it only reads, it expires, and it can be revoked.',
  ),
  toKeys: text('Tạo khóa bảng tính', 'Make a workbook key'),
  toTables: text('Các bảng số liệu', 'Data tables'),
  signInTitle: text('Đăng nhập', 'Sign in'),
  token: text('Mã truy cập (access token)', 'Access token'),
  tokenHint: text(
    'Dán mã truy cập của tỉnh hoặc bộ. Mã chỉ nằm trong bộ nhớ của trang này, không được lưu và không vào địa chỉ nào.',
    'Paste the access token of your province or ministry. It stays in the memory of this page: it is never stored, and never part of an address.',
  ),
  signIn: text('Xem khóa của tôi', 'Show my keys'),
  signOut: text('Thoát', 'Sign out'),
  makeTitle: text('Tạo khóa', 'Make a key'),
  keyName: text('Tên khóa', 'Name of the key'),
  keyNameHint: text(
    'Ví dụ: Báo cáo quý, sổ của phòng thống kê',
    'For example: quarterly report, workbook of statistics',
  ),
  keyProvince: text('Chỉ một tỉnh', 'Only one province'),
  everyProvince: text('Mọi tỉnh được xem', 'Every province that I may see'),
  keyDatasets: text('Chỉ những bộ dữ liệu', 'Only these data sets'),
  keyDatasetsHint: text('Không chọn bộ nào: tất cả', 'None chosen: all'),
  keyDays: text('Số ngày hiệu lực (1 đến 730)', 'Days of life (1 to 730)'),
  make: text('Tạo khóa', 'Make the key'),
  secretTitle: text('Khóa của bạn: chỉ hiện lần này', 'Your key: shown this once'),
  secretUser: text('Tên (user)', 'User'),
  secretPassword: text('Mật khẩu (khóa)', 'Password (the key)'),
  secretSteps: text('Nhập khóa vào công cụ', 'Enter it in your tool'),
  hideSecret: text('Đã chép, ẩn khóa', 'I have copied it, hide it'),
  listTitle: text('Khóa đã tạo', 'Keys made'),
} as const satisfies Readonly<Record<string, BilingualText>>;

/** Heads of the groups of tables. */
export const TOPICS: Readonly<Record<BiOwner, BilingualText>> = {
  agencies: text('Tỉnh, thành phố và cơ quan', 'Provinces and agencies'),
  indicators: text('Chỉ số cải cách hành chính', 'Indices of administrative reform'),
  plans: text('Kế hoạch', 'Plans'),
  procedures: text('Thủ tục hành chính và hồ sơ', 'Administrative procedures and dossiers'),
  publications: text('Công bố và thay đổi', 'Publications and changes'),
};

/** What a column holds. */
export const KINDS: Readonly<Record<BiType, BilingualText>> = {
  TEXT: text('chữ', 'text'),
  BOOLEAN: text('có/không', 'yes/no'),
  INTEGER: text('số nguyên', 'whole number'),
  BIGINT: text('số nguyên', 'whole number'),
  DECIMAL: text('số thập phân', 'decimal number'),
  DATE: text('ngày', 'date'),
  INSTANT: text('thời điểm (UTC)', 'point of time (UTC)'),
};

/** How a tool is connected, in three lines. */
export interface ToolSteps {
  readonly tool: string;
  /** Heading of docs/bi.md. */
  readonly anchor: string;
  readonly steps: readonly BilingualText[];
}

/** Short steps; docs/bi.md has all of them. */
export const TOOL_STEPS: readonly ToolSteps[] = [
  {
    tool: 'Excel',
    anchor: 'excel',
    steps: [
      text(
        'Mở tệp .odc của bảng dưới đây; hoặc Dữ liệu → Lấy dữ liệu → Từ nguồn khác → Từ nguồn cấp OData, dán địa chỉ ở trên.',
        'Open the .odc file of a table below; or Data → Get Data → From Other Sources → From OData Feed, and paste an address.',
      ),
      text(
        'Đăng nhập: Ẩn danh (Anonymous) với số liệu đã công bố, Cơ bản (Basic) với khóa bảng tính.',
        'Sign in: Anonymous for published figures, Basic with a workbook key.',
      ),
      text(
        'Chọn bảng, bấm Tải; hôm sau bấm Làm mới. Không có Power Query: tải sổ .xlsx làm sẵn.',
        'Choose a table and load it; tomorrow, refresh. Without Power Query: take the finished .xlsx.',
      ),
    ],
  },
  {
    tool: 'Power BI',
    anchor: 'power-bi',
    steps: [
      text(
        'Mở tệp .pbids của bảng: Power BI Desktop mở đúng bảng đó. Hoặc Get data → OData feed, dán địa chỉ.',
        'Open the .pbids file of a table: Power BI Desktop starts there. Or Get data → OData feed, and paste an address.',
      ),
      text('Đăng nhập: Anonymous, hoặc Basic với khóa bảng tính.', 'Sign in: Anonymous, or Basic with a workbook key.'),
      text(
        'Lọc, chọn cột, sắp xếp đều chạy trên máy chủ. Làm mới trọn bảng với Xếp hạng, So sánh.',
        'Filters, columns and order run on the server. Refresh Rankings and Comparisons whole.',
      ),
    ],
  },
  {
    tool: 'Tableau',
    anchor: 'tableau',
    steps: [
      text('Connect → To a Server → OData.', 'Connect → To a Server → OData.'),
      text(
        'Dán địa chỉ của một bảng; có khóa thì tên là chữ bất kỳ, mật khẩu là khóa.',
        'Paste the address of a table; with a key: any user name, the key as password.',
      ),
      text(
        'Tableau lấy một bản trích (extract); Refresh để cập nhật.',
        'Tableau makes an extract; refresh it to update.',
      ),
    ],
  },
  {
    tool: 'SQL',
    anchor: 'sql',
    steps: [
      text(
        'psql, DuckDB và mọi công cụ nói được với PostgreSQL đọc thẳng các view của lược đồ bi.',
        'psql, DuckDB and whatever speaks to PostgreSQL read the views of the schema bi.',
      ),
      text(
        'Quản trị hệ thống tạo tài khoản thuộc nhóm lientinh_bi.',
        'An operator makes a login in the group lientinh_bi.',
      ),
      text(
        'Ví dụ: select * from bi.papi_wide where year = 2018 order by total_rank;',
        'For example: select * from bi.papi_wide where year = 2018 order by total_rank;',
      ),
    ],
  },
];

/** Where the key goes, tool by tool. */
export const KEY_STEPS: readonly BilingualText[] = [
  text(
    'Excel: trong hộp thoại của nguồn OData chọn thẻ Cơ bản (Basic), dán tên và mật khẩu trên, chọn mức áp dụng là địa chỉ máy chủ.',
    'Excel: in the dialog of the OData feed choose Basic, paste user and password, and apply them to the address of the server.',
  ),
  text(
    'Power BI: File → Options → Data source settings → Edit permissions → Basic; hoặc ngay khi mở tệp .pbids.',
    'Power BI: File → Options → Data source settings → Edit permissions → Basic; or when the .pbids file is opened.',
  ),
  text('Tableau: User name và Password của kết nối OData.', 'Tableau: user name and password of the OData connection.'),
];
