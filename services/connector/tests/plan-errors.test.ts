import { CodedError } from '@lientinh/errors';
import { EVERYTHING, planOf, WHOLE } from './support/plan-database';

function failureOf(work: () => unknown): CodedError {
  try {
    work();
  } catch (error) {
    if (error instanceof CodedError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** Lambdas in lambdas, so many deep. */
const within = (depth: number, of = 'Children'): string =>
  depth === 0 ? 'true' : `${of}/any(v${depth}:${within(depth - 1, `v${depth}/Children`)})`;

describe('planResource refuses, with the place and what there is,', () => {
  it.each([
    ['Fact', 'ODATA_RESOURCE_NOT_FOUND', { name: 'Fact', option: 'path', at: 0, nearest: ['Facts'] }],
    [`Facts('1')/Valeu`, 'ODATA_RESOURCE_NOT_FOUND', { name: 'Valeu', nearest: ['Value'] }],
    [`Facts('1')/Value/Unit`, 'ODATA_RESOURCE_NOT_FOUND', { name: 'Unit' }],
    [`Facts/Unit('1')`, 'ODATA_RESOURCE_NOT_FOUND', { name: 'Unit' }],
    [`Facts('1')/$count`, 'ODATA_RESOURCE_NOT_FOUND', { name: '$count' }],
    [`Goals('1')`, 'ODATA_WRONG_KEY', { set: 'Goals', expected: 'Goals(Name=…,Year=…)' }],
    [`Goals(Name='1',Yeer=2)`, 'ODATA_WRONG_KEY', { set: 'Goals' }],
    ['Facts(1)', 'ODATA_WRONG_TYPE', { what: 'Id', types: ['Edm.Int32'], expected: 'Edm.String' }],
    ['Facts?$filter=Valu gt 1', 'ODATA_UNKNOWN_NAME', { option: '$filter', at: 0, name: 'Valu', nearest: ['Value'] }],
    ['Facts?$filter=1 lt Unit/Nam', 'ODATA_UNKNOWN_NAME', { option: '$filter', at: 5, name: 'Nam', of: 'Units' }],
    [`Facts?$orderby=Id,Lebel`, 'ODATA_UNKNOWN_NAME', { option: '$orderby', at: 3, nearest: ['Level'] }],
    [`Facts?$select=Id,Nmae`, 'ODATA_UNKNOWN_NAME', { option: '$select', name: 'Nmae', nearest: ['Name'] }],
    [`Facts?$expand=Units`, 'ODATA_UNKNOWN_NAME', { option: '$expand', name: 'Units', nearest: ['Unit'] }],
    [
      `Units?$expand=Facts($filter=Vlue eq 1)`,
      'ODATA_UNKNOWN_NAME',
      { option: '$filter', of: 'Facts', nearest: ['Value'] },
    ],
    [`Facts?$apply=groupby((Yaer))`, 'ODATA_UNKNOWN_NAME', { option: '$apply', name: 'Yaer', nearest: ['Year'] }],
    [`Facts?$apply=groupby((Year))&$filter=Level eq 1`, 'ODATA_UNKNOWN_NAME', { of: '$apply(Facts)', name: 'Level' }],
    [`Facts?$filter=Name eq 5`, 'ODATA_WRONG_TYPE', { what: 'eq', types: ['Edm.String', 'Edm.Int32'], at: 5 }],
    [`Facts?$filter=Day eq '2020-01-01'`, 'ODATA_WRONG_TYPE', { expected: 'Edm.Date (2025-07-01)' }],
    [`Facts?$filter=Name and Flag`, 'ODATA_WRONG_TYPE', { what: 'and', types: ['Edm.String'] }],
    [`Facts?$filter=Level`, 'ODATA_WRONG_TYPE', { what: '$filter', types: ['Edm.Int32'] }],
    [`Facts?$filter=Name add 1 eq 2`, 'ODATA_WRONG_TYPE', { what: 'add', types: ['Edm.String', 'Edm.Int32'] }],
    [`Facts?$filter=Level in ('a')`, 'ODATA_WRONG_TYPE', { what: 'in' }],
    [`Facts?$apply=aggregate(Name with sum as S)`, 'ODATA_WRONG_TYPE', { types: ['Edm.String'] }],
    [
      `Facts?$filter=length(Level) eq 1`,
      'ODATA_UNKNOWN_FUNCTION',
      { name: 'length', signatures: ['length(Edm.String)'] },
    ],
    [`Facts?$filter=cast(Day,Edm.Guid) eq null`, 'ODATA_UNKNOWN_FUNCTION', { name: 'cast' }],
    [`Units?$filter=Facts/Value gt 1`, 'ODATA_WRONG_PATH', { path: 'Facts/Value', at: 0 }],
    [`Facts?$filter=Unit eq 'a'`, 'ODATA_WRONG_PATH', { path: 'Unit' }],
    [`Facts?$filter=Unit/any(u:u/Size gt 1)`, 'ODATA_WRONG_PATH', { path: 'Unit' }],
    [`Facts?$select=Unit/Name`, 'ODATA_WRONG_PATH', { option: '$select', path: 'Unit/Name' }],
    [`Facts?$compute=Level add 1 as Name`, 'ODATA_NAME_TAKEN', { name: 'Name', option: '$compute' }],
    [`Facts?$apply=groupby((Year),aggregate($count as Year))`, 'ODATA_NAME_TAKEN', { name: 'Year' }],
    [`Facts?$expand=Unit($filter=Size gt 1)`, 'ODATA_OPTION_NOT_APPLICABLE', { option: '$filter' }],
    [`Units?$search=a`, 'ODATA_OPTION_NOT_APPLICABLE', { option: '$search' }],
    [`Facts('1')?$filter=true`, 'ODATA_OPTION_NOT_APPLICABLE', { option: '$filter' }],
    [`Deletions?$orderby=DeletedAt`, 'ODATA_OPTION_NOT_APPLICABLE', { option: '$orderby' }],
    [`Facts?$apply=groupby((Year),filter(Level gt 1))`, 'ODATA_NOT_SUPPORTED', { option: '$apply' }],
    [`Units?$expand=Children($levels=9)`, 'ODATA_PLAN_TOO_LARGE', { limit: 6 }],
    [`Units?$filter=${within(3)}`, 'ODATA_PLAN_TOO_LARGE', { limit: 2 }],
    [`Facts?$search=${Array.from({ length: 51 }, () => 'word').join(' ')}`, 'ODATA_PLAN_TOO_LARGE', { limit: 50 }],
  ])('%s: %s', (address, code, details) => {
    const failure = failureOf(() => planOf(address));
    expect(failure.code).toBe(code);
    expect(failure.details).toMatchObject(details);
    expect(failure.text.vi).not.toBe('');
    expect(failure.text.en).not.toBe(failure.text.vi);
  });

  it('computed properties that grow without bound', () => {
    const items = Array.from(
      { length: 30 },
      (_, place) =>
        `${place === 0 ? 'Value' : `A${place - 1}`} mul ${place === 0 ? 'Value' : `A${place - 1}`} as A${place}`,
    );
    expect(failureOf(() => planOf(`Facts?$compute=${items.join(',')}`)).code).toBe('ODATA_PLAN_TOO_LARGE');
  });

  it('more expansions than one answer may have', () => {
    const nested = (depth: number): string =>
      depth === 0 ? 'Facts' : `Children($expand=${nested(depth - 1)}),Parent($expand=${nested(depth - 1)}),Facts`;
    expect(planOf(`Units?$expand=${nested(3)}`).columns.length).toBe(7);
    expect(failureOf(() => planOf(`Units?$expand=${nested(5)}`)).code).toBe('ODATA_PLAN_TOO_LARGE');
  });

  it('a delta of rows whose changes are not tracked', () => {
    const page = { ...WHOLE, changedSince: new Map() };
    expect(failureOf(() => planOf('Units', EVERYTHING, page)).code).toBe('ODATA_OPTION_NOT_APPLICABLE');
    expect(failureOf(() => planOf('Facts?$apply=groupby((Year))', EVERYTHING, page)).code).toBe(
      'ODATA_OPTION_NOT_APPLICABLE',
    );
  });

  it('a place in another order', () => {
    const page = { size: 10, after: ['2020'], changedSince: null };
    expect(failureOf(() => planOf('Facts', EVERYTHING, page)).details).toMatchObject({ option: '$skiptoken' });
  });

  it('a set that the rights do not reach, wherever it stands', () => {
    const scope = { ...EVERYTHING, datasets: ['PLAN'] } as const;
    for (const address of ['Facts', `Units('a')/Facts`, 'Facts/$count', 'Facts?$filter=Unit/Size gt 1'])
      expect(failureOf(() => planOf(address, scope)).code).toBe('ODATA_SET_NOT_ALLOWED');
    expect(planOf('Goals', scope).owner).toBe('plans');
  });
});
