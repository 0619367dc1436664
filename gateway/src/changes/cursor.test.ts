import fc from 'fast-check';
import { DATASETS, type Dataset } from '@lientinh/contracts';
import { advanceCursor, formatCursor, parseCursor, type ChangeCursor } from './cursor';

const cursors: fc.Arbitrary<ChangeCursor> = fc
  .dictionary(fc.constantFrom<Dataset>(...DATASETS), fc.integer({ min: 1, max: 10 ** 15 - 1 }))
  .map((cursor) => cursor as ChangeCursor);

describe('a cursor of the change feed', () => {
  it('is the same after it was written and read', () => {
    fc.assert(fc.property(cursors, (cursor) => expect(parseCursor(formatCursor(cursor))).toEqual({ ...cursor })));
  });

  it('reads the beginning from nothing and from 0', () => {
    expect(parseCursor('')).toEqual({});
    expect(parseCursor('0')).toEqual({});
    expect(formatCursor({})).toBe('0');
  });

  it('is the same text in whatever order entries of different data sets came', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom<Dataset>(...DATASETS), fc.integer({ min: 1, max: 99 })));
    fc.assert(
      fc.property(steps, (entries) => {
        const forwards = entries.reduce((cursor, [dataset, sequence]) => advanceCursor(cursor, dataset, sequence), {});
        const backwards = entries.reduceRight(
          (cursor, [dataset, sequence]) => advanceCursor(cursor, dataset, sequence),
          {},
        );
        expect(formatCursor(forwards)).toBe(formatCursor(backwards));
      }),
    );
  });

  it.each([
    'SCORES',
    'SCORES:',
    'SCORES:x',
    'SCORES:-1',
    'scores:1',
    'SALARIES:1',
    'SCORES:1,',
    'SCORES:1,SCORES:2',
    'SCORES:1234567890123456',
  ])('refuses %s', (text) => expect(parseCursor(text)).toBeUndefined());

  it('never throws for any text', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseCursor(text)));
  });
});
