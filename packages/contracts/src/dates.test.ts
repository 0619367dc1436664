import { addDays, dayInVietnam, daysBetween, isIsoDate, referenceDayOfYear } from './dates';

describe('isIsoDate', () => {
  it.each(['2019-02-28', '2020-02-29', '0001-01-01', '9999-12-31'])('takes %s', (day) => {
    expect(isIsoDate(day)).toBe(true);
  });
  it.each(['2019-02-30', '2019-02-29', '0000-01-01', '2019-2-1', '2019-02-28T00:00', ''])('refuses %j', (day) => {
    expect(isIsoDate(day)).toBe(false);
  });
});

it('reads the clock in Hanoi: a new day begins seven hours before UTC', () => {
  expect(dayInVietnam(new Date('2025-06-30T16:59:59Z'))).toBe('2025-06-30');
  expect(dayInVietnam(new Date('2025-06-30T17:00:00Z'))).toBe('2025-07-01');
});

it('counts days over ends of months and leap years, there and back', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
  expect(referenceDayOfYear(2018)).toBe('2018-06-30');
});
