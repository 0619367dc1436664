import { promisify } from 'node:util';
import { createGzip, gzip as compress, type Gzip } from 'node:zlib';
import { headerElements } from './header-list';

/** The content codings (RFC 9110, section 8.4.1) that answers are written in; `identity`: as they are. */
export type ContentCoding = 'gzip' | 'identity';

/** Where level 6 makes an answer of rows a tenth smaller than level 3, it takes more than twice as long for it. */
const GZIP_LEVEL = 3;
/** Workbooks and Parquet files are compressed already. */
const COMPRESSIBLE = /^(?:text\/|multipart\/|application\/(?:json|xml)\b)/;
/** Bytes below which an answer fits into one packet anyway. */
const SMALLEST_COMPRESSED = 1400;

/** Whether answers of this media type differ by what `Accept-Encoding` says. */
export const isCompressible = (contentType: string): boolean => COMPRESSIBLE.test(contentType);

/**
 * How an answer is written for a caller who accepts this (`Accept-Encoding`, RFC 9110, section 12.5.3): gzip where it is named, or `*`, and not
 * with `q=0`. `size` is that of a body whose length is known, in bytes; null: it is not.
 */
export function contentCoding(
  acceptEncoding: string | undefined,
  contentType: string,
  size: number | null,
): ContentCoding {
  if (!isCompressible(contentType) || (size !== null && size < SMALLEST_COMPRESSED)) return 'identity';
  const elements = headerElements(acceptEncoding);
  const asked = ['gzip', 'x-gzip', '*'].map((coding) => elements.find(({ name }) => name === coding)).find(Boolean);
  return asked === undefined || isRefused(asked.parameters.get('q')) ? 'identity' : 'gzip';
}

const isRefused = (quality: string | undefined): boolean => quality !== undefined && Number(quality) === 0;

/** Compresses what is piped through it. */
export const gzip = (): Gzip => createGzip({ level: GZIP_LEVEL });

/** The whole of a body, compressed. */
export const gzipped = (body: Buffer): Promise<Buffer> => promisify(compress)(body, { level: GZIP_LEVEL });
