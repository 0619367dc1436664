import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the `bi` views read by: rows that ended (deletions), rows that began (changes), what states a procedure at an instant, the name
 * of a field as it was printed when it was first seen, which publication made which version of the rollups, and the unit of today
 * beside each province (written at start with the other reference data).
 */
export class IndexChangesOfFacts1795260000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table province add column current_code text, add column current_name_vi text, add column current_name_en text;
      create index dossier_statistic_closed on dossier_statistic (recorded_to) where recorded_to <> 'infinity';
      -- Few instants for many rows: a twentieth of the primary key's size. Of BRIN the planner expects too much to take it for a page.
      create index dossier_statistic_opened on dossier_statistic (recorded_from);
      create index dossier_rollup_closed on dossier_rollup (recorded_to) where recorded_to <> 'infinity';
      create index dossier_rollup_opened on dossier_rollup (recorded_from);
      create index offering_stated on offering (procedure_code, as_of desc, province);
      create index offering_ended on offering (procedure_code) where recorded_to <> 'infinity';
      create table field_name (folded text collate "C" primary key, name text not null);
      insert into field_name (folded, name)
        select distinct on (field_folded) field_folded, field from procedure order by field_folded, code;
      create table rollup_version (
        instant timestamptz primary key,
        dataset text not null,
        recorded_at timestamptz not null
      );
      create index rollup_version_publication on rollup_version (dataset, recorded_at, instant);
      insert into rollup_version (instant, dataset, recorded_at)
        select distinct on (recorded_at) recorded_at, dataset, recorded_at from ledger_entry
        where dataset in ('DOSSIER_STATISTICS', 'PROCEDURES') order by recorded_at, dataset;
      insert into rollup_version (instant, dataset, recorded_at)
        select distinct recorded_from, 'DOSSIER_STATISTICS', recorded_from from dossier_rollup on conflict do nothing;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table rollup_version; drop table field_name; drop index offering_ended; drop index offering_stated;
      drop index dossier_rollup_opened; drop index dossier_rollup_closed; drop index dossier_statistic_opened;
      drop index dossier_statistic_closed; alter table province drop column current_code, drop column current_name_vi, drop column current_name_en;
    `);
  }
}
