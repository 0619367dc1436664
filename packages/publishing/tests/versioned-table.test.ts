import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { statement, type Statement, type Writer } from '@lientinh/postgres';
import { createTestDatabase, type TestDatabase } from '@lientinh/testkit';
import { VersionedTable } from '../src';

class CreateCatalogue1795240000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table item (province text not null, year int not null, code text not null, name text not null,
      publication bigint not null, recorded_from timestamptz not null, recorded_to timestamptz not null)`);
    await runner.query('create index item_publication on item (publication)');
    await runner.query('create index item_unit on item (province, year, publication)');
  }
  async down(): Promise<void> {}
}

/** A unit is the whole list of a province and a year; its rows are keyed by their code. */
const items = new VersionedTable({
  table: 'item',
  unit: ['province', 'year'],
  key: ['province', 'year', 'code'],
  values: ['name'],
  staging: 'staged',
});

const run = (text: string) => statement('prepare', z.unknown(), text);
const current = statement(
  'list-current',
  z.object({ line: z.string() }),
  `select province || ' ' || code || ' ' || name as line from item where recorded_to = 'infinity' order by province, code`,
);

describe('a versioned table whose units hold several rows', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase([CreateCatalogue1795240000009]);
  });
  afterAll(() => test.destroy());

  const at = (publication: number): string => `2020-01-01T00:00:${String(publication).padStart(2, '0')}Z`;

  /** Publishes lists of codes by province; each row is named after its publication. */
  const publish = (publication: number, lists: Readonly<Record<string, readonly string[]>>) =>
    test.database.write('publish', async (writer) => {
      const rows = Object.entries(lists).flatMap(([province, codes]) => codes.map((code) => [province, code]));
      await writer.run(run('create temp table staged (province text, year int, code text, name text) on commit drop'));
      await writer.run(run('insert into staged select p, 2020, c, $3 from unnest($1::text[], $2::text[]) as r(p, c)'), [
        rows.map(([province]) => province),
        rows.map(([, code]) => code),
        `of ${publication}`,
      ]);
      const superseded = await items.supersede(writer, at(publication));
      await items.insert(writer, publication, at(publication));
      return superseded;
    });
  const retract = (publication: number, earlier: readonly number[], place: number) =>
    test.database.write('retract', (writer) => items.retract(writer, publication, earlier, at(place)));
  const lines = async (): Promise<string[]> => (await test.database.reader.all(current)).map(({ line }) => line);

  it('replaces and brings back whole units, whichever rows they have, and once only', async () => {
    await publish(1, { hue: ['a', 'b'], kon: ['a'] });
    expect(await publish(2, { hue: ['b', 'c'] })).toEqual(new Map([[1, 2]]));
    expect(await lines()).toEqual(['hue b of 2', 'hue c of 2', 'kon a of 1']);
    expect(await retract(2, [], 3)).toEqual(new Map([[1, 2]]));
    expect(await lines()).toEqual(['hue a of 1', 'hue b of 1', 'kon a of 1']);
    expect(await publish(4, { hue: ['d'] })).toEqual(new Map([[1, 2]]));
    expect(await retract(4, [2], 5)).toEqual(new Map([[1, 2]]));
    expect(await lines()).toEqual(['hue a of 1', 'hue b of 1', 'kon a of 1']);
    expect(await retract(1, [2, 4], 6)).toEqual(new Map());
    expect(await lines()).toEqual([]);
  });

  it('finds the rows of the units that it brings back by their index, not by comparing each with every row', async () => {
    const sent: { statement: Statement<unknown>; parameters: readonly unknown[] }[] = [];
    const recorder = {
      all: (sending: Statement<unknown>, parameters: readonly unknown[]) => {
        sent.push({ statement: sending, parameters });
        return Promise.resolve([]);
      },
    } as unknown as Writer;
    await items.retract(recorder, 7, [], at(7));
    const restore = sent.at(-1);
    const plan = await test.database.write('explain', async (writer) => {
      await writer.run(
        run(
          `insert into item select 'p' || g % 500, g / 500, 'c', 'n', 7, now(), 'infinity' from generate_series(1, 20000) g`,
        ),
      );
      await writer.run(run('analyze item'));
      const explain = statement(
        'explain',
        z.record(z.string(), z.string()),
        `explain ${restore?.statement.text ?? ''}`,
      );
      return (await writer.all(explain, restore?.parameters)).map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toMatch(/(Hash|Merge|Index) Cond: .*province.*year/);
    expect(plan).not.toMatch(/Join Filter: .*province/);
  });
});
