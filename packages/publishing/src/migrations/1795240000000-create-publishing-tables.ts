import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger of each data set of a subgraph, and what became of each publication. The ledger is append-only: a trigger refuses to
 * change or delete an entry. `publication` is a projection of it that is kept in the same transaction (idempotency, status, receipts).
 */
export class CreatePublishingTables1795240000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ledger_entry (
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
      create index ledger_entry_publication on ledger_entry (publication);
      create function refuse_ledger_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the ledger is append-only' using errcode = 'integrity_constraint_violation';
      end $$;
      create trigger ledger_is_append_only before update or delete or truncate on ledger_entry
        for each statement execute function refuse_ledger_change();
      create table publication (
        id text primary key,
        dataset text not null,
        sequence bigint not null,
        publisher text not null,
        idempotency_key text not null,
        content_hash text not null,
        current_rows integer not null,
        retracted_at timestamptz,
        retracted_by bigint,
        receipt text,
        foreign key (dataset, sequence) references ledger_entry (dataset, sequence),
        unique (dataset, publisher, idempotency_key),
        unique (dataset, sequence)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table publication; drop table ledger_entry; drop function refuse_ledger_change()');
  }
}
