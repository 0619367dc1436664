import { canonicalAgencyName } from '@lientinh/agency-names';
import type { MetricDefinition, ReadPlanOptions } from '../../src';

/** The few metrics the plans written for these tests promise. */
const METRICS: readonly MetricDefinition[] = [
  { code: 'LEGAL_DOC_COMPLIANCE', unit: 'PERCENT', usualArea: 'INSTITUTIONS' },
  { code: 'LEGAL_DOC_REVIEW_SHARE', unit: 'PERCENT', usualArea: 'INSTITUTIONS' },
  { code: 'ONE_STOP_COVERAGE', unit: 'PERCENT', usualArea: 'PROCEDURES' },
  { code: 'ON_TIME_DOSSIER_SHARE', unit: 'PERCENT', usualArea: 'PROCEDURES' },
  { code: 'SATISFACTION_PROCEDURES', unit: 'PERCENT', usualArea: 'PROCEDURES' },
  { code: 'ONLINE_SERVICE_L3_L4_SHARE', unit: 'PERCENT', usualArea: 'DIGITAL_GOVERNMENT' },
  { code: 'ONLINE_SERVICE_L4_SHARE', unit: 'PERCENT', usualArea: 'DIGITAL_GOVERNMENT' },
  { code: 'ONLINE_WORK_FILE_SHARE', unit: 'PERCENT', usualArea: 'DIGITAL_GOVERNMENT' },
  { code: 'INSPECTION_COVERAGE', unit: 'PERCENT', usualArea: 'STEERING' },
  { code: 'ISO_UNIT_COUNT', unit: 'COUNT', usualArea: 'DIGITAL_GOVERNMENT' },
  { code: 'PAR_INDEX_RANK', unit: 'RANK', usualArea: 'STEERING' },
  { code: 'PAR_INDEX_RANK_GAIN', unit: 'RANK_STEP', usualArea: 'STEERING' },
  { code: 'PSU_REDUCTION_SHARE', unit: 'PERCENT', usualArea: 'ORGANISATION' },
  { code: 'STAFF_REDUCTION_SHARE', unit: 'PERCENT', usualArea: 'ORGANISATION' },
];

/** A directory that knows every name but those in `unknown`. */
export function optionsFor(unknown: readonly string[] = []): ReadPlanOptions {
  return {
    directory: {
      resolve: (name) => (unknown.includes(name) ? null : { agencyKey: canonicalAgencyName(name), officialName: null }),
    },
    provinces: { resolve: (name) => (name === 'Đắk Lắk' ? { code: '66', name } : null) },
    metrics: METRICS,
  };
}

/** A plan with head and foot around `body`; the first line of `body` is line 8. */
export function planWith(body: string, title = 'Cải cách hành chính tỉnh Đắk Lắk năm 2020'): string {
  return [
    'Số: 12/KH-UBND',
    'Đắk Lắk, ngày 05 tháng 01 năm 2020',
    'KẾ HOẠCH',
    title,
    'Căn cứ nhu cầu công việc, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:',
    'I. NHIỆM VỤ TRỌNG TÂM',
    '1. Nội dung chung',
    body,
    'TM. ỦY BAN NHÂN DÂN',
    'CHỦ TỊCH',
    'Trần Văn Mẫu',
  ].join('\n');
}

/** Rows of a task table under its usual header, cells given in order. */
export function taskTable(...rows: readonly (readonly string[])[]): string {
  const header = ['TT', 'Nội dung nhiệm vụ', 'Sản phẩm', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian hoàn thành'];
  return [header, ...rows].map((cells) => cells.join('\t')).join('\n');
}
