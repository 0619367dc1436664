import { readPlan, type TaskReading } from '../src';
import { optionsFor, planWith, taskTable } from './support/options';

function tasksOf(...rows: readonly (readonly string[])[]): TaskReading[] {
  return [...readPlan(planWith(taskTable(...rows)), optionsFor()).tasks];
}

const names = (agencies: TaskReading['leads']) => agencies.map((agency) => agency.canonicalName);

describe('task tables', () => {
  it('reads number, part, agencies and due of a row', () => {
    const [task] = tasksOf(
      ['I. CẢI CÁCH THỂ CHẾ', '', '', '', '', ''],
      ['1', 'Rà soát văn bản', 'Kế hoạch rà soát', 'Sở Tư pháp', 'Các Sở: TT & TT, Nội vụ', 'Quý IV/2019'],
    );
    expect(task).toMatchObject({
      reference: 'I.1',
      number: '1',
      section: 'I',
      area: 'INSTITUTIONS',
      areaBasis: 'SECTION',
    });
    expect(task?.due).toMatchObject({ kind: 'QUARTER', from: '2019-10-01', to: '2019-12-31' });
    expect(names(task?.leads ?? [])).toEqual(['Sở Tư pháp']);
    expect(names(task?.coordinators ?? [])).toEqual(['Sở Thông tin và Truyền thông', 'Sở Nội vụ']);
    expect(task?.lines).toEqual({ from: 10, to: 10 });
  });

  it('keeps several products of one task, inheriting what a merged cell leaves blank', () => {
    const [task, ...others] = tasksOf(
      ['1', 'Xây dựng kế hoạch', 'Kế hoạch tuyên truyền', 'Sở Nội vụ', 'UBND cấp huyện', 'Quý I/2020'],
      ['', '', 'Báo cáo tuyên truyền', '', '', 'Quý IV/2020'],
      ['', '', 'Chuyên mục trên báo', 'Báo Đắk Lắk', '', ''],
    );
    expect(others).toEqual([]);
    expect(
      task?.products.map((product) => [product.name, names(product.leads), product.due?.to, product.dueInherited]),
    ).toEqual([
      ['Kế hoạch tuyên truyền', ['Sở Nội vụ'], '2020-03-31', false],
      ['Báo cáo tuyên truyền', ['Sở Nội vụ'], '2020-12-31', false],
      ['Chuyên mục trên báo', ['Báo Đắk Lắk'], '2020-12-31', true],
    ]);
    expect(task?.due).toMatchObject({ from: '2020-01-01', to: '2020-12-31' });
  });

  it('joins a row that a page break cut, and skips the repeated header', () => {
    const header = 'TT\tNội dung nhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành';
    const body = [
      taskTable(['2', 'Triển khai cơ sở dữ liệu', 'Kế hoạch', 'Sở Tư', 'Các cơ quan', 'Năm']),
      '',
      header,
      '\tđiện tử hộ tịch\t\tpháp\tliên quan\t2020',
    ].join('\n');
    const { tasks } = readPlan(planWith(body), optionsFor());
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).toMatchObject({
      content: 'Triển khai cơ sở dữ liệu điện tử hộ tịch',
      due: { text: 'Năm 2020' },
      lines: { from: 9, to: 12 },
    });
    expect(names(tasks[0]?.leads ?? [])).toEqual(['Sở Tư pháp']);
  });

  it('splits two tasks of one cell and gives the next row to the second', () => {
    const tasks = tasksOf(
      [
        '',
        '1. Rà soát bộ máy của tỉnh. 2. Quản lý biên chế chặt chẽ',
        'Các Quyết định',
        'UBND cấp huyện',
        'Sở Nội vụ',
        'Năm 2020',
      ],
      ['', '', 'Báo cáo kết quả', 'Sở Nội vụ', 'UBND cấp huyện', 'Quý II/2020'],
    );
    expect(tasks.map((task) => [task.number, task.products[0]?.name, names(task.leads)])).toEqual([
      ['1', 'Các Quyết định', ['Ủy ban nhân dân cấp huyện']],
      ['2', 'Báo cáo kết quả', ['Sở Nội vụ']],
    ]);
  });

  it('opens a new part where the numbers start again, and implies a number that was lost', () => {
    const reading = readPlan(
      planWith(
        taskTable(
          ['III. CẢI CÁCH THỦ TỤC HÀNH CHÍNH', '', '', '', '', ''],
          ['', '1. Công bố thủ tục', 'Quyết định', 'Sở Y tế', 'Sở Nội vụ', 'Năm 2020'],
          ['', '', 'Đề án tự chủ tài chính', 'Sở Tài chính', 'Sở Nội vụ', 'Quý I/2020'],
          ['', '2. Phân bổ ngân sách', 'Quyết định', 'Sở Tài chính', 'Sở Nội vụ', 'Năm 2020'],
        ).replace('1. Công bố thủ tục', '5. Công bố thủ tục'),
      ),
      optionsFor(),
    );
    expect(reading.tasks.map((task) => [task.reference, task.numberPrinted, task.area])).toEqual([
      ['III.5', true, 'PROCEDURES'],
      ['IV.1', false, 'PUBLIC_FINANCE'],
      ['IV.2', true, 'PUBLIC_FINANCE'],
    ]);
    expect(reading.findings.map((entry) => entry.code)).toContain('TASK_NUMBER_IMPLIED');
  });

  it('never makes an agency of a copied product, and reports the missing lead', () => {
    const reading = readPlan(
      planWith(
        taskTable([
          '7',
          'Truyền thông',
          'Kế hoạch truyền thông về kiểm soát thủ tục',
          'Kế hoạch truyền thông về kiểm soát',
          'Sở Nội vụ',
          'Quý I/2020',
        ]),
      ),
      optionsFor(),
    );
    expect(reading.tasks[0]?.leads).toEqual([]);
    expect(reading.findings.map((entry) => entry.code)).toEqual(
      expect.arrayContaining(['TABLE_CELL_UNREADABLE', 'TASK_LEAD_MISSING']),
    );
  });

  it('reports a due text without a date instead of guessing one', () => {
    const reading = readPlan(
      planWith(taskTable(['1', 'Sơ kết', 'Báo cáo', 'Sở Nội vụ', 'Sở Y tế', 'Sau khi có hướng dẫn'])),
      optionsFor(),
    );
    expect(reading.tasks[0]?.due?.from ?? null).toBeNull();
    expect(reading.findings.map((entry) => entry.code)).toContain('TASK_DUE_UNREADABLE');
  });

  it('reports a table without a header and reads nothing from it', () => {
    const reading = readPlan(
      planWith('1\tRà soát văn bản của tỉnh và của các cơ quan thuộc phạm vi quản lý\tSở Tư pháp\tNăm 2020'),
      optionsFor(),
    );
    expect(reading.tasks).toEqual([]);
    expect(reading.findings).toContainEqual(
      expect.objectContaining({ code: 'TABLE_WITHOUT_HEADER', lines: [{ from: 8, to: 8 }] }),
    );
  });

  it('names the agencies the directory could not settle', () => {
    const body = taskTable(['1', 'Sơ kết', 'Báo cáo', 'Sở Nội vụ', 'Đơn vị tư vấn', 'Năm 2020']);
    const reading = readPlan(planWith(body), optionsFor(['Đơn vị tư vấn']));
    expect(reading.tasks[0]?.coordinators).toMatchObject([{ printedName: 'Đơn vị tư vấn', agencyKey: null }]);
    expect(reading.findings).toContainEqual(
      expect.objectContaining({ code: 'AGENCY_UNRESOLVED', lines: [{ from: 9, to: 9 }] }),
    );
  });

  it('reads a table drawn with bars', () => {
    const rows = taskTable(['1', 'Sơ kết', 'Báo cáo', 'Sở Nội vụ', 'Sở Y tế', 'Năm 2020']).split('\n');
    const body = [rows[0], '-\t-\t-\t-\t-\t-', rows[1]]
      .map((row) => `| ${(row ?? '').replaceAll('\t', ' | ')} |`)
      .join('\n');
    expect(readPlan(planWith(body), optionsFor()).tasks).toMatchObject([
      { number: '1', content: 'Sơ kết', lines: { from: 10, to: 10 } },
    ]);
  });
});
