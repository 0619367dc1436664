import { biSets, type BiSet } from '@lientinh/bi';
import { createModel } from '../src/model';
import { contractFaults } from '../src/model/contract-faults';
import { column, set } from './csdl/fixture-contract';

const label = { vi: 'Đường', en: 'Way' };
const people = set('people', 'person', { owner: 'plans' });
const way = (more: object): Partial<BiSet> => ({
  navigations: [
    { name: 'way', target: 'towns', many: false, nullable: true, on: [{ from: 'id', to: 'id' }], label, ...more },
  ],
});

describe('the contract of the views', () => {
  it('has no faults', () => {
    expect(contractFaults(biSets)).toEqual([]);
  });

  it.each<[string, Partial<BiSet>, string]>([
    ['no key', { key: [] }, 'set towns: it has no key'],
    ['a key without a column', { key: ['code'] }, 'set towns: no column code, which its key or order of pages has'],
    [
      'a key that may be null',
      { columns: [column('id', 'Khóa', { nullable: true })] },
      'set towns: id is of the key or the order of pages, and may be null',
    ],
    [
      'two columns of one label',
      { columns: [column('id', 'Khóa'), column('code', 'Khóa')] },
      'set towns: two columns have the label "Khóa"',
    ],
    [
      'a name that is not snake_case',
      { columns: [column('id', 'Khóa'), column('nameVi', 'Tên')] },
      'set towns: nameVi is not snake_case',
    ],
    ['no province column', { provinceColumn: 'code' }, 'set towns: no column code'],
    [
      'changes without an instant',
      { changeTracking: true },
      'set towns: changes are tracked, but there is no recorded_at',
    ],
    [
      'a scale beyond the precision',
      { columns: [column('id', 'Khóa'), column('rate', 'Tỷ lệ', { type: 'DECIMAL', precision: 3, scale: 4 })] },
      'set towns: column rate: a scale outside 0 to its precision',
    ],
    [
      'a value longer than its column',
      { columns: [column('id', 'Khóa', { maxLength: 2, values: ['YES'] })] },
      'set towns: column id: a value longer than its greatest length',
    ],
    ['a way to nowhere', way({ target: 'cities' }), 'set towns: navigation way: no set cities'],
    [
      'a way to another database',
      way({ target: 'people' }),
      'set towns: navigation way: people is in another database',
    ],
    ['a way without a way back', way({ partner: 'back' }), 'set towns: navigation way: no partner back in towns'],
    [
      'a way over columns that are not there',
      way({ on: [{ from: 'id', to: 'code' }] }),
      'set towns: navigation way: no column code in the target',
    ],
    ['a collection that may be null', way({ many: true }), 'set towns: navigation way: a collection is never null'],
  ])('is refused with %s, named', (_what, wrong, fault) => {
    const contract = [set('towns', 'town', wrong), people];
    expect(contractFaults(contract)).toContain(fault);
    expect(() => createModel(contract, 'en')).toThrow(fault);
  });

  it('is refused when two sets have one name', () => {
    expect(contractFaults([people, people])).toContain('set people: there are two of this name');
  });
});
