export { MeasuredSource, type SourceMeter } from './measured-source';
export { PostgresBiSource, type PostgresSourceOptions } from './postgres-source';
export type { BiSource, LedgerPosition, ReadSettings, RowBatches } from './source';
export type { PrintedStatement } from './statement';
