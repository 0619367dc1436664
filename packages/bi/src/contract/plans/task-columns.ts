import type { BiColumn } from '../bi-contract';
import { codeColumn, dayColumn, wholeColumn, wordsColumn } from '../column-kinds';
import { DUE_KINDS, REPORTED_STATUSES } from './vocabulary';

/** Who does a task, and what it yields. */
export const agencyColumns: readonly BiColumn[] = [
  wordsColumn(
    'lead_names',
    { vi: 'Cơ quan chủ trì', en: 'Leads' },
    {
      vi: 'Tên như in, cách nhau bằng «; »; trống khi không nêu. Từng cơ quan: tập TaskAgencies.',
      en: 'Names as printed, joined by "; "; null where none is named. One by one: the set TaskAgencies.',
    },
    { nullable: true },
  ),
  codeColumn(
    'lead_agency_id',
    { vi: 'Khóa cơ quan chủ trì', en: 'Lead agency id' },
    {
      vi: 'Cơ quan chủ trì đầu tiên tìm được trong danh mục (tập Agencies); trống khi không tên nào tìm được.',
      en: 'The first leading agency that was found in the directory (set Agencies); null where no name was.',
    },
    { nullable: true },
  ),
  wordsColumn(
    'coordinator_names',
    { vi: 'Cơ quan phối hợp', en: 'Coordinators' },
    {
      vi: 'Tên như in, cách nhau bằng «; »; trống khi không nêu.',
      en: 'Names as printed, joined by "; "; null where none is named.',
    },
    { nullable: true },
  ),
  wordsColumn(
    'product_names',
    { vi: 'Sản phẩm', en: 'Products' },
    {
      vi: 'Các sản phẩm như in, cách nhau bằng «; »; trống khi không nêu.',
      en: 'What it yields, as printed, joined by "; "; null where nothing is named.',
    },
    { nullable: true },
  ),
  wholeColumn(
    'product_count',
    { vi: 'Số sản phẩm', en: 'Product count' },
    { vi: 'Số sản phẩm của nhiệm vụ.', en: 'How many products it yields.' },
  ),
];

/** When a task is due. */
export const dueColumns: readonly BiColumn[] = [
  codeColumn(
    'due_kind',
    { vi: 'Loại thời hạn', en: 'Due kind' },
    {
      vi: 'Thời hạn nêu thế nào; RECURRING, CONTINUOUS, CARRIED_OVER và NONE không có ngày.',
      en: 'How it is stated; RECURRING, CONTINUOUS, CARRIED_OVER and NONE have no date.',
    },
    { values: DUE_KINDS },
  ),
  wordsColumn(
    'due_text',
    { vi: 'Thời hạn như in', en: 'Due text' },
    { vi: 'Như in; rỗng khi không in.', en: 'As printed; empty where nothing is.' },
  ),
  dayColumn(
    'due_from',
    { vi: 'Thời hạn từ', en: 'Due from' },
    { vi: 'Ngày đầu của thời hạn; trống khi không có ngày.', en: 'First day; null without a date.' },
    { nullable: true },
  ),
  dayColumn(
    'due_to',
    { vi: 'Thời hạn đến', en: 'Due to' },
    { vi: 'Ngày cuối của thời hạn; trống khi không có ngày.', en: 'Last day; null without a date.' },
    { nullable: true },
  ),
  dayColumn(
    'earliest_deadline',
    { vi: 'Hạn sớm nhất', en: 'Earliest deadline' },
    {
      vi: 'Ngày cuối của sản phẩm đến hạn trước nhất; trống khi không có ngày. Vào ngày D, nhiệm vụ quá hạn khi hạn này trước D và tình trạng báo cáo không phải DONE hay CANCELLED.',
      en: 'Last day of the product due first; null without a date. On a day D the task is OVERDUE where this is before D and the reported status is neither DONE nor CANCELLED.',
    },
    { nullable: true },
  ),
];

/** What was reported of a task for the latest day. */
export const progressColumns: readonly BiColumn[] = [
  codeColumn(
    'reported_status',
    { vi: 'Tình trạng báo cáo', en: 'Reported status' },
    {
      vi: 'Như báo cáo cho ngày gần nhất; trống khi chưa báo cáo. OVERDUE được tính (xem hạn sớm nhất), không bao giờ được báo cáo.',
      en: 'As reported for the latest day; null before any report. OVERDUE is computed (see the earliest deadline), never reported.',
    },
    { nullable: true, values: REPORTED_STATUSES },
  ),
  wholeColumn(
    'reported_percent',
    { vi: 'Phần trăm hoàn thành', en: 'Reported percent' },
    {
      vi: 'Phần trăm, 0 đến 100, như báo cáo; trống khi không báo cáo.',
      en: 'Percent done, 0 to 100, as reported; null where none was.',
    },
    { nullable: true },
  ),
  dayColumn(
    'reported_on',
    { vi: 'Ngày báo cáo', en: 'Reported on' },
    { vi: 'Ngày mà báo cáo nói về; trống khi chưa báo cáo.', en: 'The day that the report is about; null before any.' },
    { nullable: true },
  ),
  wordsColumn(
    'reported_note',
    { vi: 'Ghi chú tiến độ', en: 'Reported note' },
    { vi: 'Ghi chú của báo cáo; trống khi không có.', en: 'Remark of the report; null where none.' },
    { nullable: true },
  ),
  codeColumn(
    'progress_publication_id',
    { vi: 'Khóa lần báo cáo', en: 'Progress publication id' },
    { vi: 'Lần công bố nêu tiến độ; trống khi chưa báo cáo.', en: 'The publication that states it; null before any.' },
    { nullable: true },
  ),
];
