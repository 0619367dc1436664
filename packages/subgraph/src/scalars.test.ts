import { CalendarDate, Instant } from './scalars';

it.each(['2019-06-30T08:00:00+07:00', '2019-06-30T01:00Z', '2019-06-30T01:00:00.123456Z', '0001-01-01T00:00:00Z'])(
  'takes the instant %s as it is written',
  (text) => {
    expect(Instant.parseValue(text)).toBe(text);
  },
);

it.each([
  '2019-06-30',
  '2019-06-30T08:00:00',
  '2019-02-30T25:00:00Z',
  '0000-01-01T00:00:00Z',
  '2019-06-30T08:00:00+16:00',
  7,
])('refuses %j, which names no instant or none that the database knows', (value) => {
  expect(() => Instant.parseValue(value)).toThrow(/must be an instant/);
});

it.each(['2019-02-30', '0000-01-01', 20190101])('refuses %j as a day', (value) => {
  expect(() => CalendarDate.parseValue(value)).toThrow(/must be an existing day/);
});
