import { ProblemReport } from '@lientinh/publishing';
import { createTestDatabase, type TestDatabase } from '@lientinh/testkit';
import { agenciesDataset } from '../src/modules/agency';
import { migrations } from '../src/migrations';

/** What only a door without types can send: every column is text. */
describe('the checks of staged text', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase(migrations);
  });
  afterAll(() => test.destroy());

  const check = (values: Readonly<Partial<Record<(typeof agenciesDataset.columns)[number], string>>>) =>
    test.database.write('check', async (writer) => {
      const row = { key: 'a', name: 'Sở A', kind: 'DEPARTMENT', level: 'PROVINCIAL', ...values };
      await agenciesDataset.createStaging(writer);
      await agenciesDataset.stage(writer, [
        [0, ...agenciesDataset.columns.map((column) => (row as Partial<Record<string, string>>)[column] ?? null)],
      ]);
      const report = new ProblemReport();
      await agenciesDataset.check(writer, '62', report);
      return report.listed.map(({ path, code, value }) => [path, code, value]);
    });

  it.each([
    [{}, []],
    [{ kind: 'SỞ' }, [['kind', 'AGENCY_KIND_UNKNOWN', 'SỞ']]],
    [{ level: 'province' }, [['level', 'AGENCY_LEVEL_UNKNOWN', 'province']]],
    [{ valid_from: '2019-02-29' }, [['validFrom', 'AGENCY_DATE_INVALID', '2019-02-29']]],
    [{ valid_from: '2020-02-29', valid_to: '2020-02-29' }, []],
    [{ valid_to: '0000-01-01' }, [['validTo', 'AGENCY_DATE_INVALID', '0000-01-01']]],
    [{ valid_to: '31/12/2020' }, [['validTo', 'AGENCY_DATE_INVALID', '31/12/2020']]],
    [{ aliases: 'Sở B | Sở C' }, []],
    [{ name: 'A | B' }, [['name', 'AGENCY_TEXT_INVALID', 'A | B']]],
  ])('of %j find %j', async (values, problems) => {
    expect(await check(values)).toEqual(problems);
  });

  it('finds chains of more than 20 levels', async () => {
    const codes = await test.database.write('chain', async (writer) => {
      await agenciesDataset.createStaging(writer);
      const rows = Array.from({ length: 25 }, (_, place) => {
        const row: Partial<Record<string, string>> = { key: `a${place}`, name: 'Sở', kind: 'OTHER', level: 'COMMUNE' };
        if (place > 0) row['parent_key'] = `a${place - 1}`;
        return [place, ...agenciesDataset.columns.map((column) => row[column] ?? null)] as const;
      });
      await agenciesDataset.stage(writer, rows);
      const report = new ProblemReport();
      await agenciesDataset.check(writer, '62', report);
      return report.listed.map(({ row, code }) => [row, code]);
    });
    expect(codes).toEqual([21, 22, 23, 24].map((row) => [row, 'AGENCY_PARENT_CYCLE']));
  });
});
