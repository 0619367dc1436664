import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Names without diacritics, and the provinces over time for SQL joins and BI views. `fold_name` gives for Vietnamese text what
 * `foldName` of @lientinh/agency-names gives; a test holds the two together. The rows come from the code at start.
 */
export class CreateProvinceReference1795240100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function tidy_name(name text) returns text language sql immutable strict parallel safe as $$
        select btrim(regexp_replace(normalize(name, NFC), '[\\s\\u00A0]+', ' ', 'g'))
      $$;
      create function fold_name(name text) returns text language sql immutable strict parallel safe as $$
        select btrim(regexp_replace(
          replace(
            regexp_replace(
              replace(
                regexp_replace(normalize(lower(normalize(name, NFC) collate "vi-x-icu"), NFD), '[\\u0300-\\u036F]', '', 'g'),
                'đ', 'd'),
              '[''’‘\`´ʼ"“”„«»]', '', 'g'),
            '&', ' va ') collate "vi-x-icu",
          '[^[:alnum:]]+', ' ', 'g'))
      $$;
      create table reference_content (
        name text primary key,
        content_hash text not null,
        written_at timestamptz not null
      );
      create table province (
        id text primary key,
        code text not null,
        slug text not null,
        name_vi text not null,
        name_en text not null,
        folded_name text not null generated always as (fold_name(name_vi)) stored,
        kind text not null,
        region text not null,
        valid_from date not null,
        valid_to date,
        unique (code, valid_from)
      );
      create table province_lineage (
        predecessor_id text not null,
        successor_id text not null,
        effective_on date not null,
        legal_basis text not null,
        primary key (predecessor_id, successor_id)
      );
      create index province_lineage_successor on province_lineage (successor_id);
      create table province_alias (
        province_id text not null,
        alias text not null,
        primary key (province_id, alias)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table province_alias; drop table province_lineage; drop table province; drop table reference_content;
       drop function fold_name(text); drop function tidy_name(text)`,
    );
  }
}
