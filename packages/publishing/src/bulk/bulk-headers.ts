import type { IncomingHttpHeaders } from 'node:http';
import { invalidRequest } from '@lientinh/errors';
import { bulkMediaType, bulkParameterUnknown } from './bulk.errors';
import type { BulkFormat } from './stage-file';

const FORMATS: Readonly<Record<string, BulkFormat>> = {
  'text/csv': 'csv',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
};

/** Format by Content-Type; BULK_MEDIA_TYPE for anything else, or a compressed body. */
export function readFormat(headers: IncomingHttpHeaders): BulkFormat {
  const type = headers['content-type'] ?? '';
  const format = FORMATS[(type.split(';')[0] ?? '').trim().toLowerCase()];
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw bulkMediaType({ found: `${type} (${encoding})` });
  if (format === undefined) throw bulkMediaType({ found: type.slice(0, 100) });
  return format;
}

/** The `Idempotency-Key` header, bare or as a quoted string; empty when absent (which the protocol refuses). */
export function readIdempotencyKey(headers: IncomingHttpHeaders): string {
  const value = headers['idempotency-key'];
  const text = typeof value === 'string' ? value.trim() : '';
  return /^".*"$/.test(text) ? text.slice(1, -1) : text;
}

const FLAGS: Readonly<Record<string, boolean>> = {
  true: true,
  '1': true,
  '?1': true,
  false: false,
  '0': false,
  '?0': false,
};

/** The `Dry-Run` header: false when absent; INVALID_REQUEST for a word that is neither true nor false, for guessing would write. */
export function readDryRun(headers: IncomingHttpHeaders): boolean {
  const value = headers['dry-run'];
  if (value === undefined) return false;
  const flag = FLAGS[String(value).trim().toLowerCase()];
  if (flag !== undefined) return flag;
  throw invalidRequest({ reason: { vi: 'Dry-Run phải là true hoặc false', en: 'Dry-Run must be true or false' } });
}

/** Query parameters that a data set knows; BULK_PARAMETER_UNKNOWN for others and for repeated ones. */
export function readParameters(query: unknown, known: readonly string[]): Readonly<Record<string, string>> {
  const parameters: Record<string, string> = {};
  for (const [parameter, value] of Object.entries(query as Record<string, unknown>)) {
    if (!known.includes(parameter) || typeof value !== 'string') {
      throw bulkParameterUnknown({ parameter: parameter.slice(0, 60), known: known.join(', ') || '(none)' });
    }
    parameters[parameter] = value;
  }
  return parameters;
}
