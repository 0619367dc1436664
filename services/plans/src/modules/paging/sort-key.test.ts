import { encodeCursor } from '@lientinh/subgraph';
import { sortKeyAfter } from './sort-key';

describe('the sort key of a cursor', () => {
  it('comes back as it went in', () => {
    expect(sortKeyAfter(encodeCursor([0.5, '2019-12-31', 'plan-1']), ['rank', 'date', 'text'])).toEqual([
      0.5,
      '2019-12-31',
      'plan-1',
    ]);
    expect(sortKeyAfter(null, ['rank'])).toBeNull();
  });

  it.each([
    [['a', '2019-12-31', 'plan-1']],
    [[0, '2019-02-30', 'plan-1']],
    [[0, '2019-12-31', 'plan-\0']],
    [[0, '2019-12-31']],
    [[1e300, '2019-12-31', 'plan-1']],
  ])('is refused when it is none of the field (%j)', (key) => {
    expect(() => sortKeyAfter(encodeCursor(key), ['rank', 'date', 'text'])).toThrow(
      expect.objectContaining({ code: 'CURSOR_INVALID' }),
    );
  });
});
