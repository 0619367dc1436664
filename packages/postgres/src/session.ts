import type { PoolClient } from 'pg';
import type { Statement } from './statement';

/** May read. Its connection refuses to write. */
export interface Reader {
  /** All rows. */
  all<R>(statement: Statement<R>, parameters?: readonly unknown[]): Promise<R[]>;
  /** The only row, or null. Throws when there are several. */
  find<R>(statement: Statement<R>, parameters?: readonly unknown[]): Promise<R | null>;
  /** The only row. Throws when there is none or several. */
  get<R>(statement: Statement<R>, parameters?: readonly unknown[]): Promise<R>;
}

declare const writerBrand: unique symbol;

/** May read and write, inside one transaction. Only `Database.write` makes one. */
export interface Writer extends Reader {
  readonly [writerBrand]: true;
  /** Runs a statement that returns no rows; gives the number of rows it touched. */
  run(statement: Statement<unknown>, parameters?: readonly unknown[]): Promise<number>;
  /** The connection itself, for COPY streams. */
  readonly connection: PoolClient;
}

/** What a session needs of a connection. */
export interface Queryable {
  query(config: { text: string; values?: unknown[] }): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

/** A Reader over a pool or connection; `onStatement` hears the name of everything that is sent. */
export class ReadSession implements Reader {
  constructor(
    private readonly queryable: Queryable,
    private readonly onStatement: (name: string) => void,
  ) {}

  async all<R>(statement: Statement<R>, parameters: readonly unknown[] = []): Promise<R[]> {
    const { rows } = await this.send(statement, parameters);
    return rows.map((row) => statement.parse(row));
  }

  async find<R>(statement: Statement<R>, parameters: readonly unknown[] = []): Promise<R | null> {
    const rows = await this.all(statement, parameters);
    if (rows.length > 1) throw new Error(`${statement.name}: expected one row at most, got ${rows.length}`);
    return rows[0] ?? null;
  }

  async get<R>(statement: Statement<R>, parameters: readonly unknown[] = []): Promise<R> {
    const row = await this.find(statement, parameters);
    if (row === null) throw new Error(`${statement.name}: expected one row, got none`);
    return row;
  }

  protected send(
    statement: Statement<unknown>,
    parameters: readonly unknown[],
  ): Promise<{ rows: unknown[]; rowCount: number | null }> {
    this.onStatement(statement.name);
    return this.queryable.query({ text: statement.text, values: [...parameters] });
  }
}

/** A Writer over a connection with an open transaction. */
export class WriteSession extends ReadSession implements Writer {
  declare readonly [writerBrand]: true;

  constructor(
    readonly connection: PoolClient,
    onStatement: (name: string) => void,
  ) {
    super(connection, onStatement);
  }

  async run(statement: Statement<unknown>, parameters: readonly unknown[] = []): Promise<number> {
    const { rowCount } = await this.send(statement, parameters);
    return rowCount ?? 0;
  }
}
