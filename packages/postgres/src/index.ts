export { statement, type Statement, type Row } from './statement';
export { Database, type DatabaseOptions, type StatementListener } from './database';
export type { Reader, Writer, ReadSession } from './session';
export { migrate, type Migration } from './migrate';
export { ensureDatabase, withDatabaseName } from './ensure-database';
export { copyRows, copyStream } from './copy';
export { listenForChanges, type ChangeListener } from './listen';
export { EmbeddedServer, type EmbeddedServerOptions } from './embedded/server';
export { databaseUnavailable, embeddedDatabaseFailed, writeOutcomeUnknown } from './postgres.errors';
