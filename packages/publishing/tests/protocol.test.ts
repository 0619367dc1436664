import fc from 'fast-check';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { statement } from '@lientinh/postgres';
import { createTestDatabase, type TestDatabase } from '@lientinh/testkit';
import {
  contentHash,
  findPublication,
  invalidRowExample,
  listLedger,
  ProblemReport,
  publish,
  publishingMigrations,
  type LedgerEntry,
  type PublishOutcome,
  retract,
  rowProblem,
  verifyChain,
  VersionedTable,
} from './example-dataset';

class CreateCells1795240000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table cell (name text not null, value int not null, publication bigint not null,
      recorded_from timestamptz not null, recorded_to timestamptz not null)`);
  }
  async down(): Promise<void> {}
}

const cells = new VersionedTable({
  table: 'cell',
  unit: ['name'],
  key: ['name'],
  values: ['value'],
  staging: 'staged',
});
const createStaging = statement(
  'create-staging',
  z.unknown(),
  'create temp table staged (name text, value int) on commit drop',
);
const stageRows = statement(
  'stage-rows',
  z.unknown(),
  'insert into staged select * from unnest($1::text[], $2::int[])',
);
const currentRows = statement(
  'list-current',
  z.object({ name: z.string(), value: z.number() }),
  `select name, value from cell where recorded_to = 'infinity' order by name`,
);
const rowsAsOf = statement(
  'list-as-of',
  z.object({ name: z.string(), value: z.number() }),
  'select name, value from cell where recorded_from <= $1 and recorded_to > $1 order by name',
);

const rowsKept = statement(
  'list-rows-kept',
  z.object({ id: z.string(), current_rows: z.number() }),
  'select id, current_rows from publication',
);

/** What a follower of the ledger makes of it. */
function currentRowsOf(entries: readonly LedgerEntry[]): Cells {
  const rows: Record<string, number> = {};
  for (const { kind, publication, rowCount, rowChanges } of entries) {
    rows[publication] = kind === 'PUBLISH' ? rowCount : 0;
    for (const change of rowChanges) rows[change.publication] = (rows[change.publication] ?? 0) + change.rows;
  }
  return rows;
}

type Cells = Readonly<Record<string, number>>;

describe('the publishing protocol', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase([...publishingMigrations, CreateCells1795240000001]);
  });
  afterAll(() => test.destroy());
  beforeEach(() =>
    test.database.write('clean', async (writer) => {
      await writer.run(statement('clean', z.unknown(), `set local session_replication_role = replica`));
      await writer.run(statement('clean', z.unknown(), 'delete from cell'));
      await writer.run(statement('clean', z.unknown(), 'delete from publication'));
      await writer.run(statement('clean', z.unknown(), 'alter table ledger_entry disable trigger all'));
      await writer.run(statement('clean', z.unknown(), 'delete from ledger_entry'));
      await writer.run(statement('clean', z.unknown(), 'alter table ledger_entry enable trigger all'));
    }),
  );

  function send(
    key: string,
    values: Cells,
    options: { dryRun?: boolean; publisher?: string; confidential?: boolean } = {},
  ): Promise<PublishOutcome> {
    const submission = {
      dataset: 'SCORES' as const,
      publisher: options.publisher ?? 'papi',
      province: null,
      idempotencyKey: key,
      dryRun: options.dryRun ?? false,
      scope: { source: 'bảng tự chấm' },
      confidential: options.confidential === true ? { ledgerScope: {} } : null,
    };
    return publish(test.database, submission, {
      async stage(writer) {
        await writer.run(createStaging);
        await writer.run(stageRows, [Object.keys(values), Object.values(values)]);
        const problems = new ProblemReport();
        Object.values(values).forEach((value, row) => {
          if (value < 0) problems.add(rowProblem(row, 'value', invalidRowExample({ value }), value));
        });
        return { rowCount: Object.keys(values).length, contentHash: contentHash(values), problems };
      },
      async store(writer, { sequence, recordedAt }) {
        const superseded = await cells.supersede(writer, recordedAt);
        return { superseded, rowCount: await cells.insert(writer, sequence, recordedAt) };
      },
    });
  }

  const takeBack = (publication: string, publisher = 'papi', reason = 'sai số liệu'): Promise<PublishOutcome> =>
    retract(
      test.database,
      { dataset: 'SCORES', publisher, publication, reason },
      {
        restore: (writer, place) => cells.retract(writer, place.retracted, place.earlierRetractions, place.recordedAt),
      },
    );

  const current = async (): Promise<Cells> =>
    Object.fromEntries((await test.database.reader.all(currentRows)).map(({ name, value }) => [name, value]));
  const asOf = async (instant: string): Promise<Cells> =>
    Object.fromEntries((await test.database.reader.all(rowsAsOf, [instant])).map(({ name, value }) => [name, value]));
  const ledger = () => listLedger(test.database.reader, 'SCORES', 0, 1_000);

  const currentRowsKept = async (): Promise<Cells> =>
    Object.fromEntries((await test.database.reader.all(rowsKept)).map(({ id, current_rows }) => [id, current_rows]));

  it('accepts all rows and seals the ledger entry', async () => {
    const outcome = await send('k1', { a: 1, b: 2 });
    expect(outcome).toMatchObject({ status: 'ACCEPTED', acceptedRows: 2, replayed: false });
    expect(outcome.publication).toMatchObject({ publication: 'scores-1', sequence: 1, rowCount: 2, currentRows: 2 });
    expect(await current()).toEqual({ a: 1, b: 2 });
    expect(verifyChain(await ledger())).toBeNull();
  });

  it('writes nothing when one row is wrong, and leaves the key free', async () => {
    const outcome = await send('k1', { a: 1, b: -1 });
    expect(outcome).toMatchObject({ status: 'REJECTED', acceptedRows: 0, publication: null });
    expect(outcome.problems).toEqual([
      expect.objectContaining({ row: 1, path: 'value', code: 'EXAMPLE_INVALID', value: '-1' }),
    ]);
    expect([await current(), await ledger()]).toEqual([{}, []]);
    expect(await send('k1', { a: 1, b: 1 })).toMatchObject({ status: 'ACCEPTED' });
  });

  it('reports a dry run like the real one and writes nothing', async () => {
    expect(await send('k1', { a: 1 }, { dryRun: true })).toMatchObject({
      status: 'DRY_RUN',
      acceptedRows: 1,
      publication: null,
    });
    expect([await current(), await ledger()]).toEqual([{}, []]);
  });

  describe.each([
    ['public', false],
    ['confidential', true],
  ])('of %s rows', (_kind, confidential) => {
    it('answers the same key and content with the same receipt, and refuses other content', async () => {
      const first = await send('k1', { a: 1 }, { confidential });
      const again = await send('k1', { a: 1 }, { confidential });
      expect(again).toEqual({ ...first, replayed: true });
      await expect(send('k1', { a: 2 }, { confidential })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
      const other = await send('k1', { a: 3 }, { confidential, publisher: 'pci' });
      expect(other).toMatchObject({ status: 'ACCEPTED', replayed: false });
    });

    it('makes one publication of fifty equal requests at once', async () => {
      const outcomes = await Promise.all(Array.from({ length: 50 }, () => send('k1', { a: 1 }, { confidential })));
      expect(new Set(outcomes.map(({ publication }) => JSON.stringify(publication))).size).toBe(1);
      expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
      expect(await ledger()).toHaveLength(1);
      expect(outcomes[0]?.publication?.contentSalt === null).toBe(!confidential);
    });

    it('takes it back with an entry that tells no more than the first', async () => {
      const { publication } = await send('k1', { a: 1 }, { confidential });
      await takeBack('scores-1');
      const [first, second] = await ledger();
      expect(verifyChain(await ledger())).toBeNull();
      expect(second).toMatchObject({ kind: 'RETRACT', scope: first?.scope, idempotencyKey: first?.idempotencyKey });
      expect(JSON.stringify(await ledger()).includes('k1')).toBe(!confidential);
      expect(await send('k1', { a: 1 }, { confidential })).toMatchObject({
        replayed: true,
        publication: { contentSalt: publication?.contentSalt, currentRows: 0 },
      });
    });
  });

  it('keeps one current value and an unbroken ledger when publishers race for the same cells', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, place) =>
        send(`k${place}`, { a: place, b: place }, { publisher: place % 2 === 0 ? 'papi' : 'pci' }),
      ),
    );
    expect(outcomes.every(({ status }) => status === 'ACCEPTED')).toBe(true);
    const entries = await ledger();
    expect(verifyChain(entries)).toBeNull();
    const last = outcomes.find(({ publication }) => publication?.sequence === 20);
    const { a, b } = await current();
    expect(a).toBe(b);
    expect(last?.publication?.idempotencyKey).toBe(`k${a}`);
  });

  it('brings back what a retracted publication had superseded', async () => {
    await send('k1', { a: 1, b: 1 });
    const second = await send('k2', { b: 2, c: 2 });
    expect(second.publication?.supersedes).toEqual(['scores-1']);
    expect(second.publication?.rowChanges).toEqual([{ publication: 'scores-1', rows: -1 }]);
    const outcome = await takeBack('scores-2');
    expect(outcome.publication).toMatchObject({ currentRows: 0, retractionReason: 'sai số liệu' });
    expect(await current()).toEqual({ a: 1, b: 1 });
    expect((await findPublication(test.database.reader, 'scores-1'))?.currentRows).toBe(2);
    expect((await ledger()).at(-1)?.rowChanges).toEqual([{ publication: 'scores-1', rows: 1 }]);
  });

  it('refuses to retract twice, for another, or what is not there', async () => {
    await send('k1', { a: 1 });
    await expect(takeBack('scores-1', 'pci')).rejects.toMatchObject({ code: 'RETRACTION_NOT_YOURS' });
    await takeBack('scores-1');
    await expect(takeBack('scores-1')).rejects.toMatchObject({ code: 'PUBLICATION_RETRACTED_ALREADY' });
    await expect(takeBack('scores-9')).rejects.toMatchObject({ code: 'PUBLICATION_UNKNOWN' });
  });

  it.each(['half \ud800 a pair', 'nothing \0 at all'])(
    'refuses text that the ledger could not keep: %j',
    async (text) => {
      await send('k1', { a: 1 });
      await expect(send(text, { a: 2 })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_INVALID' });
      await expect(takeBack('scores-1', 'papi', text)).rejects.toMatchObject({ code: 'RETRACTION_REASON_MISSING' });
      expect(verifyChain(await ledger())).toBeNull();
    },
  );

  it('keeps reasons of several lines and every script', async () => {
    await send('khóa 🔑', { a: 1 });
    await takeBack('scores-1', 'papi', 'sai số liệu\n\t😀');
    expect((await ledger()).at(-1)?.reason).toBe('sai số liệu\n\t😀');
    expect(verifyChain(await ledger())).toBeNull();
  });

  it('refuses to change or delete a ledger entry', async () => {
    await send('k1', { a: 1 });
    for (const attack of [
      'update ledger_entry set row_count = 9',
      'delete from ledger_entry',
      'truncate ledger_entry cascade',
    ]) {
      await expect(
        test.database.write('attack', (writer) => writer.run(statement('attack', z.unknown(), attack))),
      ).rejects.toThrow(/append-only/);
    }
  });

  it('always shows, for every cell, the latest publication that was not retracted, at every instant (any history)', async () => {
    const names = ['a', 'b', 'c'];
    const action = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.dictionary(fc.constantFrom(...names), fc.integer({ min: 0, max: 99 }), { minKeys: 1 }),
      },
      { weight: 2, arbitrary: fc.nat() },
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 8 }), async (actions) => {
        run += 1;
        const prefix = `r${run}`;
        const published: { id: string; values: Cells; retracted: boolean }[] = [];
        const history: { at: string; expected: Cells }[] = [];
        const scoped = (values: Cells): Cells =>
          Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}-${name}`, value]));
        const ofRun = (all: Cells): Cells =>
          Object.fromEntries(Object.entries(all).filter(([name]) => name.startsWith(`${prefix}-`)));
        for (const [place, step] of actions.entries()) {
          let at: string | undefined;
          if (typeof step === 'number') {
            const open = published.filter(({ retracted }) => !retracted);
            const target = open[step % Math.max(open.length, 1)];
            if (target === undefined) continue;
            target.retracted = true;
            at = (await takeBack(target.id)).publication?.retractedAt ?? undefined;
          } else {
            const { publication } = await send(`${prefix}-${place}`, scoped(step));
            published.push({ id: publication?.publication ?? '', values: scoped(step), retracted: false });
            at = publication?.recordedAt;
          }
          const expected = Object.assign(
            {},
            ...published.filter(({ retracted }) => !retracted).map(({ values }) => values),
          ) as Cells;
          history.push({ at: at ?? '', expected });
          expect(ofRun(await current())).toEqual(expected);
          expect(currentRowsOf(await ledger())).toEqual(await currentRowsKept());
        }
        for (const { at, expected } of history) expect(ofRun(await asOf(at))).toEqual(expected);
      }),
      { numRuns: 25 },
    );
    expect(verifyChain(await ledger())).toBeNull();
  });
});
