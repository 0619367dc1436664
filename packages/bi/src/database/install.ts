import { createHash } from 'node:crypto';
import { z } from 'zod';
import { provinceCatalogue } from '@lientinh/datasets';
import { statement, type Database, type Writer } from '@lientinh/postgres';
import type { BiSet } from '../contract';
import { deletions, pascalCase, provinces, publications } from '../contract';
import { foundationSql } from './foundation';
import { BI_MINISTRY_ROLE, BI_ROLE, ensureRolesSql } from './roles';
import { ledgerIndexesSql, ownLedgerPositionsSql, ownPublicationsView, provincesView } from './shared-views';
import type { BiView, BiViews } from './view';

/** What a subgraph's database shows to BI tools. */
export interface BiInstallation extends BiViews {
  /** Instead of the view of the database's own ledgers; its indexes are then a matter of the subgraph's migrations. */
  readonly publications?: BiView;
  /** Instead of the positions of the database's own ledgers: `dataset`, `sequence`, `recorded_at`, `hash`. */
  readonly ledgerPositionsSql?: string;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const lockInstallation = statement(
  'lock-bi-installation',
  z.unknown(),
  `select pg_advisory_xact_lock(hashtextextended('bi:installation', 0))`,
);
const findTemporaryTables = statement(
  'find-bi-temporary-tables',
  z.object({ everybody: z.boolean() }),
  `select has_database_privilege('public', current_database(), 'TEMPORARY') as everybody`,
);
const findInstalled = statement(
  'find-bi-installation',
  z.object({ installed: z.boolean() }),
  `select to_regclass('bi.installation') is not null as installed`,
);
const readInstalled = statement(
  'read-bi-installation',
  z.object({ content_hash: z.string() }),
  'select content_hash from bi.installation',
);
const insertProvinces = statement(
  'insert-bi-provinces',
  z.unknown(),
  `insert into bi.province_reference
   select r.*, bi.fold_text(concat_ws(' ', r.name_vi, r.name_en, r.slug, r.code))
   from jsonb_to_recordset($1::jsonb) as r(id text, code text, slug text, name_vi text, name_en text, kind text, region text,
     valid_from date, valid_to date, successor_id text, current_id text)`,
);

/**
 * Makes the `bi` schema of a database as the code describes it, in one transaction, when it is not so already: views are code, so they
 * are replaced as a whole, like reference data, and not by migrations. Safe from several processes at once.
 */
export async function installBi(database: Database, installation: BiInstallation): Promise<'WRITTEN' | 'UNCHANGED'> {
  const statements = installationSql(installation);
  const reference = JSON.stringify(provinceRows());
  const hash = createHash('sha256')
    .update(JSON.stringify([statements, reference]))
    .digest('hex');
  return database.write('install-bi', async (writer) => {
    await writer.all(lockInstallation);
    await keepTemporaryTables(writer);
    if (await isInstalled(writer, hash)) return 'UNCHANGED';
    await execute(writer, statements.slice(0, 1));
    await execute(writer, ensureRolesSql);
    for (const sql of statements.slice(1)) await execute(writer, [sql]);
    await writer.run(insertProvinces, [reference]);
    await execute(writer, [`insert into bi.installation values (${quoted(hash)})`]);
    return 'WRITTEN';
  });
}

/**
 * Everybody may make temporary tables in a database unless told otherwise: whoever has a BI login could fill the disk. The subgraph itself
 * stages publications in them. Looked at each time, for a database that was restored has the views but the rights of a new one.
 */
async function keepTemporaryTables(writer: Writer): Promise<void> {
  if (!(await writer.get(findTemporaryTables)).everybody) return;
  await execute(writer, [
    `do $$ begin
       execute format('grant temporary on database %I to %I', current_database(), current_user);
       execute format('revoke temporary on database %I from public', current_database());
     end $$`,
  ]);
}

async function isInstalled(writer: Writer, hash: string): Promise<boolean> {
  if (!(await writer.get(findInstalled)).installed) return false;
  return (await writer.find(readInstalled))?.content_hash === hash;
}

async function execute(writer: Writer, statements: readonly string[]): Promise<void> {
  for (const sql of statements) await writer.connection.query(sql);
}

function installationSql(installation: BiInstallation): readonly string[] {
  const shared = [provincesView, installation.publications ?? ownPublicationsView].filter(
    ({ set }) => !installation.views.some((view) => view.set.name === set.name),
  );
  const views = [...shared, ...installation.views];
  return [
    'drop schema if exists bi cascade',
    'create schema bi',
    'create table bi.installation (content_hash text primary key)',
    ...foundationSql(BI_MINISTRY_ROLE),
    ...(installation.publications === undefined ? ledgerIndexesSql('ledger_entry') : []),
    `create view bi.ledger_positions as ${installation.ledgerPositionsSql ?? ownLedgerPositionsSql}`,
    ...(installation.before ?? []),
    ...views.flatMap(createView),
    ...createDeletions(views),
    `grant usage on schema bi to ${BI_ROLE}, ${BI_MINISTRY_ROLE}`,
    `grant select on all tables in schema bi to ${BI_ROLE}, ${BI_MINISTRY_ROLE}`,
  ];
}

/** The view with just the columns of the contract, in its order, described for those who look with SQL. */
function createView({ set, sql }: BiView): readonly string[] {
  const columns = [...set.columns.map(({ name }) => name), ...(set.searchable ? ['search_text'] : [])];
  return [
    `create view bi.${set.name} as select ${columns.map((name) => `v.${name}`).join(', ')} from (${sql}) v`,
    ...describe(set),
  ];
}

function describe(set: BiSet): readonly string[] {
  const both = ({ vi, en }: BiSet['description']): string => quoted(`${vi} | ${en}`);
  return [
    `comment on view bi.${set.name} is ${both(set.description)}`,
    ...set.columns.map(({ name, description }) => `comment on column bi.${set.name}.${name} is ${both(description)}`),
  ];
}

const NO_DELETIONS = `select null::text as entity_key, null::text as province_code, null::timestamptz as deleted_at,
  null::text as publication_id where false`;

function createDeletions(views: readonly BiView[]): readonly string[] {
  const columns = 'd.entity_key, d.province_code, d.deleted_at, d.publication_id';
  const parts = views
    .filter(({ deletionsSql }) => deletionsSql !== undefined)
    .map(({ set, deletionsSql }) => ({ name: pascalCase(set.name), sql: deletionsSql ?? NO_DELETIONS }));
  const sql = (parts.length === 0 ? [{ name: '', sql: NO_DELETIONS }] : parts)
    .map(({ name, sql: part }) => `select ${quoted(name)}::text as entity_set, ${columns} from (${part}) d`)
    .join(' union all ');
  return createView({ set: deletions, sql });
}

/** Every unit with the unit that it went into and the one of today. */
function provinceRows(): readonly Record<string, string | null>[] {
  const catalogue = provinceCatalogue();
  const successorOf = new Map(catalogue.lineage.map(({ predecessorId, successorId }) => [predecessorId, successorId]));
  const currentOf = (id: string): string => {
    const next = successorOf.get(id);
    return next === undefined ? id : currentOf(next);
  };
  return catalogue.all.map((province) => ({
    id: province.id,
    code: province.code,
    slug: province.slug,
    name_vi: province.nameVi,
    name_en: province.nameEn,
    kind: province.kind,
    region: province.region,
    valid_from: province.validFrom,
    valid_to: province.validTo,
    successor_id: successorOf.get(province.id) ?? null,
    current_id: currentOf(province.id),
  }));
}

/** The sets that every database has beside its subgraph's own. */
export const sharedSets: readonly BiSet[] = [provinces, publications, deletions];
