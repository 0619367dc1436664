import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What codes mean, for joins in SQL and for BI views: provinces over time, indices, and criteria by the years in which they keep one
 * meaning. Written by the service at start from its own data (`reference_version` tells which), never by publications.
 */
export class CreateReferenceTables1795250000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reference_version (
        name text primary key,
        content_hash text not null
      );
      create table province (
        id text primary key,
        code text not null,
        slug text not null,
        name_vi text not null,
        name_en text not null,
        kind text not null,
        region text not null,
        valid_from date not null,
        valid_to date
      );
      create index province_code on province (code, valid_from);
      create table index_definition (
        code text primary key,
        name_vi text not null,
        name_en text not null,
        publisher text not null,
        publisher_name text not null,
        precision integer not null,
        unit text not null,
        display_order integer not null
      );
      create table criterion (
        index_code text not null references index_definition (code) deferrable initially deferred,
        code text not null,
        valid_from_year integer not null,
        valid_to_year integer,
        framework_version text not null,
        parent_code text,
        depth integer not null,
        print_order integer not null,
        maximum numeric,
        meaning_id text not null,
        is_sum_of_parts boolean not null,
        name_vi text not null,
        name_en text,
        primary key (index_code, code, valid_from_year)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table criterion; drop table index_definition; drop table province; drop table reference_version',
    );
  }
}
