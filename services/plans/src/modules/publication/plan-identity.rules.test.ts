import fc from 'fast-check';
import { partIds, planIdentity, planIdOf, taskIdentity, type IdentifiedPlan } from './plan-identity.rules';

const plan: IdentifiedPlan = {
  provinceId: '46@2004-01-01',
  number: '105/KH-UBND',
  approvingNumber: null,
  kind: 'ANNUAL_REFORM_PLAN',
  title: 'Kế hoạch cải cách hành chính',
  periodFrom: '2018-01-01',
  periodTo: '2018-12-31',
};

describe('the identity of a plan', () => {
  it('is its number in its province and year, whatever the title', () => {
    expect(planIdentity({ ...plan, title: 'Tên khác', number: '105/kh-ubnd ' })).toBe(planIdentity(plan));
    expect(planIdentity({ ...plan, provinceId: '62@2004-01-01' })).not.toBe(planIdentity(plan));
    expect(planIdentity({ ...plan, periodFrom: '2019-01-01' })).not.toBe(planIdentity(plan));
  });

  it('is the number of the approving decision where the plan has none', () => {
    const approved = { ...plan, number: null, approvingNumber: '2847/QĐ-UBND' };
    expect(planIdentity({ ...approved, title: 'Tên khác' })).toBe(planIdentity(approved));
  });

  it('is kind, period and title, without regard to diacritics, where there is no number', () => {
    const unnumbered = { ...plan, number: null };
    expect(planIdentity({ ...unnumbered, title: 'KE HOACH CAI CACH HANH CHINH' })).toBe(planIdentity(unnumbered));
    expect(planIdentity({ ...unnumbered, title: 'Kế hoạch khác' })).not.toBe(planIdentity(unnumbered));
    expect(planIdentity({ ...unnumbered, kind: 'PERIOD_PLAN' })).not.toBe(planIdentity(unnumbered));
  });
});

describe('the ids of the parts of a plan', () => {
  const ids = (tasks: readonly (readonly [string | null, string])[]): string[] =>
    partIds('task', planIdOf('x'), tasks, ([number, content]) => taskIdentity({ number, content }));

  it('are kept when other parts come and go', () => {
    const [first, second] = ids([
      ['1', 'Rà soát văn bản'],
      ['2', 'Kiểm tra công vụ'],
    ]);
    expect(
      ids([
        ['0', 'Việc mới'],
        ['2', 'Kiem tra cong vu'],
        ['1', 'Rà soát văn bản'],
      ]).slice(1),
    ).toEqual([second, first]);
  });

  it('change with the number and with the content', () => {
    const [id] = ids([['1', 'Rà soát văn bản']]);
    expect(ids([['2', 'Rà soát văn bản']])[0]).not.toBe(id);
    expect(ids([['1', 'Rà soát thủ tục']])[0]).not.toBe(id);
  });

  it('are all different, for equal parts too (any list)', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.option(fc.constantFrom('1', '2')), fc.constantFrom('a', 'b', 'c'))), (tasks) => {
        expect(new Set(ids(tasks)).size).toBe(tasks.length);
      }),
    );
  });
});
