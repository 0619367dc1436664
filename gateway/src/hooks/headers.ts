import type { IncomingHttpHeaders } from 'node:http';

const FORWARDED = ['authorization', 'accept-language', 'traceparent', 'tracestate'] as const;

/** Headers of a request to a subgraph. */
export type OutgoingHeaders = Record<string, string>;

/**
 * What a subgraph is told about the caller: who (`authorization`, checked again there), in which language, and the ids under which the
 * request is traced. Nothing else of the caller's headers passes.
 */
export function forwardedHeaders(incoming: IncomingHttpHeaders, requestId: string): OutgoingHeaders {
  const outgoing: OutgoingHeaders = { 'x-request-id': requestId };
  for (const name of FORWARDED) {
    const value = incoming[name];
    if (typeof value === 'string') outgoing[name] = value;
  }
  return outgoing;
}
