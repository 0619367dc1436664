import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The national register, the catalogues of the provinces (a snapshot for each province and day), and `procedure`: what is known of each
 * code now, kept in the same transaction as the rows it is made of.
 */
export class CreateCatalogueTables1795260000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const described = `
        name text not null,
        field text not null,
        level text not null,
        authority text,
        audience text[] not null,
        result text,
        components text[] not null,
        legal_references text[] not null`;
    const recorded = `
        publication bigint not null,
        recorded_from timestamptz not null,
        recorded_to timestamptz not null`;
    await runner.query(`
      create table national_procedure (
        code text collate "C" not null,${described},
        valid_from date,
        valid_to date,${recorded},
        primary key (code, recorded_from)
      );
      create index national_procedure_publication on national_procedure (publication);
      create table catalogue (
        province text collate "C" not null,
        as_of date not null,
        procedures integer not null,${recorded},
        primary key (province, as_of, recorded_from)
      );
      create index catalogue_publication on catalogue (publication);
      create table offering (
        province text collate "C" not null,
        as_of date not null,
        procedure_code text collate "C" not null,${described},
        online_service text collate "C" not null,
        interlinked text not null,
        one_stop boolean not null,
        online_payment boolean not null,
        ways jsonb not null,
        decision text,
        decided_on date,
        published_on date,
        shortened boolean not null,${recorded},
        primary key (province, as_of, procedure_code, recorded_from)
      );
      create index offering_publication on offering (publication);
      create index offering_latest on offering (procedure_code, as_of desc, province) where recorded_to = 'infinity';
      create index offering_closed on offering (recorded_to) where recorded_to <> 'infinity';
      create index offering_opened on offering using brin (recorded_from) with (pages_per_range = 16);
      create table procedure (
        code text collate "C" primary key,${described},
        registered boolean not null,
        withdrawn boolean not null,
        name_folded text not null,
        field_folded text not null,
        search tsvector not null
      );
      create index procedure_search on procedure using gin (search);
      create index procedure_field on procedure (field_folded, level, code);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table procedure; drop table offering; drop table catalogue; drop table national_procedure',
    );
  }
}
