import { ADMINISTRATIVE_LEVELS } from '@lientinh/contracts';
import type { BiColumn, BiSet } from '../bi-contract';
import { provinceColumns, recordColumns, toProvince, toPublication } from '../fact-columns';
import { column, procedureCode } from './columns';

const BOTH_DATES = 'decided_on → published_on';

/** What one way of filing states: whether there is the way, its days, its fee. */
function wayColumns(way: string, vi: string, en: string): readonly BiColumn[] {
  return [
    column(
      `${way}_filing`,
      'BOOLEAN',
      [`Nộp ${vi}`, `${en} filing`],
      [`Danh mục nêu cách nộp ${vi}.`, `The catalogue names this way of filing: ${en.toLowerCase()}.`],
    ),
    column(
      `${way}_processing_days`,
      'INTEGER',
      [`Số ngày giải quyết (${vi})`, `${en} processing days`],
      [
        `Số ngày làm việc đến khi có kết quả khi nộp ${vi}; trống khi không nêu hoặc không có cách nộp này.`,
        `Working days to the result (${en.toLowerCase()}); null where not stated or no such way.`,
      ],
      { nullable: true },
    ),
    column(
      `${way}_fee_vnd`,
      'INTEGER',
      [`Phí và lệ phí (${vi})`, `${en} fee (VND)`],
      [
        `Phí, lệ phí bằng đồng khi nộp ${vi}; 0 là không thu; trống khi không nêu hoặc không có cách nộp này.`,
        `Fee in đồng (${en.toLowerCase()}); 0 is free; null where not stated or no such way.`,
      ],
      { nullable: true },
    ),
  ];
}

const describedColumns: readonly BiColumn[] = [
  column(
    'as_of',
    'DATE',
    ['Ngày của danh mục', 'Catalogue as of'],
    ['Ngày của danh mục nêu dòng này.', 'Day of the catalogue that says so.'],
  ),
  column(
    'printed_name',
    'TEXT',
    ['Tên thủ tục', 'Printed name'],
    ['Tên thủ tục như tỉnh công bố.', 'Name as this province prints it.'],
    { collation: 'VIETNAMESE' },
  ),
  column(
    'printed_field',
    'TEXT',
    ['Lĩnh vực', 'Printed field'],
    ['Lĩnh vực như tỉnh công bố.', 'Field of administration as this province prints it.'],
    { collation: 'VIETNAMESE' },
  ),
  column('level', 'TEXT', ['Cấp thực hiện', 'Level'], ['Cấp theo tỉnh công bố.', 'Level as this province states it.'], {
    values: ADMINISTRATIVE_LEVELS,
  }),
  column(
    'printed_authority',
    'TEXT',
    ['Cơ quan thực hiện', 'Authority'],
    ['Cơ quan như tỉnh công bố; trống khi không nêu.', 'Authority as this province prints it; null when not stated.'],
    { nullable: true, collation: 'VIETNAMESE' },
  ),
];

const onlineColumns: readonly BiColumn[] = [
  column(
    'online_service_code',
    'TEXT',
    ['Mã mức độ trực tuyến', 'Online service code'],
    [
      'Mã mức độ dịch vụ công trực tuyến có hiệu lực tại ngày của danh mục (LEVEL_1–4: NĐ 43/2011; INFORMATION, PARTIAL, FULL: NĐ 42/2022; NONE).',
      'Code of the level of online service in force on the day of the catalogue (Decrees 43/2011, 42/2022).',
    ],
  ),
  column(
    'online_service_name_vi',
    'TEXT',
    ['Mức độ trực tuyến', 'Online service (Vietnamese)'],
    ['Tên tiếng Việt của mức độ.', 'Vietnamese name of the level.'],
    { collation: 'VIETNAMESE' },
  ),
  column(
    'online_service_name_en',
    'TEXT',
    ['Mức độ trực tuyến (tiếng Anh)', 'Online service'],
    ['Tên tiếng Anh của mức độ.', 'English name of the level.'],
  ),
  column(
    'online_service_maps_to',
    'TEXT',
    ['Mức độ tương ứng sau này', 'Online service maps to'],
    [
      'Mức độ của nghị định sau tương ứng, ví dụ LEVEL_4 là FULL; trống khi không có.',
      'The level of the following decree that stands for it: LEVEL_4 is FULL; null when nothing followed.',
    ],
    { nullable: true },
  ),
  column(
    'online',
    'BOOLEAN',
    ['Nộp được trực tuyến', 'Online'],
    ['Mức độ cho phép nộp hồ sơ trực tuyến.', 'At this level, filing is possible online.'],
  ),
  column(
    'fully_online',
    'BOOLEAN',
    ['Trực tuyến toàn trình', 'Fully online'],
    ['Mức độ mà mọi bước đều trực tuyến.', 'At this level, every step is online.'],
  ),
  column(
    'interlinked',
    'TEXT',
    ['Liên thông', 'Interlinked'],
    ['Không; cùng cấp; hay giữa các cấp.', 'One counter for several agencies: none, of the same level, across levels.'],
    { values: ['NONE', 'SAME_LEVEL', 'CROSS_LEVEL'] },
  ),
  column(
    'one_stop',
    'BOOLEAN',
    ['Một cửa', 'One-stop'],
    ['Theo cơ chế một cửa.', 'Settled through the one-stop unit.'],
  ),
  column(
    'online_payment',
    'BOOLEAN',
    ['Thanh toán trực tuyến', 'Online payment'],
    ['Nộp phí, lệ phí trực tuyến được.', 'Fees can be paid online.'],
  ),
];

