import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply } from 'fastify';
import type { Logger } from '@lientinh/logger';
import type { BegunAnswer } from './batch';
import { contentCoding, gzip, isCompressible } from './content-coding';
import { varyingBy } from './vary';

export interface Sending {
  readonly isHead: boolean;
  /** Aborted when the caller is gone. */
  readonly signal: AbortSignal;
  readonly logger: Logger;
}

/**
 * Writes an answer to the socket, compressed for who accepts that. A body that fails on its way ends the connection without the last
 * chunk, so that nobody takes half an answer for a whole one, and is logged; a caller who goes away ends the body.
 */
export async function sendAnswer(
  reply: FastifyReply,
  answer: BegunAnswer,
  { isHead, signal, logger }: Sending,
): Promise<void> {
  const { body } = answer;
  const raw = reply.raw;
  const isCompressed = writeHead(reply, answer);
  reply.hijack();
  if (body === null || isHead) {
    raw.end();
    return;
  }
  // A compressor holds the first bytes back: the status, which callers wait for, goes before them.
  if (isCompressed) raw.flushHeaders();
  const written = Buffer.isBuffer(body) ? Readable.from([body]) : body;
  try {
    await (isCompressed ? pipeline(written, gzip(), raw) : pipeline(written, raw));
  } catch (error) {
    if (!signal.aborted) logger.error({ error, requestId: reply.request.id }, 'an answer broke off');
    raw.destroy();
  }
}

/** Status and headers; true when the body is to be compressed. */
function writeHead(reply: FastifyReply, { status, headers, body }: BegunAnswer): boolean {
  const { raw, request } = reply;
  raw.statusCode = status;
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  for (const [name, value] of Object.entries(headers)) raw.setHeader(name, withOwn(raw, name, value));
  const contentType = headers['content-type'] ?? '';
  const size = Buffer.isBuffer(body) ? body.length : null;
  // "Not modified" has no type of its own, and varies as the answer that it stands for (RFC 9110, section 15.4.5).
  if (status === 304 || isCompressible(contentType)) raw.setHeader('vary', withOwn(raw, 'vary', 'Accept-Encoding'));
  const isCompressed = contentCoding(request.headers['accept-encoding'], contentType, size) === 'gzip';
  if (isCompressed && body !== null) raw.setHeader('content-encoding', 'gzip');
  else if (size !== null) raw.setHeader('content-length', size);
  return isCompressed;
}

/** What the answer varies by is added to what every answer varies by. */
function withOwn(raw: ServerResponse, name: string, value: string): string {
  return name === 'vary' ? varyingBy(raw.getHeader(name), value) : value;
}
