import { createHash } from 'node:crypto';
import { canonicalJson, type JsonValue } from '../canonical-json';
import type { BulkFormat } from './stage-file';

/** What the content hash of a file covers before its bytes: a line of canonical JSON. */
export function contentPreamble(format: BulkFormat, scope: JsonValue): string {
  return `${canonicalJson({ format, scope })}\n`;
}

/** The content hash of a file that was sent through the bulk door, from the same bytes: `sha256:<64 hex digits>`. */
export async function fileContentHash(
  format: BulkFormat,
  scope: JsonValue,
  bytes: AsyncIterable<Buffer>,
): Promise<string> {
  const hash = createHash('sha256').update(contentPreamble(format, scope));
  for await (const chunk of bytes) hash.update(chunk);
  return `sha256:${hash.digest('hex')}`;
}
