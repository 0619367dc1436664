import fc from 'fast-check';
import { sealedLedger } from '../../../tests/support/static-feed';
import { acceptEntries, checkHead, receivedOn, reportsOn } from './feed.rules';

const ledger = sealedLedger(
  'PLAN',
  Array.from({ length: 8 }, (_, place) => ({ recordedAt: `2026-01-01T00:00:00.00000${place}Z` })),
);

describe('acceptEntries', () => {
  it('completes the copy from any batch that begins at or before its end, however they overlap', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), fc.nat(8), (copied, begin, length) => {
        const from = Math.min(begin, copied);
        const end = copied === 0 ? null : (ledger[copied - 1] ?? null);
        const { entries, broken } = acceptEntries(ledger.slice(from, from + length), 'PLAN', end);
        expect(broken).toBeNull();
        expect(entries).toEqual(ledger.slice(copied, Math.max(copied, from + length)));
      }),
    );
  });

  it('takes the entries before a misfit and none from it on', () => {
    fc.assert(
      fc.property(fc.nat(7), (place) => {
        const forged = ledger.map((entry, each) => (each === place ? { ...entry, rowCount: 99 } : entry));
        const { entries, broken } = acceptEntries(forged, 'PLAN', null);
        expect(entries).toEqual(ledger.slice(0, place));
        expect(broken).toEqual({ sequence: place + 1, kind: 'HASH' });
      }),
    );
  });

  it('refuses entries of another data set', () => {
    expect(acceptEntries(ledger, 'SCORES', null)).toEqual({ entries: [], broken: { sequence: 1, kind: 'DATASET' } });
  });
});

describe('checkHead', () => {
  it('finds a ledger that was cut or rewritten, and passes over one that only grew', () => {
    const [, second, third] = ledger;
    expect(checkHead(second, second ?? null)).toBeNull();
    expect(checkHead(undefined, second ?? null)).toEqual({ sequence: 2, kind: 'HEAD' });
    expect(checkHead(third, second ?? null)).toEqual({ sequence: 2, kind: 'HEAD' });
    expect(checkHead(undefined, null)).toBeNull();
  });
});

describe('the days of an entry', () => {
  const recordedAt = '2021-03-21T17:30:00.000000Z';
  it('are those of Việt Nam, where the evening in UTC is the next morning', () => {
    expect(receivedOn({ recordedAt })).toBe('2021-03-22');
  });

  it.each([
    [{ reportedOn: '2021-03-15' }, '2021-03-15'],
    [{ reportedOn: '2021-02-30' }, '2021-03-22'],
    [{ reportedOn: 7 }, '2021-03-22'],
    [{}, '2021-03-22'],
    [null, '2021-03-22'],
    ['reportedOn', '2021-03-22'],
  ])('take what the scope %j says, else the day of receipt', (scope, expected) => {
    expect(reportsOn({ recordedAt, scope })).toBe(expected);
  });
});
