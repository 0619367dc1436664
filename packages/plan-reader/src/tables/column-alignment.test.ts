import { alignRow } from './column-alignment';
import type { ColumnRole } from './table-row';

const COLUMNS: readonly ColumnRole[] = ['GROUP', 'CONTENT', 'PRODUCT', 'LEAD', 'COORDINATOR', 'DUE', 'NOTE'];

function aligned(cells: readonly string[]): Partial<Record<ColumnRole, string>> {
  const { byColumn } = alignRow(cells, COLUMNS);
  return Object.fromEntries(
    COLUMNS.flatMap((role, column) => {
      const cell = byColumn[column];
      return cell === null || cell === undefined ? [] : [[role, cells[cell]]];
    }),
  );
}

const WHOLE = {
  CONTENT: '2. Rà soát quy trình',
  PRODUCT: 'Báo cáo rà soát',
  LEAD: 'Sở Tư pháp',
  COORDINATOR: 'UBND cấp huyện',
  DUE: 'Quý I/2018',
};

describe('alignRow', () => {
  it('leaves a row as printed where every cell fits its column', () => {
    const cells = ['', ...Object.values(WHOLE), ''];
    expect(aligned(cells)).toEqual(WHOLE);
    expect(alignRow(cells, COLUMNS).shifted).toBe(false);
  });

  it('puts a row right that slid to the left', () => {
    expect(aligned(Object.values(WHOLE))).toEqual(WHOLE);
    expect(alignRow(Object.values(WHOLE), COLUMNS).shifted).toBe(true);
  });

  it('puts a row right that slid to the right behind its part heading', () => {
    const { DUE, ...withoutDue } = WHOLE;
    expect(DUE).toBeDefined();
    expect(aligned(['', 'II. Cải cách thể chế', ...Object.values(withoutDue)])).toEqual({
      GROUP: 'II. Cải cách thể chế',
      ...withoutDue,
    });
  });

  it('puts a row right that lost its product', () => {
    expect(aligned(['', '3. Tổ chức đối thoại', 'Sở Nội vụ', 'Các cơ quan liên quan', '', 'Năm 2018'])).toEqual({
      CONTENT: '3. Tổ chức đối thoại',
      LEAD: 'Sở Nội vụ',
      COORDINATOR: 'Các cơ quan liên quan',
      DUE: 'Năm 2018',
    });
  });

  it('finds the product of a row whose content is blank', () => {
    expect(aligned(['', 'Báo cáo kết quả', 'Sở Nội vụ', 'UBND cấp huyện', 'Năm 2018', ''])).toEqual({
      PRODUCT: 'Báo cáo kết quả',
      LEAD: 'Sở Nội vụ',
      COORDINATOR: 'UBND cấp huyện',
      DUE: 'Năm 2018',
    });
  });

  it('drops a cell that copies another and leaves the lead empty', () => {
    const cells = [
      '',
      '7. Truyền thông',
      'Kế hoạch truyền thông về kiểm soát thủ tục năm 2018',
      'Kế hoạch truyền thông về kiểm soát',
      'Văn phòng UBND tỉnh',
      'Quý I/2018',
    ];
    expect(aligned(cells)).not.toHaveProperty('LEAD');
    expect(aligned(cells).COORDINATOR).toBe('Văn phòng UBND tỉnh');
    expect(alignRow(cells, COLUMNS).dropped).toEqual([3]);
  });
});
