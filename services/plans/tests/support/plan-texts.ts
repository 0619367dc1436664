/** A task row of a plan written for the tests: number, content, product, lead, coordinator, due. */
export type TaskCells = readonly [string, string, string, string, string, string];

export interface PlanText {
  readonly number?: string;
  readonly province?: string;
  readonly year?: number;
  /** Clauses of the goals, one a line. */
  readonly goals?: readonly string[];
  readonly tasks?: readonly TaskCells[];
}

const HEADER = ['TT', 'Nội dung nhiệm vụ', 'Sản phẩm', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian hoàn thành'];
const PART = ['I. CẢI CÁCH THỂ CHẾ', '', '', '', '', ''];

/** Three tasks: due in March, due in June and in December, without a date. */
export const THREE_TASKS: readonly TaskCells[] = [
  ['1', 'Rà soát văn bản đã ban hành', 'Danh mục văn bản', 'Sở Tư pháp', 'Sở Nội vụ', 'Quý I/2019'],
  ['2', 'Đo lường mức độ hài lòng của người dân', 'Báo cáo khảo sát', 'Sở Nội vụ', 'UBND cấp huyện', 'Quý II/2019'],
  ['', '', 'Báo cáo đánh giá cuối năm', '', '', 'Quý IV/2019'],
  ['3', 'Tuyên truyền cải cách hành chính', 'Tin, bài', 'Sở Nội vụ', 'Các sở, ban, ngành', 'Thường xuyên'],
];

/** A reform plan as a province would send it, written for the tests. */
export function planText(plan: PlanText = {}): string {
  const { number = '12/KH-UBND', province = 'Kon Tum', year = 2019, tasks = THREE_TASKS } = plan;
  const goals = plan.goals ?? ['Mức độ hài lòng của người dân về giải quyết thủ tục hành chính đạt trên 85%.'];
  return [
    `ỦY BAN NHÂN DÂN TỈNH ${province.toUpperCase()}`,
    `Số: ${number}`,
    `${province}, ngày 05 tháng 01 năm ${year}`,
    'KẾ HOẠCH',
    `Cải cách hành chính tỉnh ${province} năm ${year}`,
    'Thực hiện Nghị quyết số 30c/NQ-CP ngày 08 tháng 11 năm 2011 của Chính phủ,',
    `Ủy ban nhân dân tỉnh ${province} ban hành Kế hoạch như sau:`,
    'I. MỤC TIÊU',
    '1. Mục tiêu cụ thể',
    ...goals.map((goal) => `- ${goal}`),
    'II. TỔ CHỨC THỰC HIỆN',
    '1. Các sở, ban, ngành định kỳ hằng quý báo cáo Ủy ban nhân dân tỉnh qua Sở Nội vụ trước ngày 15 của tháng cuối quý.',
    'TM. ỦY BAN NHÂN DÂN',
    'CHỦ TỊCH',
    'Trần Văn Mẫu',
    'PHỤ LỤC',
    [HEADER, PART, ...tasks].map((cells) => cells.join('\t')).join('\n'),
  ].join('\n');
}
