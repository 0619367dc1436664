import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Scores as they were published, never changed or deleted: `recorded_to` ends a row, a later row takes its place. A cell is one
 * criterion of one province in one year; each status, and each third source, has a lane of its own in it (`status`, `source_key`).
 * `complete_criterion` holds what publications declared complete, over the same recorded time. `province_id` leads the primary key, so
 * that the table can be distributed by province.
 */
export class CreateScoreTables1795250000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table score (
        province_id text not null,
        index_code text not null,
        year integer not null,
        criterion_code text not null,
        status text not null check (status in ('SELF_ASSESSED', 'APPRAISED', 'PUBLISHED')),
        standing text not null check (standing in ('OFFICIAL', 'REPORTED')),
        source_key text not null,
        value numeric not null check (value >= 0),
        max_score numeric,
        method text,
        published_rank integer check (published_rank >= 1),
        published_ranked_among integer check (published_ranked_among >= 1),
        source_document text,
        source_url text,
        publication bigint not null,
        recorded_from timestamptz not null,
        recorded_to timestamptz not null,
        primary key (province_id, index_code, year, criterion_code, status, source_key, recorded_from),
        check ((standing = 'OFFICIAL') = (source_key = ''))
      );
      create unique index score_current on score (index_code, year, criterion_code, province_id, status, source_key)
        where recorded_to = 'infinity';
      create index score_history on score (index_code, year, recorded_from);
      create index score_publication on score (publication, province_id, criterion_code);
      create table complete_criterion (
        index_code text not null,
        year integer not null,
        criterion_code text not null,
        publication bigint not null,
        recorded_from timestamptz not null,
        recorded_to timestamptz not null,
        primary key (index_code, year, criterion_code, publication)
      );
      create index complete_criterion_publication on complete_criterion (publication);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table complete_criterion; drop table score');
  }
}
