import { PassThrough, type Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Dispatcher } from 'undici';
import { notFound, serviceUnavailable, type CodedError } from '@lientinh/errors';
import type { Logger } from '@lientinh/logger';
import { errorCode } from '../error-code';
import { publishInterrupted } from '../gateway.errors';
import type { SubgraphConnection, SubgraphConnections } from '../subgraphs/connections';
import { DATASET_OWNERS, findDataset } from '../subgraphs/owners';
import { publicationHeaders, returnedHeaders } from './proxy-headers';

/** What the bulk door needs. */
export interface PublishOptions {
  readonly connections: SubgraphConnections;
  readonly logger: Logger;
}

/**
 * `/publish/<dataset>` and everything below it belongs to the subgraph that owns the data set. Bodies are handed on as they arrive, in
 * both directions: the gateway never holds a publication, and a slow owner slows the sender down. Register it in a scope of its own: it
 * replaces the body parsers.
 */
export function addPublishRoutes(app: FastifyInstance, options: PublishOptions): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.route({
    method: ['GET', 'POST', 'PUT', 'DELETE'],
    url: '/publish/*',
    handler: (request, reply) => passOn(request, reply, options),
  });
}

async function passOn(request: FastifyRequest, reply: FastifyReply, { connections, logger }: PublishOptions) {
  const connection = connections.to(ownerOf(request));
  const hangUp = new AbortController();
  reply.raw.on('close', () => hangUp.abort());
  try {
    const answer = await connection.streams.request({
      method: request.method,
      path: connection.prefix + request.url,
      headers: publicationHeaders(request.headers, request.id),
      body: bodyOf(request),
      signal: hangUp.signal,
    });
    return await sendAnswer(request, reply, answer);
  } catch (error) {
    if (request.raw.destroyed && !request.raw.complete) return reply.hijack();
    logger.warn({ requestId: request.id, subgraph: connection.service, error }, 'publication not passed on');
    throw failureOf(error, connection);
  }
}

function ownerOf(request: FastifyRequest): string {
  const address = (request.params as { '*': string })['*'];
  const dataset = findDataset(address.split('/')[0] ?? '');
  if (dataset === undefined) throw notFound({ what: `/publish/${address.slice(0, 100)}` });
  return DATASET_OWNERS[dataset];
}

function bodyOf(request: FastifyRequest): Readable | null {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if ((length === undefined || length === '0') && encoding === undefined) return null;
  // A stream between the two connections: when the owner's breaks, the caller's must live on to get the answer.
  const between = new PassThrough();
  request.raw.on('error', (error) => between.destroy(error));
  return request.raw.pipe(between);
}

async function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: Dispatcher.ResponseData) {
  void reply.code(answer.statusCode).headers(returnedHeaders(answer.headers));
  // The owner answered before it read everything (a refusal): the rest of the body is not wanted on this connection.
  if (!request.raw.complete) void reply.header('connection', 'close');
  return reply.send(answer.body);
}

/** Failures before anything can have been written, by the code that the operating system or the client gives. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

function failureOf(error: unknown, { service }: SubgraphConnection): CodedError {
  return NEVER_SENT.has(errorCode(error)) ? serviceUnavailable({ service }) : publishInterrupted({ service });
}
