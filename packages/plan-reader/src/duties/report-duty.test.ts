import { dueOn, type ReportDueRule } from './report-duty';

const rule = (given: Partial<ReportDueRule>): ReportDueRule => ({
  before: true,
  day: null,
  month: null,
  monthOfQuarter: null,
  firstYear: null,
  ...given,
});

describe('dueOn', () => {
  it('gives a quarterly report four dates a year', () => {
    expect(dueOn({ recurrence: 'QUARTERLY', rule: rule({ day: 22, monthOfQuarter: 3 }) }, 2021)).toEqual([
      '2021-03-22',
      '2021-06-22',
      '2021-09-22',
      '2021-12-22',
    ]);
  });

  it('gives an annual report one date', () => {
    expect(dueOn({ recurrence: 'ANNUAL', rule: rule({ day: 15, month: 10 }) }, 2019)).toEqual(['2019-10-15']);
  });

  it('starts in the year printed', () => {
    const duty = { recurrence: 'ANNUAL' as const, rule: rule({ day: 20, month: 2, firstYear: 2020 }) };
    expect(dueOn(duty, 2019)).toEqual([]);
    expect(dueOn(duty, 2021)).toEqual(['2021-02-20']);
  });

  it('takes a month alone as its last day, in leap years too', () => {
    expect(dueOn({ recurrence: 'ANNUAL', rule: rule({ month: 2 }) }, 2020)).toEqual(['2020-02-29']);
  });

  it('takes a day the month does not have as its last day', () => {
    expect(dueOn({ recurrence: 'MONTHLY', rule: rule({ day: 31 }) }, 2021)[1]).toBe('2021-02-28');
  });

  it('gives no date where none is printed', () => {
    expect(dueOn({ recurrence: 'QUARTERLY', rule: null }, 2021)).toEqual([]);
  });
});