const disclosureColumns: readonly BiColumn[] = [
  column(
    'decision',
    'TEXT',
    ['Quyết định công bố', 'Decision'],
    ['Số quyết định công bố; trống khi không nêu.', 'Number of the decision that publishes it; null when not stated.'],
    { nullable: true },
  ),
  column(
    'decided_on',
    'DATE',
    ['Ngày quyết định', 'Decided on'],
    ['Ngày của quyết định công bố; trống khi không nêu.', 'Day of the decision; null when not stated.'],
    { nullable: true },
  ),
  column(
    'published_on',
    'DATE',
    ['Ngày công khai', 'Published on'],
    [
      'Ngày vào cơ sở dữ liệu quốc gia; trống khi không nêu.',
      'Day it entered the national database; null when not stated.',
    ],
    { nullable: true },
  ),
  column(
    'shortened_procedure',
    'BOOLEAN',
    ['Trình tự rút gọn', 'Shortened procedure'],
    [
      'Ban hành theo trình tự rút gọn: thời hạn công khai 2 ngày.',
      'Made under the shortened procedure: the limit is 2 days.',
    ],
  ),
  column(
    'publication_delay_days',
    'INTEGER',
    ['Số ngày chậm công khai', 'Publication delay days'],
    [
      `Số ngày làm việc sau ngày quyết định đến ngày công khai (${BOTH_DATES}); trống: xem lý do thiếu.`,
      `Working days after the day of the decision until the national database had it (${BOTH_DATES}); null: see why it is missing.`,
    ],
    { nullable: true },
  ),
  column(
    'publication_delay_missing',
    'TEXT',
    ['Lý do thiếu số ngày', 'Publication delay missing'],
    [
      'NOT_STATED: thiếu một ngày. CALENDAR_UNKNOWN: chưa biết lịch nghỉ của năm. Trống khi có số ngày.',
      'NOT_STATED: a date is missing. CALENDAR_UNKNOWN: holidays of a year are not known. Null when the delay is given.',
    ],
    { nullable: true, values: ['NOT_STATED', 'CALENDAR_UNKNOWN'] },
  ),
  column(
    'published_late',
    'BOOLEAN',
    ['Công khai chậm', 'Published late'],
    [
      'Chậm hơn thời hạn (5 ngày làm việc, rút gọn 2); trống khi không biết số ngày.',
      'Later than the limit (5 working days, shortened 2); null when the delay is not known.',
    ],
    { nullable: true },
  ),
];

/** The catalogues: each province with each procedure of its latest catalogue, as `Procedure.offerings` gives them. */
export const procedureOfferings: BiSet = {
  name: 'procedure_offerings',
  singular: 'procedure_offering',
  owner: 'procedures',
  datasets: ['PROCEDURES'],
  key: ['province_id', 'procedure_code'],
  searchable: false,
  provinceColumn: 'province_code',
  changeTracking: true,
  label: { vi: 'Danh mục thủ tục của tỉnh', en: 'Procedure offerings' },
  description: {
    vi: 'Mỗi dòng là một thủ tục trong danh mục mới nhất của một tỉnh: mức độ trực tuyến, một cửa, thời hạn, phí, ngày công khai.',
    en: 'A row is one procedure of the latest catalogue of one province: online level, one-stop, days, fees, disclosure.',
  },
  columns: [
    ...provinceColumns,
    procedureCode,
    ...describedColumns,
    ...onlineColumns,
    ...wayColumns('direct', 'trực tiếp', 'Counter'),
    ...wayColumns('online', 'trực tuyến', 'Online'),
    ...wayColumns('postal', 'qua bưu chính', 'Postal'),
    ...disclosureColumns,
    ...recordColumns,
  ],
  navigations: [
    toProvince,
    {
      name: 'procedure',
      target: 'procedures',
      many: false,
      nullable: false,
      on: [{ from: 'procedure_code', to: 'code' }],
      partner: 'offerings',
      label: { vi: 'Thủ tục', en: 'Procedure' },
    },
    toPublication,
  ],
};
