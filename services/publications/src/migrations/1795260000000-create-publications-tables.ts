import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The publishers' registry with its append-only log, the calendars of reports, and the copy of all ledgers. `followed_publication` is
 * a projection of `followed_entry` that is kept in the transaction that appends.
 */
export class CreatePublicationsTables1795260000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function refuse_history_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
      end $$;
    `);
    await runner.query(REGISTRY);
    await runner.query(CALENDARS);
    await runner.query(LEDGERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table followed_publication; drop table followed_entry; drop table followed_ledger;
      drop table report_duty; drop table report_calendar;
      drop table publisher_change; drop table publisher;
      drop function refuse_history_change();
    `);
  }
}

const appendOnly = (table: string): string => `
  create trigger ${table}_is_append_only before update or delete or truncate on ${table}
    for each statement execute function refuse_history_change();`;

const REGISTRY = `
  create table publisher (
    id text primary key,
    name_vi text not null,
    name_en text not null,
    province text check (province ~ '^[0-9]{2}$'),
    datasets text[] not null,
    indices text[] not null,
    active boolean not null,
    changed_at timestamptz not null
  );
  create table publisher_change (
    sequence bigint generated always as identity primary key,
    publisher text not null references publisher (id),
    kind text not null check (kind in ('REGISTER', 'CHANGE_RIGHTS', 'SUSPEND', 'RESUME')),
    state jsonb not null,
    reason text,
    changed_by text not null,
    changed_at timestamptz not null
  );
  create index publisher_change_publisher on publisher_change (publisher, sequence);
  ${appendOnly('publisher_change')}
`;

const CALENDARS = `
  create table report_calendar (
    id bigint generated always as identity primary key,
    circular text not null,
    source_document text,
    source_url text,
    valid_from date not null,
    recorded_by text not null,
    recorded_at timestamptz not null
  );
  create table report_duty (
    calendar bigint not null references report_calendar (id),
    code text not null,
    name_vi text not null,
    name_en text not null,
    dataset text not null,
    period text not null check (period in ('MONTH', 'QUARTER', 'HALF_YEAR', 'FIRST_HALF', 'YEAR')),
    due_month integer not null check (due_month between 1 and 24),
    before_day integer not null check (before_day between 1 and 28),
    window_months integer not null check (window_months between 1 and 12),
    primary key (calendar, code)
  );
  ${appendOnly('report_calendar')}
  ${appendOnly('report_duty')}
`;

const LEDGERS = `
  create table followed_ledger (
    dataset text primary key,
    sequence bigint not null,
    hash text not null,
    recorded_at timestamptz not null
  );
  create table followed_entry (
    dataset text not null,
    sequence bigint not null,
    kind text not null check (kind in ('PUBLISH', 'RETRACT')),
    publication text not null,
    publisher text not null,
    province text,
    scope jsonb not null,
    idempotency_key text not null,
    content_hash text not null,
    row_count integer not null,
    supersedes text[] not null,
    row_changes jsonb not null,
    reason text,
    recorded_at timestamptz not null,
    previous_hash text not null,
    hash text not null,
    primary key (dataset, sequence)
  );
  ${appendOnly('followed_entry')}
  create table followed_publication (
    id text primary key,
    dataset text not null,
    sequence bigint not null,
    publisher text not null,
    province text,
    province_code text generated always as (split_part(province, '@', 1)) stored,
    content_hash text not null,
    row_count integer not null,
    supersedes text,
    recorded_at timestamptz not null,
    hash text not null,
    reports_on date not null,
    received_on date not null,
    current_rows integer not null,
    retracted_at timestamptz,
    retracted_on date,
    retraction_reason text,
    status text not null generated always as (
      case when retracted_at is not null then 'RETRACTED' when current_rows = 0 then 'SUPERSEDED' else 'ACCEPTED' end) stored,
    unique (dataset, sequence),
    foreign key (dataset, sequence) references followed_entry (dataset, sequence)
  );
  create index followed_publication_newest on followed_publication (recorded_at desc, id desc);
  create index followed_publication_publisher on followed_publication (publisher, recorded_at desc, id desc);
  create index followed_publication_province on followed_publication (province_code, recorded_at desc, id desc);
  create index followed_publication_reports on followed_publication (dataset, province_code, reports_on);
`;
