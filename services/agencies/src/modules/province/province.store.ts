import { z } from 'zod';
import { contentHash, type JsonValue } from '@lientinh/publishing';
import { statement, type Database, type Writer } from '@lientinh/postgres';
import type { ProvinceCatalogue } from '@lientinh/datasets';

const NAME = 'provinces';

const lockReference = statement(
  'lock-reference',
  z.unknown(),
  `select pg_advisory_xact_lock(hashtextextended('lientinh:reference:provinces', 0))`,
);
const findHash = statement(
  'find-reference-hash',
  z.object({ content_hash: z.string() }),
  'select content_hash from reference_content where name = $1',
);
const keepHash = statement(
  'keep-reference-hash',
  z.unknown(),
  `insert into reference_content (name, content_hash, written_at) values ($1, $2, now())
   on conflict (name) do update set content_hash = excluded.content_hash, written_at = excluded.written_at`,
);
const clear = statement('clear-provinces', z.unknown(), 'truncate province, province_lineage, province_alias');
const insertProvinces = statement(
  'insert-provinces',
  z.unknown(),
  `insert into province (id, code, slug, name_vi, name_en, kind, region, valid_from, valid_to)
   select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[], $9::date[])`,
);
const insertLineage = statement(
  'insert-province-lineage',
  z.unknown(),
  `insert into province_lineage (predecessor_id, successor_id, effective_on, legal_basis)
   select * from unnest($1::text[], $2::text[], $3::date[], $4::text[])`,
);
const insertAliases = statement(
  'insert-province-aliases',
  z.unknown(),
  'insert into province_alias (province_id, alias) select * from unnest($1::text[], $2::text[]) on conflict do nothing',
);

/**
 * Writes the catalogue into the reference tables, in one transaction, if they hold other content. Safe to call from several processes
 * at once. True when something was written.
 */
export function writeProvinceReference(database: Database, catalogue: ProvinceCatalogue): Promise<boolean> {
  const { all, lineage, aliases } = catalogue;
  const hash = contentHash({ all, lineage, aliases } as unknown as JsonValue);
  return database.write('write-province-reference', async (writer) => {
    await writer.all(lockReference);
    if ((await writer.find(findHash, [NAME]))?.content_hash === hash) return false;
    await writer.run(clear);
    await insertCatalogue(writer, catalogue);
    await writer.run(keepHash, [NAME, hash]);
    return true;
  });
}

async function insertCatalogue(writer: Writer, { all, lineage, aliases }: ProvinceCatalogue): Promise<void> {
  const provinceColumns = ['id', 'code', 'slug', 'nameVi', 'nameEn', 'kind', 'region', 'validFrom', 'validTo'] as const;
  await writer.run(
    insertProvinces,
    provinceColumns.map((column) => all.map((row) => row[column])),
  );
  const lineageColumns = ['predecessorId', 'successorId', 'effectiveOn', 'legalBasis'] as const;
  await writer.run(
    insertLineage,
    lineageColumns.map((column) => lineage.map((row) => row[column])),
  );
  await writer.run(insertAliases, [aliases.map(({ provinceId }) => provinceId), aliases.map(({ alias }) => alias)]);
}
