import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Dossier statistics. Facts are partitioned by year of their month and keyed by province first, so that they can be distributed by
 * province unchanged; the numbers that comparisons ask for are kept as rollups, each version of a cell with the time it was current.
 */
export class CreateDossierTables1795260000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const counts = (type: string): string => `
        received ${type} not null,
        received_online ${type} not null,
        received_postal ${type} not null,
        resolved ${type} not null,
        on_time ${type} not null,
        overdue ${type} not null,
        paid_online ${type} not null,
        results_digitised ${type} not null`;
    await runner.query(`
      create table dossier_statistic (
        publication bigint not null,
        recorded_from timestamptz not null,
        recorded_to timestamptz not null,
        month date not null,${counts('integer')},
        province text collate "C" not null,
        procedure_code text collate "C" not null,
        agency text collate "C" not null,
        primary key (province, month, procedure_code, agency, recorded_from)
      ) partition by range (month);
      create index dossier_statistic_publication on dossier_statistic using brin (publication) with (pages_per_range = 32);
      create table dossier_rollup (
        province text collate "C" not null,
        field text collate "C" not null,
        level text collate "C" not null,
        month date not null,
        fact_rows bigint not null,${counts('bigint')},
        recorded_from timestamptz not null,
        recorded_to timestamptz not null,
        primary key (province, field, level, month, recorded_from)
      );
      create table rollup_clock (single boolean primary key default true check (single), latest timestamptz not null);
      insert into rollup_clock (latest) values ('-infinity');
      create function ensure_dossier_partitions(first_year integer, last_year integer) returns integer language plpgsql as $$
      declare made integer := 0; partition_name text;
      begin
        perform pg_advisory_xact_lock(hashtextextended('dossier-partitions', 0));
        for covered in first_year..last_year loop
          partition_name := 'dossier_statistic_' || covered;
          if to_regclass(partition_name) is null then
            execute format('create table %I (like dossier_statistic including all)', partition_name);
            -- Attaching takes a lighter lock than CREATE … PARTITION OF: queries go on.
            execute format('alter table dossier_statistic attach partition %I for values from (%L) to (%L)',
              partition_name, make_date(covered, 1, 1), make_date(covered + 1, 1, 1));
            made := made + 1;
          end if;
        end loop;
        return made;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop function ensure_dossier_partitions(integer, integer); drop table rollup_clock; drop table dossier_rollup; drop table dossier_statistic',
    );
  }
}
