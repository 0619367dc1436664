import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the BI view of the publications looks up in the copy of the ledgers, as `ledgerIndexesSql` of @lientinh/bi has it. */
export class IndexFollowedEntries1795320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index followed_entry_publication on followed_entry (publication);
      create index followed_entry_row_changes on followed_entry using gin (row_changes jsonb_path_ops);
      create index followed_entry_bi_id on followed_entry (publication collate "C") where kind = 'PUBLISH';
      create index followed_entry_bi_page on followed_entry (dataset collate "C", sequence) where kind = 'PUBLISH';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop index followed_entry_publication, followed_entry_row_changes, followed_entry_bi_id, followed_entry_bi_page',
    );
  }
}
