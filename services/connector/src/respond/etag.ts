import { identityOf } from './tokens';

/** A weak ETag (RFC 9110, section 8.8.3): the same meaning, not the same bytes. `parts`: everything that the answer depends on. */
export const weakEtag = (parts: readonly unknown[]): string => `W/"${identityOf(parts)}"`;

/** Of one row: it changes when its `recorded_at` (PostgreSQL's text) does. */
export const entityEtag = (recordedAt: string): string => `W/"${recordedAt.replace(/[^0-9]/g, '')}"`;

/** Whether a list header (`If-None-Match`, `If-Match`) names this ETag, by weak comparison; `*` names every one. */
export function namesEtag(header: string, etag: string): boolean {
  if (header.trim() === '*') return true;
  const opaque = (text: string): string => text.replace(/^W\//, '');
  return (header.match(/(?:W\/)?"[^"]*"/g) ?? []).some((one) => opaque(one) === opaque(etag));
}
