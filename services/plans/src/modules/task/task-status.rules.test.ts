import fc from 'fast-check';
import { earliestDeadline, taskStatus } from './task-status.rules';

const due = (to: string | null) => ({ to });

describe('the earliest deadline of a task', () => {
  it('is that of the product due first', () => {
    expect(
      earliestDeadline({ due: due('2019-12-31'), products: [{ due: due('2019-12-31') }, { due: due('2019-03-31') }] }),
    ).toBe('2019-03-31');
  });

  it('is that of the task where no product has a date', () => {
    expect(earliestDeadline({ due: due('2019-06-30'), products: [{ due: null }, { due: due(null) }] })).toBe(
      '2019-06-30',
    );
  });

  it('is missing where nothing has a date', () => {
    expect(earliestDeadline({ due: due(null), products: [] })).toBeNull();
    expect(earliestDeadline({ due: null, products: [{ due: null }] })).toBeNull();
  });
});

describe('the status of a task', () => {
  it('is overdue from the day after its deadline', () => {
    expect(taskStatus('2019-06-30', [], '2019-06-30')).toBe('NOT_STARTED');
    expect(taskStatus('2019-06-30', [], '2019-07-01')).toBe('OVERDUE');
  });

  it('is never overdue without a date', () => {
    expect(taskStatus(null, [], '2100-01-01')).toBe('NOT_STARTED');
  });

  it('is overdue though work has begun, and done once it was reported done', () => {
    const reports = [
      { reportedOn: '2019-05-01', status: 'IN_PROGRESS' as const },
      { reportedOn: '2019-08-01', status: 'DONE' as const },
    ];
    expect(taskStatus('2019-06-30', reports, '2019-05-01')).toBe('IN_PROGRESS');
    expect(taskStatus('2019-06-30', reports, '2019-07-31')).toBe('OVERDUE');
    expect(taskStatus('2019-06-30', reports, '2019-08-01')).toBe('DONE');
  });

  it('does not know what is reported later (any reports)', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((number) => `2019-05-${String(number).padStart(2, '0')}`);
    const report = fc.record({
      reportedOn: day,
      status: fc.constantFrom('NOT_STARTED', 'IN_PROGRESS', 'DONE', 'CANCELLED'),
    });
    fc.assert(
      fc.property(
        fc.option(day),
        fc.uniqueArray(report, { selector: ({ reportedOn }) => reportedOn }),
        day,
        (deadline, reports, asOf) => {
          const known = reports.filter(({ reportedOn }) => reportedOn <= asOf);
          expect(taskStatus(deadline, reports, asOf)).toBe(taskStatus(deadline, known, asOf));
          if (deadline === null) expect(taskStatus(deadline, reports, asOf)).not.toBe('OVERDUE');
        },
      ),
    );
  });
});
