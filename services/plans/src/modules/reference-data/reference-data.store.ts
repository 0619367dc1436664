import { z } from 'zod';
import { metricDefinitions, provinceCatalogue } from '@lientinh/datasets';
import { statement, type Database } from '@lientinh/postgres';
import { contentHash, type JsonValue } from '@lientinh/publishing';
import { metricNameEn } from '../metric/metric-names';

/** A table that is written whole from data of the code, with the rows as JSON under the names of its columns. */
interface ReferenceTable {
  readonly table: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: () => readonly { readonly [column: string]: JsonValue }[];
}

const TABLES: readonly ReferenceTable[] = [
  {
    table: 'metric',
    columns: {
      ...{ code: 'text', place: 'int', name_vi: 'text', name_en: 'text', unit: 'text', direction: 'text' },
      ...{ usual_area: 'text', definition_vi: 'text' },
    },
    rows: () =>
      metricDefinitions().map((metric, place) => ({
        ...{ code: metric.code, place, name_vi: metric.nameVi, name_en: metricNameEn(metric.code), unit: metric.unit },
        ...{ direction: metric.direction, usual_area: metric.usualArea, definition_vi: metric.definitionVi },
      })),
  },
  {
    table: 'province',
    columns: { id: 'text', code: 'text', name_vi: 'text', name_en: 'text', valid_from: 'date', valid_to: 'date' },
    rows: () =>
      provinceCatalogue().all.map((province) => ({
        ...{ id: province.id, code: province.code, name_vi: province.nameVi, name_en: province.nameEn },
        ...{ valid_from: province.validFrom, valid_to: province.validTo },
      })),
  },
];

const lockState = statement(
  'lock-reference-data',
  z.unknown(),
  `select pg_advisory_xact_lock(hashtextextended('lientinh:reference-data', 0))`,
);
const readState = statement(
  'read-reference-state',
  z.object({ content_hash: z.string() }),
  'select content_hash from reference_data where name = $1',
);
const writeState = statement(
  'write-reference-state',
  z.unknown(),
  `insert into reference_data (name, content_hash) values ($1, $2) on conflict (name) do update set content_hash = excluded.content_hash`,
);

const statementsOf = ({ table, columns }: ReferenceTable) => {
  const names = Object.keys(columns).join(', ');
  const types = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  return {
    clear: statement(`clear-${table}`, z.unknown(), `delete from ${table}`),
    fill: statement(
      `fill-${table}`,
      z.unknown(),
      `insert into ${table} (${names}) select ${names} from jsonb_to_recordset($1::jsonb) as given(${types.join(', ')})`,
    ),
  };
};

/** Brings the reference tables up to the data of the code, each in one transaction with its hash; does nothing where nothing changed. */
export async function writeReferenceData(database: Database): Promise<void> {
  await database.write('reference-data', async (writer) => {
    await writer.all(lockState);
    for (const reference of TABLES) {
      const rows = reference.rows();
      const hash = contentHash(rows);
      if ((await writer.find(readState, [reference.table]))?.content_hash === hash) continue;
      const { clear, fill } = statementsOf(reference);
      await writer.run(clear);
      await writer.run(fill, [JSON.stringify(rows)]);
      await writer.run(writeState, [reference.table, hash]);
    }
  });
}
