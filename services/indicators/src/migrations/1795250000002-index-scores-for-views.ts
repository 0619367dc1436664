import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the BI views look up: what a province claimed for itself, cell by cell (such rows are few), and the scores of the year before
 * under the year that they are compared with.
 */
export class IndexScoresForViews1795250000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index score_self_assessed on score (province_id, index_code, year, criterion_code) where status = 'SELF_ASSESSED';
      create index score_year_after on score (index_code, (year + 1));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index score_year_after; drop index score_self_assessed');
  }
}
