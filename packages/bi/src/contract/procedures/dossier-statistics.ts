import type { BiSet } from '../bi-contract';
import { provinceColumns, recordColumns, toProvince, toPublication } from '../fact-columns';
import { column, procedureCode } from './columns';
import { countColumns, onlineShare, onTimeShare } from './counts';

/** The monthly statistics as they were published: hundreds of millions of rows over the years. */
export const dossierStatistics: BiSet = {
  name: 'dossier_statistics',
  singular: 'dossier_statistic',
  owner: 'procedures',
  datasets: ['DOSSIER_STATISTICS'],
  key: ['province_id', 'month', 'procedure_code', 'agency'],
  searchable: false,
  provinceColumn: 'province_code',
  changeTracking: true,
  label: { vi: 'Số liệu hồ sơ', en: 'Dossier statistics' },
  description: {
    vi: 'Mỗi dòng là số hồ sơ của một thủ tục tại một cơ quan của một tỉnh trong một tháng. Rất nhiều dòng: để phân tích theo tỉnh, lĩnh vực, tháng hãy dùng tập theo tháng.',
    en: 'A row is the dossiers of one procedure at one agency of one province in one month. Very many rows: to analyse provinces, fields and months, take the monthly set.',
  },
  columns: [
    ...provinceColumns.filter(({ name }) => name !== 'current_province_name_en'),
    column('month', 'DATE', ['Tháng', 'Month'], ['Ngày đầu của tháng.', 'First day of the month.']),
    procedureCode,
    column(
      'agency',
      'TEXT',
      ['Cơ quan tiếp nhận', 'Agency'],
      [
        'Cơ quan tiếp nhận hồ sơ, như in; chuỗi rỗng khi không nêu.',
        'Agency that received the dossiers, as printed; the empty text when not stated.',
      ],
    ),
    ...countColumns('INTEGER'),
    onTimeShare,
    onlineShare,
    ...recordColumns,
  ],
  navigations: [
    toProvince,
    {
      name: 'procedure',
      target: 'procedures',
      many: false,
      nullable: true,
      on: [{ from: 'procedure_code', to: 'code' }],
      partner: 'dossier_statistics',
      label: { vi: 'Thủ tục', en: 'Procedure' },
    },
    toPublication,
  ],
};
