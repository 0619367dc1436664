import fc from 'fast-check';
import type { PlanDatabase } from './plan-database';
import { decimal, type Decimal, type FactRow, type UnitRow } from './plan-evaluator';
import { DAYS, TEXTS } from './plan-trees';

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 3 });
const unitRows = fc.record({
  name: fc.constantFrom('Đà', 'an', 'ab'),
  size: maybe(fc.integer({ min: -1, max: 3 })),
  parent: maybe(fc.nat(2)),
});
const factRows = fc.record({
  unit: maybe(fc.nat(3)),
  year: fc.integer({ min: 2019, max: 2021 }),
  level: maybe(fc.integer({ min: -2, max: 3 })),
  total: maybe(fc.constantFrom('0', '1', '9007199254740993', '-9223372036854775808')),
  value: maybe(fc.constantFrom('0', '0.5', '1.5', '-2.5', '3.0001')),
  name: maybe(fc.constantFrom(...TEXTS)),
  code: maybe(fc.constantFrom(...TEXTS)),
  flag: maybe(fc.boolean()),
  day: maybe(fc.constantFrom(...DAYS)),
  province: maybe(fc.constantFrom('01', '02')),
});
/** Random units and facts, nulls and equal values among them. */
export const tables = fc.record({
  units: fc.array(unitRows, { minLength: 4, maxLength: 4 }),
  facts: fc.array(factRows, { minLength: 14, maxLength: 14 }),
});
export type Tables = typeof tables extends fc.Arbitrary<infer T> ? T : never;

const numberOf = (value: string | number | null): Decimal | null => (value === null ? null : decimal(String(value)));

/** The same rows in the database and in memory. Each unit's parent comes before it. */
export async function loadTables(base: PlanDatabase, { units, facts }: Tables): Promise<readonly FactRow[]> {
  await base.execute('truncate unit, fact');
  const unitValues: UnitRow[] = [];
  const factsOf = units.map((): FactRow[] => []);
  for (const [place, { name, size, parent }] of units.entries()) {
    const above = parent === null || parent >= place ? null : parent;
    await base.execute('insert into unit values ($1, $2, $3, $4)', [
      `u${place}`,
      name,
      size,
      above === null ? null : `u${above}`,
    ]);
    const Parent = above === null ? null : (unitValues[above] ?? null);
    unitValues.push({ Id: `u${place}`, Name: name, Size: numberOf(size), Parent, Facts: factsOf[place] ?? [] });
  }
  const all: FactRow[] = [];
  for (const [place, fact] of facts.entries()) {
    const { unit, year, level, total, value, name, code, flag, day, province } = fact;
    const id = `f${String(place).padStart(2, '0')}`;
    await base.execute(
      'insert into fact (id, unit_id, year, level, total, value, name, code, flag, day, province_code) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
      [id, unit === null ? null : `u${unit}`, year, level, total, value, name, code, flag, day, province],
    );
    const row: FactRow = {
      Id: id,
      Year: decimal(String(year)),
      Level: numberOf(level),
      Total: numberOf(total),
      Value: numberOf(value),
      Name: name,
      Code: code,
      Flag: flag,
      Day: day,
      Unit: unit === null ? null : (unitValues[unit] ?? null),
    };
    all.push(row);
    if (unit !== null) factsOf[unit]?.push(row);
  }
  return all;
}
