import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Plans and what they say. Only `plan` carries the time of recording: everything else is keyed by the publication that stated it,
 * is never changed, and is current when its plan's version is. A retraction therefore brings a whole plan back by one row.
 */
export class CreatePlanTables1795250000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create extension if not exists pg_trgm');
    for (const sql of [REFERENCE, PLAN, TARGET, TASK, GOAL, DUTY, PROGRESS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table task_progress, finding, legal_reference, report_duty, shortcoming_agency, shortcoming, index_goal,
      task_agency, task_product, task, target, plan_document, plan, province, metric, reference_data`);
  }
}

const REFERENCE = `
  create table reference_data (name text primary key, content_hash text not null);
  create table metric (
    code text primary key, place integer not null, name_vi text not null, name_en text not null, unit text not null,
    direction text not null, usual_area text not null, definition_vi text not null
  );
  create table province (
    id text primary key, code text not null, name_vi text not null, name_en text not null, valid_from date not null, valid_to date
  );
  create index province_code on province (code);`;

const PLAN = `
  create table plan (
    plan_id text not null, identity text not null, province_id text not null, province_code text not null,
    number text, approving_number text, approving_on date, kind text not null, title text not null, search_text text not null,
    search tsvector generated always as (to_tsvector('simple', search_text)) stored,
    issuer_name text not null, issuer_agency text not null, issued_on date, period_from date not null, period_to date not null,
    signer text, signer_title text, document_name text, fact_count integer not null,
    publication bigint not null, recorded_from timestamptz not null, recorded_to timestamptz not null,
    check (period_from <= period_to)
  );
  create unique index plan_current on plan (plan_id) where recorded_to = 'infinity';
  create index plan_version on plan (plan_id, recorded_from);
  create index plan_publication on plan (publication);
  create index plan_identity on plan (identity) where recorded_to = 'infinity';
  create index plan_province on plan (province_id, period_to desc, plan_id);
  create index plan_search on plan using gin (search);
  create table plan_document (publication bigint primary key, plan_id text not null, body text not null);`;

const TARGET = `
  create table target (
    publication bigint not null, plan_id text not null, province_id text not null, target_id text not null, ordinal integer not null,
    area text not null, area_basis text not null, label text not null, metric text, comparator text not null, value numeric not null,
    unit text not null, deadline date, effective_deadline date not null, scope text, stated_in text not null,
    line_from integer, line_to integer,
    primary key (publication, ordinal)
  );
  create index target_metric on target (metric, province_id, effective_deadline);
  create index target_id on target (target_id);`;

const TASK = `
  create table task (
    publication bigint not null, plan_id text not null, province_id text not null, task_id text not null, ordinal integer not null,
    reference text not null, number text not null, section text, section_title text, area text not null, area_basis text not null,
    content text not null, search_text text not null,
    search tsvector generated always as (to_tsvector('simple', search_text)) stored,
    due_kind text not null, due_from date, due_to date, due_text text not null, earliest_deadline date,
    line_from integer, line_to integer,
    primary key (publication, ordinal)
  );
  create index task_id on task (task_id);
  create index task_deadline on task (province_id, earliest_deadline);
  create index task_search on task using gin (search);
  create table task_product (
    publication bigint not null, task_id text not null, ordinal integer not null, name text not null,
    due_kind text, due_from date, due_to date, due_text text, line_from integer, line_to integer,
    primary key (publication, task_id, ordinal)
  );
  create table task_agency (
    publication bigint not null, task_id text not null, product integer not null, role text not null, ordinal integer not null,
    printed_name text not null, agency text,
    primary key (publication, task_id, product, role, ordinal)
  );
  create index task_agency_agency on task_agency (agency, role) where product = 0;`;

const GOAL = `
  create table index_goal (
    publication bigint not null, plan_id text not null, province_id text not null, goal_id text not null, ordinal integer not null,
    index_code text not null, level text not null, criterion_code text, criterion_id text, printed_criterion text not null,
    baseline_year integer, baseline_score numeric, baseline_max numeric, baseline_rank integer, ranked_among integer,
    target_year integer not null, target_score numeric, target_max numeric, target_rank integer, target_rank_gain integer,
    comparator text not null, line_from integer, line_to integer,
    primary key (publication, ordinal)
  );
  create index index_goal_id on index_goal (goal_id);
  create table shortcoming (
    publication bigint not null, plan_id text not null, ordinal integer not null, number text, section text, criterion text not null,
    score numeric, max_score numeric, line_from integer, line_to integer,
    primary key (publication, ordinal)
  );
  create table shortcoming_agency (
    publication bigint not null, shortcoming integer not null, ordinal integer not null, printed_name text not null, agency text,
    primary key (publication, shortcoming, ordinal)
  );`;

const DUTY = `
  create table report_duty (
    publication bigint not null, plan_id text not null, ordinal integer not null, text text not null, reporter text, recipient text,
    via text, recurrence text not null, rule_before boolean, rule_day integer, rule_month integer, rule_month_of_quarter integer,
    rule_first_year integer, line_from integer, line_to integer,
    primary key (publication, ordinal)
  );
  create table legal_reference (
    publication bigint not null, plan_id text not null, ordinal integer not null, number text not null, kind text not null,
    issued_on date, printed text not null, cited_from integer[] not null, cited_to integer[] not null,
    primary key (publication, ordinal)
  );
  create table finding (
    publication bigint not null, plan_id text not null, ordinal integer not null, code text not null, message_vi text not null,
    message_en text not null, lines_from integer[] not null, lines_to integer[] not null,
    primary key (publication, ordinal)
  );`;

const PROGRESS = `
  create table task_progress (
    task_id text not null, reported_on date not null, plan_id text not null, status text not null,
    percent integer check (percent between 0 and 100), note text,
    publication bigint not null, recorded_from timestamptz not null, recorded_to timestamptz not null
  );
  create index task_progress_task on task_progress (task_id, reported_on desc, recorded_to);
  create index task_progress_publication on task_progress (publication);`;
