import { criterionByCode, criterionByName, criterionKey } from './criterion-match.rules';

describe('finding the criterion that a plan names', () => {
  it('takes the same name without regard to case and diacritics', () => {
    expect(criterionByName('PAPI', 2019, 'DIMENSION', 'THAM GIA CUA NGUOI DAN O CAP CO SO')?.code).toBe('1');
  });

  it('takes the only name that begins with the words printed', () => {
    expect(criterionByName('PAPI', 2019, 'DIMENSION', 'Công khai, minh bạch')?.code).toBe('2');
    expect(criterionByName('PAPI', 2019, 'CRITERION', 'Công khai, minh bạch danh sách')?.code).toBe('2.2');
  });

  it('forgives a word', () => {
    expect(criterionByName('PAPI', 2019, 'DIMENSION', 'Trách nhiệm giải trình của người dân')?.code).toBe('3');
  });

  it('says nothing where several are as good, and for words of no criterion', () => {
    expect(criterionByName('PAPI', 2019, 'CRITERION', 'Công khai, minh bạch')).toBeNull();
    expect(criterionByName('PAPI', 2019, 'DIMENSION', 'Nuôi trồng thủy sản')).toBeNull();
    expect(criterionByName('PAPI', 2019, 'DIMENSION', ' ')).toBeNull();
  });

  it('knows codes in the framework of the year only', () => {
    expect(criterionByCode('PAPI', 2019, '7')).not.toBeNull();
    expect(criterionByCode('PAPI', 2012, '7')).toBeNull();
    expect(criterionByCode('PAPI', 1999, '1')).toBeNull();
  });

  it('gives the key under which the index keeps a criterion', () => {
    expect(criterionKey('PAPI', 2012, '1')).toBe('PAPI:2011:1');
    expect(criterionKey('PAPI', 1999, '1')).toBeNull();
  });
});
