import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reference data of the code (provinces, online levels, limits of time, working days), written at start when its content changed, and
 * `fold_text`: lower case, without Vietnamese diacritics, punctuation as one space.
 */
export class CreateReferenceTables1795260000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists pg_trgm;
      create extension if not exists fuzzystrmatch;
      create function fold_text(input text) returns text language sql immutable strict parallel safe as $$
        select trim(regexp_replace(regexp_replace(
          translate(lower(normalize(input, NFD)), 'đĐ', 'dd'), U&'[\\0300-\\036F]', '', 'g'), '[^a-z0-9]+', ' ', 'g'))
      $$;
      create function procedure_code(printed text) returns text language sql immutable strict parallel safe as $$
        select substring(trim(printed) from '^([0-9]\\.[0-9]{6})(?:\\.[0-9]{3}\\.[0-9]{2}\\.[0-9]{2}\\.[A-Za-z][0-9]{2})?$')
      $$;
      create table reference_content (name text primary key, content_hash text not null);
      create type scored_code as (score bigint, code text collate "C");
      create table province (
        id text collate "C" primary key,
        code text not null,
        slug text not null,
        name_vi text not null,
        name_en text not null,
        valid_from date not null,
        valid_to date
      );
      create table online_service_level (
        code text collate "C" primary key,
        name_vi text not null,
        name_en text not null,
        decree text,
        valid_from date,
        valid_to date,
        online boolean not null,
        fully_online boolean not null,
        maps_to text collate "C" references online_service_level (code) deferrable initially deferred,
        position integer not null
      );
      create table publication_limit (
        shortened boolean not null,
        working_days integer not null,
        valid_from date,
        valid_to date,
        source text not null
      );
      create table calendar_day (
        day date primary key,
        working boolean not null,
        working_number integer not null,
        name text,
        source text
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table calendar_day; drop table publication_limit; drop table online_service_level; drop table province;
      drop table reference_content; drop type scored_code; drop function procedure_code(text); drop function fold_text(text);
    `);
  }
}
