import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a province claimed for itself is looked up cell by cell beside the value that counts; such rows are few. */
export class IndexSelfAssessedScores1795250000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index score_self_assessed on score (province_id, index_code, year, criterion_code) where status = 'SELF_ASSESSED'
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index score_self_assessed');
  }
}
