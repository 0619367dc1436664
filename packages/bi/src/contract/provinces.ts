import { PROVINCE_KINDS, REGIONS } from '@lientinh/contracts';
import type { BiSet } from './bi-contract';

/**
 * Units over time; in every database. Source: `packages/datasets` (GSO codes, resolutions of 2025). Rights limited to a province do not
 * narrow it: which units there are is no secret, and every other set leads to it.
 */
export const provinces: BiSet = {
  name: 'provinces',
  singular: 'province',
  owner: 'agencies',
  datasets: [],
  key: ['id'],
  searchable: true,
  provinceColumn: null,
  changeTracking: false,
  label: { vi: 'Tỉnh, thành phố', en: 'Provinces' },
  description: {
    vi: 'Mỗi dòng là một đơn vị trong một khoảng thời gian. Mã và tên được dùng lại khi sắp xếp năm 2025, nên khóa gồm mã và ngày đầu.',
    en: 'A row is a unit over one stretch of time. Codes and names were reused in the reorganisation of 2025, so the key is code and first day.',
  },
  columns: [
    {
      name: 'id',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Khóa tỉnh', en: 'Province id' },
      description: {
        vi: 'Mã và ngày đầu có hiệu lực, ví dụ 24@2004-01-01.',
        en: 'Code and first day in force: 24@2004-01-01.',
      },
    },
    {
      name: 'code',
      type: 'TEXT',
      nullable: false,
      maxLength: 2,
      label: { vi: 'Mã tỉnh', en: 'Province code' },
      description: {
        vi: 'Mã hai chữ số của Tổng cục Thống kê; chỉ có nghĩa cùng với một ngày.',
        en: 'Two-digit code of the General Statistics Office (GSO); means a unit only together with a day.',
      },
    },
    {
      name: 'slug',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Tên không dấu', en: 'Slug' },
      description: { vi: 'Tên viết liền không dấu.', en: 'The name without diacritics, joined by hyphens.' },
    },
    {
      name: 'name_vi',
      type: 'TEXT',
      nullable: false,
      collation: 'VIETNAMESE',
      label: { vi: 'Tên tỉnh', en: 'Province (Vietnamese)' },
      description: { vi: 'Tên tiếng Việt.', en: 'Vietnamese name.' },
    },
    {
      name: 'name_en',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Tên tỉnh (tiếng Anh)', en: 'Province' },
      description: { vi: 'Tên tiếng Anh.', en: 'English name.' },
    },
    {
      name: 'kind',
      type: 'TEXT',
      nullable: false,
      values: PROVINCE_KINDS,
      label: { vi: 'Loại đơn vị', en: 'Kind' },
      description: {
        vi: 'Tỉnh (PROVINCE) hay thành phố trực thuộc Trung ương (MUNICIPALITY).',
        en: 'A province, or a city run by the centre (MUNICIPALITY).',
      },
    },
    {
      name: 'region',
      type: 'TEXT',
      nullable: false,
      values: REGIONS,
      label: { vi: 'Vùng', en: 'Region' },
      description: {
        vi: 'Vùng kinh tế - xã hội (sáu vùng, theo phân loại đến ngày 30/6/2025).',
        en: 'Socio-economic region, of the six in force until 2025-06-30.',
      },
    },
    {
      name: 'valid_from',
      type: 'DATE',
      nullable: false,
      label: { vi: 'Có hiệu lực từ', en: 'Valid from' },
      description: { vi: 'Ngày đầu của đơn vị.', en: 'First day of the unit.' },
    },
    {
      name: 'valid_to',
      type: 'DATE',
      nullable: true,
      label: { vi: 'Có hiệu lực đến', en: 'Valid to' },
      description: { vi: 'Ngày cuối; trống khi còn hiệu lực.', en: 'Last day; null while in force.' },
    },
    {
      name: 'in_force',
      type: 'BOOLEAN',
      nullable: false,
      label: { vi: 'Còn hiệu lực', en: 'In force' },
      description: { vi: 'Đơn vị còn tồn tại.', en: 'Whether the unit still exists.' },
    },
    {
      name: 'successor_id',
      type: 'TEXT',
      nullable: true,
      label: { vi: 'Khóa đơn vị kế tiếp', en: 'Successor id' },
      description: {
        vi: 'Đơn vị mà nó nhập vào; trống khi còn hiệu lực.',
        en: 'The unit that it went into; null while in force.',
      },
    },
    {
      name: 'current_id',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Khóa đơn vị hiện nay', en: 'Current province id' },
      description: {
        vi: 'Đơn vị hiện nay mang địa bàn này: chính nó, hoặc đơn vị sau sáp nhập.',
        en: 'The unit of today that has its territory: itself, or the unit after the merger.',
      },
    },
    {
      name: 'current_code',
      type: 'TEXT',
      nullable: false,
      maxLength: 2,
      label: { vi: 'Mã tỉnh hiện nay', en: 'Current province code' },
      description: { vi: 'Mã của đơn vị hiện nay.', en: 'Code of the unit of today.' },
    },
    {
      name: 'current_name_vi',
      type: 'TEXT',
      nullable: false,
      collation: 'VIETNAMESE',
      label: { vi: 'Tên tỉnh hiện nay', en: 'Current province (Vietnamese)' },
      description: { vi: 'Tên tiếng Việt của đơn vị hiện nay.', en: 'Vietnamese name of the unit of today.' },
    },
    {
      name: 'current_name_en',
      type: 'TEXT',
      nullable: false,
      label: { vi: 'Tên tỉnh hiện nay (tiếng Anh)', en: 'Current province' },
      description: { vi: 'Tên tiếng Anh của đơn vị hiện nay.', en: 'English name of the unit of today.' },
    },
  ],
  navigations: [
    {
      name: 'successor',
      target: 'provinces',
      many: false,
      nullable: true,
      on: [{ from: 'successor_id', to: 'id' }],
      partner: 'predecessors',
      label: { vi: 'Đơn vị kế tiếp', en: 'Successor' },
    },
    {
      name: 'predecessors',
      target: 'provinces',
      many: true,
      nullable: false,
      on: [{ from: 'id', to: 'successor_id' }],
      partner: 'successor',
      label: { vi: 'Các đơn vị trước', en: 'Predecessors' },
    },
    {
      name: 'current',
      target: 'provinces',
      many: false,
      nullable: false,
      on: [{ from: 'current_id', to: 'id' }],
      label: { vi: 'Đơn vị hiện nay', en: 'Current unit' },
    },
  ],
};
