import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the BI views page by and look up: keys in the order of bytes, and the rows of a plan or task. */
export class IndexBiViews1795320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index plan_bi_id on plan (plan_id collate "C");
      create index target_bi_id on target (target_id collate "C");
      create index target_bi_plan on target (plan_id collate "C");
      create index task_bi_id on task (task_id collate "C");
      create index task_bi_plan on task (plan_id collate "C");
      create index index_goal_bi_id on index_goal (goal_id collate "C");
      create index index_goal_bi_plan on index_goal (plan_id collate "C");
      create index task_agency_bi_key on task_agency (task_id collate "C", role collate "C", (ordinal + 1)) where product = 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index plan_bi_id, target_bi_id, target_bi_plan, task_bi_id, task_bi_plan, index_goal_bi_id,
      index_goal_bi_plan, task_agency_bi_key`);
  }
}
