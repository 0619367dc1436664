import fc from 'fast-check';
import { dueFromText, monthPeriod, quarterPeriod } from './due-from-text';

const context = { periodYear: 2019 };

describe('dueFromText', () => {
  it.each([
    ['Quý IV/2018', 'QUARTER', '2018-10-01', '2018-12-31'],
    ['Quý I/ 2018', 'QUARTER', '2018-01-01', '2018-03-31'],
    ['Quý III hoặc Quý IV năm 2018', 'QUARTER', '2018-07-01', '2018-12-31'],
    ['Quý II, IV/2018', 'QUARTER', '2018-04-01', '2018-12-31'],
    ['Quý 2/2020', 'QUARTER', '2020-04-01', '2020-06-30'],
    ['Quý II', 'QUARTER', '2019-04-01', '2019-06-30'],
    ['6 tháng đầu năm 2020', 'QUARTER', '2020-01-01', '2020-06-30'],
    ['01/2019', 'MONTH', '2019-01-01', '2019-01-31'],
    ['Tháng 12/2018', 'MONTH', '2018-12-01', '2018-12-31'],
    ['tháng 02 năm 2020', 'MONTH', '2020-02-01', '2020-02-29'],
    ['Tháng 6', 'MONTH', '2019-06-01', '2019-06-30'],
    ['Năm 2019', 'YEAR', '2019-01-01', '2019-12-31'],
    ['Cả năm', 'YEAR', '2019-01-01', '2019-12-31'],
    ['Năm 2021 - 2025', 'YEAR', '2021-01-01', '2025-12-31'],
    ['Trước ngày 30/6/2019', 'DATE', '2019-06-30', '2019-06-30'],
    ['ngày 15 tháng 11 năm 2019', 'DATE', '2019-11-15', '2019-11-15'],
  ])('reads %s', (text, kind, from, to) => {
    expect(dueFromText(text, context)).toMatchObject({ kind, from, to, text });
  });

  it.each([
    ['Hàng tháng/quý', 'RECURRING'],
    ['Hằng quý', 'RECURRING'],
    ['Thường xuyên', 'CONTINUOUS'],
    ['Thường xuyên trong năm 2019', 'CONTINUOUS'],
    ['Chuyển tiếp từ năm 2018', 'CARRIED_OVER'],
    ['Theo tiến độ của Trung ương', 'NONE'],
  ])('gives %s no dates', (text, kind) => {
    expect(dueFromText(text, context)).toMatchObject({ kind, from: null, to: null, periods: [] });
  });

  it('keeps a second manner beside a quarter', () => {
    const due = dueFromText('Quý I/2018 đối với Chương trình; thường xuyên', context);
    expect(due).toMatchObject({ kind: 'QUARTER', to: '2018-03-31', secondaryKind: 'CONTINUOUS' });
  });

  it('lists each of two quarters apart', () => {
    expect(dueFromText('Quý II, IV/2018', context).periods).toEqual([quarterPeriod(2018, 2), quarterPeriod(2018, 4)]);
  });

  it('does not invent a year where neither text nor plan names one', () => {
    expect(dueFromText('Quý II', { periodYear: null })).toMatchObject({ kind: 'NONE', from: null });
  });

  it('refuses a month that does not exist', () => {
    expect(dueFromText('13/2019', context).kind).not.toBe('MONTH');
  });

  it('reads back any month it is given', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const due = dueFromText(`Tháng ${month}/${year}`, { periodYear: null });
        expect(due.periods).toEqual([monthPeriod(year, month)]);
      }),
    );
  });

  it('spans any list of quarters from the first to the last day', () => {
    const quarters = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2099 }), quarters, (year, list) => {
        const labels = list.map((quarter) => ['I', 'II', 'III', 'IV'][quarter - 1]).join(', ');
        const due = dueFromText(`Quý ${labels}/${year}`, { periodYear: null });
        expect(due.from).toBe(quarterPeriod(year, Math.min(...list)).from);
        expect(due.to).toBe(quarterPeriod(year, Math.max(...list)).to);
      }),
    );
  });

  it('always closes what it opens: from never after to, both or neither', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const due = dueFromText(text, context);
        expect(due.from === null).toBe(due.to === null);
        expect((due.from ?? '') <= (due.to ?? '')).toBe(true);
      }),
    );
  });
});
