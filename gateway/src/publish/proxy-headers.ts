import type { IncomingHttpHeaders } from 'node:http';
import type { OutgoingHeaders } from '../hooks/headers';

/** Headers that belong to one connection (RFC 9110, 7.6.1), and those that a subgraph has no business with. */
const NOT_PASSED = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
  'cookie',
  'x-request-id',
  'forwarded',
]);

const RETURNED = [
  'content-type',
  'content-length',
  'content-encoding',
  'retry-after',
  'location',
  'www-authenticate',
  'etag',
];

/** The caller's headers for the owner of a data set: everything about the publication itself, and our request id. */
export function publicationHeaders(incoming: IncomingHttpHeaders, requestId: string): OutgoingHeaders {
  const listed = new Set((incoming.connection ?? '').split(',').map((name) => name.trim().toLowerCase()));
  const outgoing: OutgoingHeaders = { 'x-request-id': requestId };
  for (const [name, value] of Object.entries(incoming)) {
    if (NOT_PASSED.has(name) || listed.has(name) || name.startsWith('x-forwarded-') || value === undefined) continue;
    outgoing[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return outgoing;
}

/** What of the owner's answer goes back to the caller. */
export function returnedHeaders(answer: Readonly<Record<string, string | string[] | undefined>>): OutgoingHeaders {
  const returned: OutgoingHeaders = {};
  for (const name of RETURNED) {
    const value = answer[name];
    if (value !== undefined) returned[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return returned;
}
