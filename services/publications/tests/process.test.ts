import { resolve } from 'node:path';
import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import { createTestDatabase, freePort, startProcess, type TestDatabase } from '@lientinh/testkit';
import { type LedgerOwner, startLedgerOwner } from './support/ledger-owner';

const MAIN = resolve(__dirname, '../dist/src/main.js');

describe('the process (needs a build)', () => {
  let issuer: TestIssuer;
  let owner: LedgerOwner;
  let test: TestDatabase;
  beforeAll(async () => {
    issuer = await createTestIssuer();
    owner = await startLedgerOwner(issuer.verifier());
    test = await createTestDatabase([]);
  });
  afterAll(async () => {
    await test.destroy();
    await owner.destroy();
    await issuer.close();
  });

  it('migrates, follows the addresses of its environment, and stops in good order while it waits for news', async () => {
    const id = await owner.publish({ dataset: 'PROCEDURES', key: 'k1', cells: ['a'] });
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const publications = await startProcess(
      MAIN,
      {
        ...issuer.environment,
        PORT: String(port),
        DATABASE_URL: test.url,
        AGENCIES_URL: owner.url,
        INDICATORS_URL: `${owner.url}/`,
        PLANS_URL: owner.url,
        PROCEDURES_URL: owner.url,
      },
      async () => (await fetch(`${address}/health/ready`)).ok,
    );
    const ask = async (): Promise<{ publications: { nodes: unknown[] }; publishers: unknown[] }> => {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ publications { nodes { id } } publishers { id } }' }),
      });
      return ((await response.json()) as { data: Awaited<ReturnType<typeof ask>> }).data;
    };
    try {
      // A question does not wait longer than two seconds for the ledgers, which a slow machine may take to read.
      let data = await ask();
      while (data.publications.nodes.length === 0) data = await ask();
      expect(data.publications).toEqual({ nodes: [{ id }] });
      expect(data.publishers.length).toBeGreaterThan(0);
    } finally {
      await publications.stop();
    }
    expect(publications.child.exitCode).toBe(0);
  });
});
