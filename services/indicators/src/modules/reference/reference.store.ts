import { z } from 'zod';
import { frameworkCatalogue, provinceCatalogue, type CriterionDefinition, type Framework } from '@lientinh/datasets';
import { statement, type Database, type Writer } from '@lientinh/postgres';
import { contentHash, type JsonValue } from '@lientinh/publishing';

const readVersion = statement(
  'read-reference-version',
  z.object({ content_hash: z.string() }),
  `select content_hash from reference_version where name = 'reference' for update`,
);
const writeVersion = statement(
  'write-reference-version',
  z.unknown(),
  `insert into reference_version (name, content_hash) values ('reference', $1)
   on conflict (name) do update set content_hash = excluded.content_hash`,
);
const lockReference = statement(
  'lock-reference',
  z.unknown(),
  `select pg_advisory_xact_lock(hashtextextended('indicators:reference', 0))`,
);
const clearReference = ['province', 'criterion', 'index_definition'].map((table) =>
  statement(`clear-${table}`, z.unknown(), `delete from ${table}`),
);
const insertProvinces = statement(
  'insert-provinces',
  z.unknown(),
  `insert into province (id, code, slug, name_vi, name_en, kind, region, valid_from, valid_to)
   select id, code, slug, "nameVi", "nameEn", kind, region, "validFrom", "validTo"
   from jsonb_to_recordset($1::jsonb) as r(id text, code text, slug text, "nameVi" text, "nameEn" text, kind text, region text,
     "validFrom" date, "validTo" date)`,
);
const insertIndices = statement(
  'insert-index-definitions',
  z.unknown(),
  `insert into index_definition (code, name_vi, name_en, publisher, publisher_name, precision, unit, display_order)
   select code, "nameVi", "nameEn", publisher, "publisherName", precision, unit, "displayOrder"
   from jsonb_to_recordset($1::jsonb) as r(code text, "nameVi" text, "nameEn" text, publisher text, "publisherName" text,
     precision integer, unit text, "displayOrder" integer)`,
);
const insertCriteria = statement(
  'insert-criteria',
  z.unknown(),
  `insert into criterion (index_code, code, valid_from_year, valid_to_year, framework_version, parent_code, depth, print_order, maximum,
     meaning_id, is_sum_of_parts, name_vi, name_en)
   select "indexCode", code, "validFromYear", "validToYear", "frameworkVersion", "parentCode", depth, "printOrder", maximum,
     "meaningId", "isSumOfParts", "nameVi", "nameEn"
   from jsonb_to_recordset($1::jsonb) as r("indexCode" text, code text, "validFromYear" integer, "validToYear" integer,
     "frameworkVersion" text, "parentCode" text, depth integer, "printOrder" integer, maximum numeric, "meaningId" text,
     "isSumOfParts" boolean, "nameVi" text, "nameEn" text)`,
);

interface ReferenceContent {
  readonly provinces: JsonValue;
  readonly indices: JsonValue;
  readonly criteria: JsonValue;
}

function criterionRow(framework: Framework, criterion: CriterionDefinition): JsonValue {
  return {
    indexCode: framework.index,
    code: criterion.code,
    validFromYear: framework.validFromYear,
    validToYear: framework.validToYear,
    frameworkVersion: framework.version,
    parentCode: criterion.parentCode,
    depth: criterion.depth,
    printOrder: criterion.order,
    maximum: criterion.maxScore,
    meaningId: criterion.meaningId,
    isSumOfParts: criterion.derivation === 'SUM_OF_CHILDREN',
    nameVi: criterion.nameVi,
    nameEn: criterion.nameEn,
  };
}

function referenceContent(): ReferenceContent {
  const catalogue = frameworkCatalogue();
  return {
    provinces: provinceCatalogue().all.map((province) => ({ ...province })),
    indices: catalogue.indices.map((definition, displayOrder) => ({ ...definition, displayOrder })),
    criteria: catalogue.indices.flatMap(({ code }) =>
      catalogue
        .frameworks(code)
        .flatMap((framework) => framework.criteria.map((criterion) => criterionRow(framework, criterion))),
    ),
  };
}

/** Writes provinces, indices and criteria if the database holds others; one transaction, safe from several processes at once. */
export async function writeReference(database: Database): Promise<'WRITTEN' | 'UNCHANGED'> {
  const content = referenceContent();
  const hash = contentHash({ ...content });
  return database.write('write-reference', async (writer) => {
    await writer.all(lockReference);
    const known = await writer.find(readVersion);
    if (known?.content_hash === hash) return 'UNCHANGED';
    await replaceReference(writer, content);
    await writer.run(writeVersion, [hash]);
    return 'WRITTEN';
  });
}

async function replaceReference(writer: Writer, { provinces, indices, criteria }: ReferenceContent): Promise<void> {
  for (const clear of clearReference) await writer.run(clear);
  await writer.run(insertProvinces, [JSON.stringify(provinces)]);
  await writer.run(insertIndices, [JSON.stringify(indices)]);
  await writer.run(insertCriteria, [JSON.stringify(criteria)]);
}
