import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ids of agencies, and of those that they belong to, in the order of bytes: what the BI view pages by and looks up. */
export class IndexAgencyIds1795320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index agency_bi_id on agency ((province_code || '/' || key) collate "C");
      create index agency_bi_parent on agency (parent_id collate "C");
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index agency_bi_id, agency_bi_parent');
  }
}
