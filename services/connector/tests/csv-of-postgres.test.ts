import fc from 'fast-check';
import { csvFormat } from '../src/respond/table/csv-format';
import { compileCsvRow } from '../src/respond/table/csv-rows';
import { shownColumns } from '../src/respond/table/shown-columns';
import type { RowsPlan } from '../src/plan';
import {
  createPlanDatabase,
  EVERYTHING,
  NOW,
  planOf,
  readAll,
  WHOLE,
  type PlanDatabase,
} from './support/plan-database';
import { NO_OPTIONS } from './support/table-answers';

let base: PlanDatabase;
beforeAll(async () => {
  base = await createPlanDatabase();
});
afterAll(() => base.destroy());

async function byPostgres(plan: RowsPlan): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await base.source.csv(plan.owner, plan.rows, NOW)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function byUs(plan: RowsPlan, guard: boolean): Promise<string> {
  const write = compileCsvRow(shownColumns(plan.columns, NO_OPTIONS, plan.set), {
    separator: ',',
    decimal: 'point',
    guard,
  });
  return (await readAll(base.source, plan)).map(write).join('');
}

/** The lines of an address, written by PostgreSQL and by the connector. */
async function bothOf(address: string, guard: boolean): Promise<readonly [string, string]> {
  const page = { ...WHOLE, addresses: false };
  return Promise.all([
    byPostgres(planOf(address, EVERYTHING, { ...page, csv: { guard } })),
    byUs(planOf(address, EVERYTHING, page), guard),
  ]);
}

const INSERT = `insert into fact (id, unit_id, year, level, total, value, name, code, flag, day, happened_at)
  values ($1, 'u', 2020, $2, $3, $4, $5, $6, $7, $8, $9)`;
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((one) => !one.includes('\0') && one.isWellFormed()),
  fc.constantFrom(
    '',
    '=1+1',
    '+84',
    '- Rà soát',
    '@x',
    '\tx',
    '\rx',
    '＝1',
    '＋',
    '－',
    '＠',
    '"',
    ',',
    '\n',
    '\\.',
    ' a ',
  ),
);
const row = fc.tuple(
  fc.option(fc.integer({ min: -2_147_483_648, max: 2_147_483_647 })),
  fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String)),
  fc.option(fc.constantFrom('0.0000', '-1.5000', '99999999.9999', 'NaN')),
  fc.option(text),
  fc.option(text),
  fc.option(fc.boolean()),
  fc.option(fc.constantFrom('2020-02-29', '1899-12-31', '9999-12-31')),
  fc.option(fc.constantFrom('2026-03-04 17:30:15.250123+00', '2026-03-04 00:00:00+07', '1899-01-01 00:00:00.1+00')),
);
const ADDRESSES = [
  'Facts?$orderby=Id',
  "Facts?$compute=concat(Name,'x') as Text,Value div 3 as Part,Value divby 0.5 as Twice,cast(Value,Edm.Double) as Double,Flag and true as Both&$orderby=Id",
  'Facts?$apply=groupby((Name,Flag,HappenedAt),aggregate(Value with max as Most,$count as Number))&$orderby=Name,Flag,HappenedAt',
  'Facts?$select=Id&$expand=Unit($select=Name)&$orderby=Id',
];

describe('CSV that PostgreSQL writes', () => {
  it('has the same bytes as what the connector writes of the same rows, with and without the guard against formulas', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), fc.boolean(), async (rows, guard) => {
        await base.execute('delete from fact');
        for (const [place, values] of rows.entries()) await base.execute(INSERT, [String(place), ...values]);
        for (const address of ADDRESSES) {
          const [postgres, ours] = await bothOf(address, guard);
          expect(postgres.replaceAll('"\\."', '\\.')).toBe(ours.replaceAll('"\\."', '\\.'));
          expect(postgres).not.toBe('');
        }
      }),
      { numRuns: 25 },
    );
  });

  it('guards texts of publishers and no numbers', async () => {
    await base.execute('delete from fact');
    await base.execute(INSERT, ['=id', -5, '-7', '-1.5', '=1+1', null, null, null, null]);
    const [postgres] = await bothOf('Facts?$select=Id,Level,Total,Value,Name', true);
    expect(postgres).toBe("'=id,-5,-7,-1.5000,'=1+1\r\n");
  });

  it('is asked for, except with a decimal comma', () => {
    const fields = (others: Record<string, string>) => csvFormat.csvFields?.({ ...NO_OPTIONS, others });
    expect(fields({})).toEqual({ guard: true });
    expect(fields({ guard: 'off', headers: 'vi' })).toEqual({ guard: false });
    expect(fields({ decimal: 'comma' })).toBeNull();
  });
});
