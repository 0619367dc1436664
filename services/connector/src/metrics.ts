import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { RequestMeter } from './http/request-meter';
import type { SourceMeter } from './source/measured-source';

/** The figures of one connector, in the text format of Prometheus. */
export interface ConnectorMetrics extends RequestMeter, SourceMeter {
  /** Media type and text of `/metrics`. */
  page(): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** Answers that a spreadsheet waits for take minutes. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600];

/** A registry of its own, so that two connectors in one process do not share figures. No label has text of a caller. */
export function createMetrics(): ConnectorMetrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service: 'connector' });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const answers = new Counter({
    name: 'lientinh_connector_requests_total',
    help: 'Requests to a service root, those of batches one by one, by what was answered.',
    labelNames: ['kind', 'status'] as const,
    registers,
  });
  const exchanges = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of HTTP requests to the last byte of the answer, or until the caller was gone.',
    labelNames: ['method', 'status', 'complete'] as const,
    buckets: SECONDS,
    registers,
  });
  const statements = new Histogram({
    name: 'lientinh_connector_statement_duration_seconds',
    help: 'Time from asking for a connection to the last row of a statement.',
    labelNames: ['owner', 'purpose', 'outcome'] as const,
    buckets: SECONDS,
    registers,
  });
  const rows = new Counter({
    name: 'lientinh_connector_rows_total',
    help: 'Rows read from the views.',
    labelNames: ['owner'] as const,
    registers,
  });
  return {
    answered: (kind, status) => answers.inc({ kind, status }),
    exchanged: (method, status, complete, seconds) =>
      exchanges.observe({ method, status, complete: String(complete) }, seconds),
    statementEnded: (owner, purpose, outcome, seconds) => statements.observe({ owner, purpose, outcome }, seconds),
    rowsRead: (owner, count) => rows.inc({ owner }, count),
    page: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
