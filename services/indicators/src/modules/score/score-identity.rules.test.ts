import { parseScoreId } from './score-identity.rules';

describe('ids of scores', () => {
  it('name a row of a publication, or a derived value at an instant', () => {
    expect(parseScoreId('scores-17:62@2004-01-01:5.1')).toEqual({
      kind: 'STATED',
      key: { sequence: 17, provinceId: '62@2004-01-01', criterion: '5.1' },
    });
    expect(parseScoreId('derived:PAPI:2018:62@2004-01-01:TOTAL:2026-11-21T05:10:00.123456Z')).toEqual({
      kind: 'DERIVED',
      key: {
        index: 'PAPI',
        year: 2018,
        provinceId: '62@2004-01-01',
        criterion: 'TOTAL',
        recordedAt: '2026-11-21T05:10:00.123456Z',
      },
    });
  });

  it.each([
    [''],
    ['scores-17'],
    ['scores-99999999999999999:62@2004-01-01:1'],
    ['plan-1:62@2004-01-01:1'],
    ['derived:PAPI:2018:62:TOTAL:now'],
  ])('gives null for "%s"', (id) => {
    expect(parseScoreId(id)).toBeNull();
  });
});
