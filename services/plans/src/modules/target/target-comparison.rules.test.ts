import { comparedProvinces, comparisonColumns } from './target-comparison.rules';

const target = (provinceId: string, value: number) => ({ provinceId, value });

describe('the columns of a target comparison', () => {
  it('stand in the order asked, empty where nothing was promised', () => {
    const columns = comparisonColumns(comparedProvinces(['46', '33', '08'], '2018-01-01', '2021-12-31'), [
      target('33@2004-01-01', 80),
      target('46@2004-01-01', 80),
    ]);
    expect(columns).toEqual([
      { provinceId: '46@2004-01-01', targets: [target('46@2004-01-01', 80)] },
      { provinceId: '33@2004-01-01', targets: [target('33@2004-01-01', 80)] },
      { provinceId: '08@2004-01-01', targets: [] },
    ]);
  });

  it('never mix two units that bore one code: the latest that promised something counts', () => {
    const provinces = comparedProvinces(['24'], null, null);
    const [bacGiang, bacNinh] = [target('24@2004-01-01', 80), target('24@2025-07-01', 90)];
    expect(comparisonColumns(provinces, [bacGiang, bacNinh])[0]?.targets).toEqual([bacNinh]);
    expect(comparisonColumns(provinces, [bacGiang])[0]).toEqual({ provinceId: '24@2004-01-01', targets: [bacGiang] });
    expect(comparisonColumns(provinces, [])[0]).toEqual({ provinceId: '24@2025-07-01', targets: [] });
  });
});
