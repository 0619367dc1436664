import { ADMINISTRATIVE_LEVELS, AGENCY_KINDS } from '@lientinh/contracts';
import type { BiSet } from './bi-contract';
import { codeColumn, dayColumn, manyRows, oneRow, wordsColumn } from './column-kinds';
import { provinceColumns, recordColumns, toProvince, toPublication } from './fact-columns';

/** The province of an agency, as `Agency.province` of the graph: null throughout for agencies of the centre. */
const ownProvinceColumns = provinceColumns.map((column) => ({
  ...column,
  nullable: true,
  description:
    column.name === 'province_id'
      ? {
          vi: 'Đơn vị mới nhất mang mã tỉnh trong thời gian cơ quan hoạt động; trống khi là cơ quan trung ương.',
          en: 'The latest unit of the province code while the agency worked; null for agencies of the centre.',
        }
      : {
          vi: `${column.description.vi} Trống khi là cơ quan trung ương.`,
          en: `${column.description.en} Null for agencies of the centre.`,
        },
}));

/** The directory of agencies as it is published. Data set AGENCIES; GraphQL `Agency`. */
export const agencies: BiSet = {
  name: 'agencies',
  singular: 'agency',
  owner: 'agencies',
  datasets: ['AGENCIES'],
  key: ['id'],
  searchable: true,
  provinceColumn: 'province_code',
  changeTracking: true,
  label: { vi: 'Cơ quan', en: 'Agencies' },
  description: {
    vi: 'Mỗi dòng là một cơ quan, đơn vị mà kế hoạch và thủ tục nêu tên, theo lần công bố còn hiệu lực.',
    en: 'A row is one agency, body or group that plans and procedures name, as the publication in force states it.',
  },
  columns: [
    codeColumn(
      'id',
      { vi: 'Khóa cơ quan', en: 'Agency id' },
      {
        vi: 'Mã tỉnh hoặc «central», và khóa trong đó: 62/so-noi-vu, central/bo-noi-vu.',
        en: 'Province code or "central", and the key there: 62/so-noi-vu, central/bo-noi-vu.',
      },
    ),
    codeColumn(
      'key',
      { vi: 'Khóa trong tỉnh', en: 'Key' },
      {
        vi: 'Khóa trong tỉnh hoặc trung ương, như công bố.',
        en: 'Key inside its province or the centre, as published.',
      },
    ),
    wordsColumn(
      'name_vi',
      { vi: 'Tên cơ quan', en: 'Agency (Vietnamese)' },
      { vi: 'Tên không kèm tên tỉnh.', en: 'Vietnamese name, without the province.' },
    ),
    wordsColumn(
      'name_en',
      { vi: 'Tên cơ quan (tiếng Anh)', en: 'Agency' },
      {
        vi: 'Tên tiếng Anh; tên tiếng Việt khi không công bố tên tiếng Anh.',
        en: 'English name; the Vietnamese one where no English name is published.',
      },
    ),
    wordsColumn(
      'abbreviation',
      { vi: 'Tên viết tắt', en: 'Abbreviation' },
      {
        vi: 'Tên viết tắt thường dùng; trống khi không công bố.',
        en: 'Usual abbreviation; null where none is published.',
      },
      { nullable: true },
    ),
    wordsColumn(
      'aliases',
      { vi: 'Tên gọi khác', en: 'Aliases' },
      {
        vi: 'Các tên khác như in, cách nhau bằng «; »; trống khi không có.',
        en: 'Other printed names, joined by "; "; null where there are none.',
      },
      { nullable: true },
    ),
    codeColumn(
      'kind',
      { vi: 'Loại cơ quan', en: 'Kind' },
      {
        vi: 'Sở, ủy ban, văn phòng, thanh tra, cơ quan Đảng, mặt trận, báo đài, ban quản lý, ngành dọc, đơn vị sự nghiệp, nhóm cơ quan, khác.',
        en: 'What sort of body it is; GROUP names many at once (all departments).',
      },
      { values: AGENCY_KINDS },
    ),
    codeColumn(
      'level',
      { vi: 'Cấp hành chính', en: 'Level' },
      { vi: 'Trung ương, tỉnh, huyện hay xã.', en: 'Level of government: centre, province, district or commune.' },
      { values: ADMINISTRATIVE_LEVELS },
    ),
    ...ownProvinceColumns,
    codeColumn(
      'parent_id',
      { vi: 'Khóa cơ quan chủ quản', en: 'Parent id' },
      { vi: 'Cơ quan chủ quản; trống khi không nêu.', en: 'The agency it belongs to; null where none is stated.' },
      { nullable: true },
    ),
    wordsColumn(
      'parent_name_vi',
      { vi: 'Tên cơ quan chủ quản', en: 'Parent (Vietnamese)' },
      {
        vi: 'Tên của cơ quan chủ quản; trống khi không nêu hoặc không còn được công bố.',
        en: 'Vietnamese name of that agency; null where none is stated, or it is no longer published.',
      },
      { nullable: true },
    ),
    wordsColumn(
      'parent_name_en',
      { vi: 'Tên cơ quan chủ quản (tiếng Anh)', en: 'Parent' },
      {
        vi: 'Tên tiếng Anh của cơ quan chủ quản (tiếng Việt khi không có); trống như tên tiếng Việt.',
        en: 'English name of that agency (the Vietnamese one where there is none); null as the Vietnamese name.',
      },
      { nullable: true },
    ),
    dayColumn(
      'valid_from',
      { vi: 'Hoạt động từ', en: 'Valid from' },
      { vi: 'Ngày đầu; trống khi không biết.', en: 'First day; null when not known.' },
      { nullable: true },
    ),
    dayColumn(
      'valid_to',
      { vi: 'Hoạt động đến', en: 'Valid to' },
      {
        vi: 'Ngày cuối; trống khi còn hoạt động hoặc không biết.',
        en: 'Last day; null while it works, or when not known.',
      },
      { nullable: true },
    ),
    codeColumn(
      'successor_ids',
      { vi: 'Khóa cơ quan kế thừa', en: 'Successor ids' },
      {
        vi: 'Các cơ quan kế thừa nhiệm vụ, cách nhau bằng «; »; trống khi không nêu.',
        en: 'Who took its tasks over, joined by "; "; null where none is stated.',
      },
      { nullable: true },
    ),
    ...recordColumns,
  ],
  navigations: [
    oneRow(
      'parent',
      'agencies',
      ['parent_id', 'id'],
      { vi: 'Cơ quan chủ quản', en: 'Parent row' },
      { nullable: true, partner: 'children' },
    ),
    manyRows('children', 'agencies', ['id', 'parent_id'], { vi: 'Các cơ quan trực thuộc', en: 'Children' }, 'parent'),
    { ...toProvince, nullable: true },
    toPublication,
  ],
};

/** The sets of the agencies subgraph. */
export const agenciesSets: readonly BiSet[] = [agencies];
