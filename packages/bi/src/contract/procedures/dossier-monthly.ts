import { ADMINISTRATIVE_LEVELS } from '@lientinh/contracts';
import type { BiSet } from '../bi-contract';
import { provinceColumns, recordColumns, toProvince } from '../fact-columns';
import { column } from './columns';
import { countColumns, onlineShare, onTimeShare, shareColumn } from './counts';

/** The statistics summed by province, field, level and month: what dashboards need, a hundredth of the rows. */
export const dossierMonthly: BiSet = {
  name: 'dossier_monthly_totals',
  singular: 'dossier_monthly_total',
  owner: 'procedures',
  datasets: ['DOSSIER_STATISTICS', 'PROCEDURES'],
  key: ['province_id', 'field_key', 'level_key', 'month'],
  searchable: false,
  provinceColumn: 'province_code',
  changeTracking: true,
  label: { vi: 'Số liệu hồ sơ theo tháng', en: 'Dossier monthly totals' },
  description: {
    vi: 'Mỗi dòng là tổng số hồ sơ của một tỉnh, một lĩnh vực, một cấp trong một tháng; cộng các dòng là được tổng của tỉnh. Lĩnh vực và cấp theo thủ tục như nền tảng biết tại thời điểm đó.',
    en: 'A row sums the dossiers of one province, field, level and month; rows add up to the totals of the province. Field and level are those of the procedures as the platform knew them.',
  },
  columns: [
    ...provinceColumns,
    column(
      'field_key',
      'TEXT',
      ['Khóa lĩnh vực', 'Field key'],
      [
        'Tên lĩnh vực viết thường không dấu; chuỗi rỗng khi chưa ai mô tả thủ tục.',
        'Name of the field in lower case without diacritics; the empty text for procedures that nobody described.',
      ],
    ),
    column(
      'level_key',
      'TEXT',
      ['Khóa cấp', 'Level key'],
      [
        'Cấp thực hiện; chuỗi rỗng khi chưa ai mô tả thủ tục.',
        'Level of filing; the empty text for procedures that nobody described.',
      ],
      { values: ['', ...ADMINISTRATIVE_LEVELS] },
    ),
    column('month', 'DATE', ['Tháng', 'Month'], ['Ngày đầu của tháng.', 'First day of the month.']),
    column(
      'field',
      'TEXT',
      ['Lĩnh vực', 'Field'],
      [
        'Tên lĩnh vực như lần in đầu tiên mà nền tảng nhận; trống khi chưa ai mô tả thủ tục.',
        'The field as it was printed when the platform first saw it; null for procedures that nobody described.',
      ],
      { nullable: true, collation: 'VIETNAMESE' },
    ),
    column(
      'level',
      'TEXT',
      ['Cấp thực hiện', 'Level'],
      [
        'Cấp nơi nộp hồ sơ; trống khi chưa ai mô tả thủ tục.',
        'Level of government at which dossiers are filed; null for procedures that nobody described.',
      ],
      { nullable: true, values: ADMINISTRATIVE_LEVELS },
    ),
    column(
      'statistic_rows',
      'BIGINT',
      ['Số dòng số liệu', 'Statistic rows'],
      ['Số dòng số liệu được cộng.', 'Rows of the dossier statistics that are summed.'],
    ),
    ...countColumns('BIGINT'),
    onTimeShare,
    onlineShare,
    shareColumn('postal_share', ['Tỷ lệ qua bưu chính', 'Postal share'], 'received_postal / received'),
    shareColumn(
      'paid_online_share',
      ['Tỷ lệ thanh toán trực tuyến', 'Paid online share'],
      'paid_online / received',
      28,
    ),
    shareColumn('digitised_share', ['Tỷ lệ số hóa kết quả', 'Digitised share'], 'results_digitised / resolved', 28),
    ...recordColumns.filter(({ name }) => name === 'recorded_at'),
  ],
  navigations: [toProvince],
};
