import { nearestCodes } from './nearest-codes.rules';

describe('the codes written most like another', () => {
  it('stand first, without regard to case', () => {
    expect(nearestCodes('total', ['1', '1.1', 'TOTAL'], 1)).toEqual(['TOTAL']);
    expect(nearestCodes('5.5', ['1', '5', '5.1', '5.3', '8'], 3)).toEqual(['5.1', '5.3', '5']);
  });

  it('are found for any text, however long', () => {
    expect(nearestCodes('x'.repeat(100_000), ['1', '2'])).toEqual(['1', '2']);
    expect(nearestCodes('', [])).toEqual([]);
  });
});
