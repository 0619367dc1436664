import { pipeline } from 'node:stream/promises';
import type { FastifyReply } from 'fastify';
import type { Logger } from '@lientinh/logger';
import type { BegunAnswer } from './batch';

/**
 * Writes an answer to the socket. A body that fails on its way ends the connection without the last chunk, so that nobody takes half an
 * answer for a whole one, and is logged; a caller who goes away ends the body.
 */
export async function sendAnswer(
  reply: FastifyReply,
  answer: BegunAnswer,
  isHead: boolean,
  logger: Logger,
): Promise<void> {
  const { status, headers, body } = answer;
  const raw = reply.raw;
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  for (const [name, value] of Object.entries(headers)) raw.setHeader(name, value);
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
    const gone = (error as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (!gone) logger.error({ error, requestId: reply.request.id }, 'an answer broke off');
    raw.destroy();
  }
}
