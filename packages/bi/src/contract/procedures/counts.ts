import type { BiColumn } from '../bi-contract';
import { column } from './columns';

/** The eight counts of dossiers; INTEGER in a statistic, BIGINT in sums. */
export const countColumns = (type: 'INTEGER' | 'BIGINT'): readonly BiColumn[] => [
  column('received', type, ['Tiếp nhận', 'Received'], ['Số hồ sơ tiếp nhận.', 'Dossiers received.']),
  column(
    'received_online',
    type,
    ['Tiếp nhận trực tuyến', 'Received online'],
    ['Số hồ sơ nộp trực tuyến, trong số tiếp nhận.', 'Dossiers filed online, of those received.'],
  ),
  column(
    'received_postal',
    type,
    ['Tiếp nhận qua bưu chính', 'Received by post'],
    ['Số hồ sơ nộp qua bưu chính công ích.', 'Dossiers filed by public post, of those received.'],
  ),
  column('resolved', type, ['Đã giải quyết', 'Resolved'], ['Số hồ sơ đã giải quyết.', 'Dossiers settled.']),
  column(
    'on_time',
    type,
    ['Đúng hạn', 'On time'],
    ['Số hồ sơ giải quyết trước và đúng hạn.', 'Dossiers settled in time or before.'],
  ),
  column(
    'overdue',
    type,
    ['Quá hạn', 'Overdue'],
    ['Số hồ sơ giải quyết quá hạn.', 'Dossiers settled after the time limit.'],
  ),
  column(
    'paid_online',
    type,
    ['Thanh toán trực tuyến', 'Paid online'],
    ['Số hồ sơ nộp phí, lệ phí trực tuyến.', 'Dossiers whose fees were paid online.'],
  ),
  column(
    'results_digitised',
    type,
    ['Kết quả được số hóa', 'Results digitised'],
    ['Số kết quả giải quyết được số hóa.', 'Results that were digitised.'],
  ),
];

/**
 * A part of 1 in nine digits after the point; null when its denominator is 0. One digit before the point, or more where nothing holds the
 * part at or below the whole.
 */
export function shareColumn(name: string, label: readonly [string, string], formula: string, precision = 10): BiColumn {
  return column(
    name,
    'DECIMAL',
    label,
    [
      `${formula}, phần của 1, làm tròn đến 9 chữ số; trống khi mẫu số bằng 0. Không cộng hay lấy trung bình: tính lại từ các số đếm.`,
      `${formula}, a part of 1 rounded to 9 digits; null when the denominator is 0. Not to be summed or averaged: divide the sums of the counts.`,
    ],
    { nullable: true, precision, scale: 9 },
  );
}

export const onTimeShare = shareColumn('on_time_share', ['Tỷ lệ đúng hạn', 'On-time share'], 'on_time / resolved');
export const onlineShare = shareColumn(
  'online_share',
  ['Tỷ lệ trực tuyến', 'Online share'],
  'received_online / received',
);
