import { z } from 'zod';
import { copyRows, Database, statement } from '@lientinh/postgres';
import { countStatements, createTestDatabase, silentLogger, type TestDatabase } from '../src';

const createTable = statement('create-note', z.unknown(), 'create table note (id int primary key, text text)');
const insertNote = statement('insert-note', z.unknown(), 'insert into note values ($1, $2)');
const listNotes = statement(
  'list-notes',
  z.object({ id: z.number(), text: z.string() }),
  'select id, text from note order by id',
);
const listWrongShape = statement('list-wrong', z.object({ id: z.string() }), 'select id from note');

describe('Database', () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await createTestDatabase([]);
    await test.database.write('prepare', (writer) => writer.run(createTable));
  });
  afterEach(() => test.destroy());

  it('keeps all writes of a transaction or none', async () => {
    const half = test.database.write('half', async (writer) => {
      await writer.run(insertNote, [1, 'một']);
      throw new Error('stop');
    });
    await expect(half).rejects.toThrow('stop');
    expect(await test.database.reader.all(listNotes)).toEqual([]);
    await test.database.write('whole', (writer) => writer.run(insertNote, [1, 'một']));
    expect(await test.database.reader.all(listNotes)).toEqual([{ id: 1, text: 'một' }]);
  });

  it('gives readers a connection that refuses to write', async () => {
    const sneaky = statement('sneaky', z.unknown(), `insert into note values (9, 'x') returning id`);
    await expect(test.database.reader.all(sneaky)).rejects.toThrow(/read-only/);
    await expect(test.database.read('sneaky', (reader) => reader.all(sneaky))).rejects.toThrow(/read-only/);
  });

  it('says that the outcome is unknown when the database is lost during the commit, and only then', async () => {
    const run = (text: string) => statement('break', z.unknown(), text);
    await test.database.write('prepare', async (writer) => {
      await writer.run(
        run(`create function lose() returns trigger language plpgsql as
        $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`),
      );
      await writer.run(
        run(`create constraint trigger lost after insert on note deferrable initially deferred
        for each row execute function lose()`),
      );
    });
    const insert = test.database.write('lost', (writer) => writer.run(insertNote, [1, 'một']));
    await expect(insert).rejects.toMatchObject({ code: 'WRITE_OUTCOME_UNKNOWN' });
    const before = test.database.write('lost', (writer) =>
      writer.run(run('select pg_terminate_backend(pg_backend_pid())')),
    );
    await expect(before).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    expect(await test.database.reader.all(listNotes)).toEqual([]);
  });

  it('reads after a lock what its holder wrote, whatever the default of the server is', async () => {
    const name = new URL(test.url).pathname.slice(1);
    const strict = statement(
      'strict',
      z.unknown(),
      `alter database ${name} set default_transaction_isolation = 'serializable'`,
    );
    await test.database.write('prepare', (writer) => writer.run(strict));
    const database = new Database({ url: test.url, logger: silentLogger, applicationName: 'strict' });
    const level = statement('level', z.object({ transaction_isolation: z.string() }), 'show transaction_isolation');
    const found = await database.write('level', (writer) => writer.get(level)).finally(() => database.close());
    expect(found).toEqual({ transaction_isolation: 'read committed' });
  });

  it('is unavailable when its disk is full', async () => {
    const full = statement('full', z.unknown(), `do $$ begin raise 'no room' using errcode = 'disk_full'; end $$`);
    await expect(test.database.write('full', (writer) => writer.run(full))).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
    });
  });

  it('refuses text that it cannot keep as the fault of the request', async () => {
    const find = statement('find', z.unknown(), 'select id from note where text = $1');
    await expect(test.database.reader.all(find, ['a\0b'])).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    const write = test.database.write('nul', (writer) => writer.run(insertNote, [1, 'a\0b']));
    await expect(write).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });

  it('checks the shape of the rows that come back', async () => {
    await test.database.write('fill', (writer) => writer.run(insertNote, [1, 'một']));
    await expect(test.database.reader.all(listWrongShape)).rejects.toThrow(/id/);
  });

  it('tells the name of every statement', async () => {
    const { statements } = await countStatements(test.database, () => test.database.reader.all(listNotes));
    expect(statements).toEqual(['list-notes']);
  });

  it('copies rows with every character that the format knows', async () => {
    const texts = ['tab\there', 'line\nbreak', 'back\\slash', 'return\r', '\\N', 'Ủy ban', ''];
    const written = await test.database.write('copy', (writer) =>
      copyRows(
        writer,
        'note (id, text)',
        texts.map((text, id) => [id, text]),
      ),
    );
    expect(written).toBe(texts.length);
    expect((await test.database.reader.all(listNotes)).map(({ text }) => text)).toEqual(texts);
  });
});
