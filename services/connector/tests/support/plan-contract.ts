import { deletions, provinces, publications, type BiColumn, type BiNavigation, type BiSet } from '@lientinh/bi';
import { createModel, type Model } from '../../src/model';

const column = (name: string, type: BiColumn['type'], more: Partial<BiColumn> = {}): BiColumn => ({
  name,
  type,
  nullable: true,
  label: { vi: `Cột ${name.replaceAll('_', ' ')}`, en: name },
  description: { vi: name, en: name },
  ...more,
});
const navigation = (
  name: string,
  target: string,
  many: boolean,
  from: string,
  to: string,
  partner?: string,
): BiNavigation => ({
  name,
  target,
  many,
  nullable: !many,
  on: [{ from, to }],
  label: { vi: `Tới ${name}`, en: name },
  ...(partner === undefined ? {} : { partner }),
});
const common = {
  owner: 'indicators',
  label: { vi: 'Thử', en: 'Test' },
  description: { vi: 'Để thử.', en: 'For tests.' },
} as const;

/** Units: a tree of rows with many facts each. */
export const units: BiSet = {
  ...common,
  name: 'units',
  singular: 'unit',
  datasets: ['SCORES'],
  key: ['id'],
  searchable: false,
  provinceColumn: null,
  changeTracking: false,
  columns: [
    column('id', 'TEXT', { nullable: false }),
    column('name', 'TEXT', { collation: 'VIETNAMESE', nullable: false }),
    column('size', 'INTEGER'),
    column('parent_id', 'TEXT'),
  ],
  navigations: [
    navigation('parent', 'units', false, 'parent_id', 'id', 'children'),
    navigation('children', 'units', true, 'id', 'parent_id', 'parent'),
    navigation('facts', 'facts', true, 'id', 'unit_id', 'unit'),
  ],
};

/** Facts: a column of every type, nulls wherever they may be. */
export const facts: BiSet = {
  ...common,
  name: 'facts',
  singular: 'fact',
  datasets: ['SCORES'],
  key: ['id'],
  pagingOrder: ['year', 'id'],
  searchable: true,
  provinceColumn: 'province_code',
  changeTracking: true,
  columns: [
    column('id', 'TEXT', { nullable: false }),
    column('unit_id', 'TEXT'),
    column('year', 'INTEGER', { nullable: false }),
    column('level', 'INTEGER'),
    column('total', 'BIGINT'),
    column('value', 'DECIMAL', { precision: 12, scale: 4 }),
    column('name', 'TEXT', { collation: 'VIETNAMESE' }),
    column('code', 'TEXT'),
    column('flag', 'BOOLEAN'),
    column('day', 'DATE'),
    column('happened_at', 'INSTANT'),
    column('province_code', 'TEXT', { maxLength: 2 }),
    column('recorded_at', 'INSTANT', { nullable: false }),
  ],
  navigations: [navigation('unit', 'units', false, 'unit_id', 'id', 'facts')],
};

/** Goals: a key of two columns, in another database. */
export const goals: BiSet = {
  ...common,
  owner: 'plans',
  name: 'goals',
  singular: 'goal',
  datasets: ['PLAN'],
  key: ['name', 'year'],
  searchable: false,
  provinceColumn: null,
  changeTracking: true,
  columns: [
    column('name', 'TEXT', { nullable: false }),
    column('year', 'INTEGER', { nullable: false }),
    column('recorded_at', 'INSTANT', { nullable: false }),
  ],
  navigations: [],
};

export const planSets: readonly BiSet[] = [provinces, units, facts, goals, publications, deletions];
export const planModel: Model = createModel(planSets, 'en');
export const vietnameseModel: Model = createModel(planSets, 'vi');

type Pairs = BiNavigation['on'];
/** The same sets, where related rows are asked for once for all rows; `narrowedBy`: with which lists of values. */
const askedOnce = (narrowedBy: (on: Pairs) => Pairs): Model =>
  createModel(
    planSets.map((set) => ({
      ...set,
      navigations: set.navigations.map((one) =>
        one.many ? { ...one, together: { narrowedBy: narrowedBy(one.on) } } : one,
      ),
    })),
    'en',
  );
/** Related rows are asked for once and looked up in the rows. */
export const onceModel: Model = askedOnce(() => []);
/** Related rows are asked for once, by a list of values of the rows. */
export const listedModel: Model = askedOnce((on) => on);
