import { z } from 'zod';
import {
  calendarExceptions,
  calendarYears,
  onlineServiceLevels,
  provinceCatalogue,
  publicationLimits,
} from '@lientinh/datasets';
import { statement, type Database, type Statement, type Writer } from '@lientinh/postgres';
import { contentHash, type JsonValue } from '@lientinh/publishing';
import { provinceRows } from './province-rows.rules';
import { workingCalendar } from '../calendar/working-days.rules';

/** A reference table: its rows, and the statement that writes them from one JSON array. */
interface ReferenceTable {
  readonly name: string;
  readonly rows: () => readonly object[];
  readonly insert: Statement<unknown>;
}

const lock = statement(
  'lock-reference',
  z.unknown(),
  `select pg_advisory_xact_lock(hashtextextended('procedures:reference', 0))`,
);
const readHash = statement(
  'read-reference-hash',
  z.object({ content_hash: z.string() }),
  `select content_hash from reference_content where name = 'reference'`,
);
const writeHash = statement(
  'write-reference-hash',
  z.unknown(),
  `insert into reference_content (name, content_hash) values ('reference', $1)
   on conflict (name) do update set content_hash = excluded.content_hash`,
);
const ensurePartitions = statement(
  'ensure-partitions-ahead',
  z.object({ made: z.number() }),
  `select ensure_dossier_partitions(extract(year from now())::int, extract(year from now())::int + 1) as made`,
);

const TABLES: readonly ReferenceTable[] = [
  {
    name: 'province',
    rows: () => provinceRows(provinceCatalogue()),
    insert: statement(
      'insert-provinces',
      z.unknown(),
      `insert into province (id, code, slug, name_vi, name_en, valid_from, valid_to, current_code, current_name_vi, current_name_en)
       select id, code, slug, "nameVi", "nameEn", "validFrom", "validTo", "currentCode", "currentNameVi",
         "currentNameEn"
       from jsonb_to_recordset($1::jsonb) as r(id text, code text, slug text, "nameVi" text, "nameEn" text, "validFrom" date,
         "validTo" date, "currentCode" text, "currentNameVi" text, "currentNameEn" text)`,
    ),
  },
  {
    name: 'online_service_level',
    rows: () => onlineServiceLevels().map((level, position) => ({ ...level, position })),
    insert: statement(
      'insert-online-levels',
      z.unknown(),
      `insert into online_service_level (code, name_vi, name_en, decree, valid_from, valid_to, online, fully_online, maps_to, position)
       select code, "nameVi", "nameEn", decree, "validFrom", "validTo", online, "fullyOnline", "mapsTo", position
       from jsonb_to_recordset($1::jsonb) as r(code text, "nameVi" text, "nameEn" text, decree text, "validFrom" date, "validTo" date,
         online boolean, "fullyOnline" boolean, "mapsTo" text, position integer)`,
    ),
  },
  {
    name: 'publication_limit',
    rows: publicationLimits,
    insert: statement(
      'insert-publication-limits',
      z.unknown(),
      `insert into publication_limit (shortened, working_days, valid_from, valid_to, source)
       select shortened, "workingDays", "validFrom", "validTo", source from jsonb_to_recordset($1::jsonb)
         as r(shortened boolean, "workingDays" integer, "validFrom" date, "validTo" date, source text)`,
    ),
  },
  {
    name: 'calendar_day',
    rows: () => workingCalendar(calendarYears(), calendarExceptions()),
    insert: statement(
      'insert-calendar-days',
      z.unknown(),
      `insert into calendar_day (day, working, working_number, name, source)
       select day, working, "workingNumber", name, source from jsonb_to_recordset($1::jsonb)
         as r(day date, working boolean, "workingNumber" integer, name text, source text)`,
    ),
  },
];

/**
 * Writes provinces, online levels, limits and the working calendar when the database holds others, and makes the partitions of this
 * year and the next; one transaction, safe from several processes at once.
 */
export async function writeReference(database: Database): Promise<'WRITTEN' | 'UNCHANGED'> {
  const content = TABLES.map(({ name, rows, insert }) => ({ name, insert, json: JSON.stringify(rows()) }));
  const hash = contentHash(Object.fromEntries(content.map(({ name, json }): [string, JsonValue] => [name, json])));
  return database.write('write-reference', async (writer) => {
    await writer.all(lock);
    await writer.all(ensurePartitions);
    if ((await writer.find(readHash))?.content_hash === hash) return 'UNCHANGED';
    for (const { name, insert, json } of content) await replace(writer, name, insert, json);
    await writer.run(writeHash, [hash]);
    return 'WRITTEN';
  });
}

async function replace(writer: Writer, table: string, insert: Statement<unknown>, json: string): Promise<void> {
  await writer.run(statement(`clear-${table}`, z.unknown(), `delete from ${table}`));
  await writer.run(insert, [json]);
}
