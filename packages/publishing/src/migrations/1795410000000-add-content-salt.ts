import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The salt of a confidential publication, beside its receipt and never in the ledger. Entries from before keep the plain hash: the chain
 * covers it. `publication.idempotency_key` holds the key as it was sent; that of the ledger may be a commitment.
 */
export class AddContentSalt1795410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table publication
        add column content_salt text check (content_salt ~ '^[0-9a-f]{64}$'),
        add constraint publication_salted_alone check ((content_salt is not null) = (content_hash like 'sha256-salted:%'))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table publication drop constraint publication_salted_alone, drop column content_salt');
  }
}
