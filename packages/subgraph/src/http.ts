import { randomUUID } from 'node:crypto';
import fastify, {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { CodedError, internalError, invalidRequest, notFound, requestTooLarge } from '@lientinh/errors';
import type { Principal, TokenVerifier } from '@lientinh/identity';
import type { Logger } from '@lientinh/logger';
import { trackUnusedConnections } from '@lientinh/process';
import { requestLanguage } from './language';

/** Largest body that is held in memory; the bulk door streams and has its own limits. */
const BODY_LIMIT_BYTES = 64 * 1024 * 1024;
const REQUEST_ID = /^[A-Za-z0-9._:-]{8,128}$/;

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal;
  }
}

/** The HTTP server every subgraph has: request ids, verified tokens, coded errors. */
export function createHttpServer(logger: Logger, verifier: TokenVerifier): FastifyInstance {
  const app = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
    forceCloseConnections: 'idle',
  }) as unknown as FastifyInstance;
  const closeUnusedConnections = trackUnusedConnections(app.server);
  app.addHook('preClose', (done) => {
    closeUnusedConnections();
    done();
  });
  app.decorateRequest('principal');
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    if (isOperational(request)) return;
    request.principal = await verifier.verify(request.headers.authorization);
  });
  app.addHook('onResponse', (request, reply, done) => {
    if (!isOperational(request))
      request.log.info(
        { method: request.method, url: request.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
        'request',
      );
    done();
  });
  app.setNotFoundHandler((request, reply) => sendError(notFound({ what: request.url }), request, reply));
  app.setErrorHandler<FastifyError>((error, request, reply) => sendError(asCoded(error, request), request, reply));
  return app;
}

/** Who asks, for doors beside /graphql; verified before any handler runs. */
export function principalOf(request: FastifyRequest): Principal {
  return request.principal;
}

const isOperational = (request: FastifyRequest): boolean =>
  request.url.startsWith('/health/') || request.url === '/metrics';

function asCoded(error: FastifyError | CodedError, request: FastifyRequest): CodedError {
  if (error instanceof CodedError) return error;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return requestTooLarge({ limitBytes: BODY_LIMIT_BYTES });
  if (error.statusCode !== undefined && error.statusCode < 500) {
    const reason =
      error instanceof SyntaxError || error.code === 'FST_ERR_CTP_INVALID_JSON_BODY'
        ? 'the body is not complete JSON'
        : error.message;
    return invalidRequest({ reason: { vi: reason, en: reason } });
  }
  request.log.error({ error }, 'fault in a request');
  return internalError({ requestId: request.id });
}

/** Failures outside GraphQL look like GraphQL errors: one shape for every client. */
function sendError(error: CodedError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const message = error.messageIn(requestLanguage(request.headers['accept-language']));
  return reply
    .code(error.status)
    .send({ errors: [{ message, extensions: { code: error.code, requestId: request.id, details: error.details } }] });
}
