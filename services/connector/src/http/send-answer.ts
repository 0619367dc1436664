import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply } from 'fastify';
import type { Logger } from '@lientinh/logger';
import type { BegunAnswer } from './batch';

export interface Sending {
  readonly isHead: boolean;
  /** Aborted when the caller is gone. */
  readonly signal: AbortSignal;
  readonly logger: Logger;
}

/**
 * Writes an answer to the socket. A body that fails on its way ends the connection without the last chunk, so that nobody takes half an
 * answer for a whole one, and is logged; a caller who goes away ends the body.
 */
export async function sendAnswer(
  reply: FastifyReply,
  answer: BegunAnswer,
  { isHead, signal, logger }: Sending,
): Promise<void> {
  const { status, headers, body } = answer;
  const raw = reply.raw;
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  for (const [name, value] of Object.entries(headers)) raw.setHeader(name, withOwn(raw, name, value));
  reply.hijack();
  raw.statusCode = status;
  if (body === null || Buffer.isBuffer(body)) {
    if (body !== null) raw.setHeader('content-length', body.length);
    raw.end(isHead ? undefined : (body ?? undefined));
    return;
  }
  try {
    await pipeline(body, raw);
  } catch (error) {
    if (!signal.aborted) logger.error({ error, requestId: reply.request.id }, 'an answer broke off');
    raw.destroy();
  }
}

/** What the answer varies by is added to what every answer varies by. */
function withOwn(raw: ServerResponse, name: string, value: string): string {
  const before = name === 'vary' ? raw.getHeader(name) : undefined;
  return before === undefined ? value : `${String(before)}, ${value}`;
}
