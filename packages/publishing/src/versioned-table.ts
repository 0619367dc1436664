import { z } from 'zod';
import { statement, type Statement, type Writer } from '@lientinh/postgres';

/**
 * A table of facts that are never changed or deleted. Each row has `publication` (place in the ledger), `recorded_from` and
 * `recorded_to` (`infinity` while current).
 *
 * The rule, for every unit (a cell of an index, the catalogue of a province): its current rows are those of the LATEST publication
 * that states it and was not retracted. Publishing supersedes, retracting brings back, and the order of the two does not matter.
 *
 * The table needs an index on `publication`, one on the unit's current rows, and one that begins with the unit and holds all rows.
 */
export interface VersionedTableDefinition {
  readonly table: string;
  /** Columns that name what one publication replaces as a whole; declared `not null`. */
  readonly unit: readonly string[];
  /** Columns that name a row inside a publication; the unit's columns are among them. */
  readonly key: readonly string[];
  /** All other columns that are copied from the staging table. */
  readonly values: readonly string[];
  /** Table (temporary, of the transaction) with the same columns, from which rows are taken. */
  readonly staging: string;
}

/** Rows of one publication. */
const counted = z.object({ publication: z.coerce.number().int(), rows: z.coerce.number().int() });
type Counted = z.infer<typeof counted>;

/** The statements that keep the rule for one table; each is called inside the transaction that holds the data set's ledger. */
export class VersionedTable {
  readonly #supersede: Statement<Counted>;
  readonly #insert: Statement<unknown>;
  readonly #close: Statement<Counted>;
  readonly #restore: Statement<Counted>;

  constructor({ table, unit, key, values, staging }: VersionedTableDefinition) {
    const columns = [...key, ...values];
    const list = (prefix: string): string => columns.map((column) => `${prefix}.${column}`).join(', ');
    const unitList = (prefix: string): string => unit.map((column) => `${prefix}.${column}`).join(', ');
    // Plain equality can be joined by hash or index ("is not distinct from" cannot): the columns of units are never null.
    const same = (a: string, b: string): string =>
      unit.map((column) => `${a}.${column} = ${b}.${column}`).join(' and ');
    this.#supersede = statement(
      `supersede-${table}`,
      counted,
      `with closed as (
         update ${table} f set recorded_to = $1 from (select distinct ${unitList('s')} from ${staging} s) u
         where ${same('f', 'u')} and f.recorded_to = 'infinity' returning f.publication)
       select publication, count(*) as rows from closed group by publication`,
    );
    this.#insert = statement(
      `insert-${table}`,
      z.unknown(),
      `insert into ${table} (${columns.join(', ')}, publication, recorded_from, recorded_to)
       select ${list('s')}, $1, $2, 'infinity' from ${staging} s`,
    );
    this.#close = statement(
      `close-${table}`,
      counted,
      `with closed as (
         update ${table} set recorded_to = $2 where publication = $1 and recorded_to = 'infinity' returning publication)
       select publication, count(*) as rows from closed group by publication`,
    );
    this.#restore = statement(
      `restore-${table}`,
      counted,
      `with units as (select distinct ${unitList('f')} from ${table} f where f.publication = $1 and f.recorded_to = $2),
         latest as (
           select ${unitList('f')}, max(f.publication) as publication from ${table} f join units u on ${same('f', 'u')}
           where f.publication <> all($3::bigint[]) group by ${unitList('f')}),
         restored as (
           insert into ${table} (${columns.join(', ')}, publication, recorded_from, recorded_to)
           select distinct on (${key.map((column) => `f.${column}`).join(', ')}) ${list('f')}, f.publication, $2, 'infinity'
           from ${table} f join latest l on ${same('f', 'l')} and f.publication = l.publication
           returning publication)
       select publication, count(*) as rows from restored group by publication`,
    );
  }

  /** Ends the current rows of every unit in the staging table; rows ended, by publication. */
  async supersede(writer: Writer, recordedAt: string): Promise<Map<number, number>> {
    return byPublication(await writer.all(this.#supersede, [recordedAt]));
  }

  /** Writes the staged rows as current; their number. */
  insert(writer: Writer, publication: number, recordedAt: string): Promise<number> {
    return writer.run(this.#insert, [publication, recordedAt]);
  }

  /** Ends the current rows of a publication and brings back what they had superseded; rows brought back, by publication. */
  async retract(
    writer: Writer,
    publication: number,
    retracted: readonly number[],
    recordedAt: string,
  ): Promise<Map<number, number>> {
    await writer.all(this.#close, [publication, recordedAt]);
    return byPublication(await writer.all(this.#restore, [publication, recordedAt, [...retracted, publication]]));
  }
}

function byPublication(rows: readonly Counted[]): Map<number, number> {
  return new Map(rows.map(({ publication, rows: count }) => [publication, count]));
}
