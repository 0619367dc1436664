import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys that a person puts into a workbook, and the append-only log of their making and revoking. Secrets are never kept. */
export class CreateWorkbookKeys1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table workbook_key (
        id text primary key,
        secret_hash bytea not null unique check (octet_length(secret_hash) = 32),
        name text not null check (char_length(name) between 1 and 200),
        maker text not null,
        maker_rights jsonb not null,
        province_code text check (province_code ~ '^[0-9]{2}$'),
        datasets text[] check (cardinality(datasets) > 0),
        created_at timestamptz not null,
        expires_at timestamptz not null check (expires_at > created_at),
        revoked_at timestamptz,
        revoked_by text,
        last_used_at timestamptz,
        check ((revoked_at is null) = (revoked_by is null))
      );
      create index workbook_key_maker on workbook_key (maker, created_at);
      create table key_event (
        sequence bigint generated always as identity primary key,
        key_id text not null references workbook_key (id),
        kind text not null check (kind in ('CREATE', 'REVOKE')),
        actor text not null,
        state jsonb not null,
        recorded_at timestamptz not null
      );
      create index key_event_key on key_event (key_id, sequence);
    `);
    await runner.query(`
      create function refuse_key_event_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
      end $$;
      create trigger key_event_is_append_only before update or delete or truncate on key_event
        for each statement execute function refuse_key_event_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table key_event; drop table workbook_key; drop function refuse_key_event_change();`);
  }
}
