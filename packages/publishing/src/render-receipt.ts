import type { BilingualText, Dataset, Language } from '@lientinh/contracts';
import { inLanguage } from '@lientinh/contracts';
import { canonicalJson } from './canonical-json';
import type { ReceiptPayload } from './receipts';

const DATASET_NAMES: Readonly<Record<Dataset, BilingualText>> = {
  AGENCIES: { vi: 'Cơ quan, đơn vị', en: 'Agencies' },
  SCORES: { vi: 'Điểm chỉ số', en: 'Index scores' },
  PLAN: { vi: 'Kế hoạch cải cách hành chính', en: 'Reform plan' },
  TASK_PROGRESS: { vi: 'Tiến độ nhiệm vụ', en: 'Task progress' },
  PROCEDURES: { vi: 'Thủ tục hành chính', en: 'Administrative procedures' },
  DOSSIER_STATISTICS: { vi: 'Thống kê hồ sơ', en: 'Dossier statistics' },
};

const VIETNAM_TIME = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const ENGLISH_TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'long',
  timeStyle: 'medium',
});

/** A receipt for a clerk: lines of text with the times of Vietnam (UTC+7), in Vietnamese or English. */
export function renderReceipt(payload: ReceiptPayload, language: Language): string {
  const say = (vi: string, en: string): string => (language === 'EN' ? en : vi);
  const recordedAt = new Date(payload.recordedAt);
  const time = language === 'EN' ? ENGLISH_TIME.format(recordedAt) : VIETNAM_TIME.format(recordedAt);
  const saltLine = (salt: string): [string, string] => [say('Muối (giữ kín)', 'Salt (keep secret)'), salt];
  const lines: [string, string][] = [
    [say('Lần công bố', 'Publication'), payload.publication],
    [say('Bộ dữ liệu', 'Data set'), inLanguage(DATASET_NAMES[payload.dataset], language)],
    [say('Bên công bố', 'Publisher'), payload.publisher],
    [say('Địa phương', 'Province'), payload.province ?? say('cả nước', 'the whole country')],
    [say('Phạm vi', 'Scope'), canonicalJson(payload.sent?.scope ?? payload.scope)],
    [say('Số dòng', 'Rows'), String(payload.rowCount)],
    [say('Ghi nhận lúc', 'Recorded at'), `${time} (UTC+7), ${payload.recordedAt}`],
    [say('Thay thế', 'Supersedes'), payload.supersedes.join(', ') || say('không', 'nothing')],
    [say('Khóa chống lặp', 'Idempotency key'), payload.sent?.idempotencyKey ?? payload.idempotencyKey],
    [say('Mã băm nội dung', 'Content hash'), payload.contentHash],
    ...(payload.contentSalt === undefined ? [] : [saltLine(payload.contentSalt)]),
    [say('Mục sổ cái', 'Ledger entry'), `${payload.ledger.sequence}, ${payload.ledger.hash}`],
    [say('Mục trước', 'Entry before'), payload.ledger.previousHash],
  ];
  const width = Math.max(...lines.map(([label]) => label.length));
  return [
    say('BIÊN NHẬN CÔNG BỐ DỮ LIỆU', 'RECEIPT OF A PUBLICATION'),
    ...lines.map(([label, value]) => `${label.padEnd(width)}  ${value}`),
    '',
  ].join('\n');
}
