import { randomUUID } from 'node:crypto';
import fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { CodedError, invalidRequest } from '@lientinh/errors';
import { trackUnusedConnections } from '@lientinh/process';
import type { Access, Caller } from './access-port';
import { answerRequest } from './answer';
import type { BegunAnswer } from './batch';
import { callerSignal } from './caller-signal';
import { CallerTurns } from './caller-turns';
import { allowCrossOrigin } from './cross-origin';
import { errorAnswer, type ODataRequest } from './exchange';
import { addressMalformed, addressUnknown } from './http.errors';
import { requestLanguage } from './language';
import { maskedError } from './masked-error';
import { publicAddressOf, type PublicAddressOptions } from './public-address';
import { sendAnswer } from './send-answer';
import type { Service, ServiceRoot } from './service-root';
import { negotiateVersion, type ProtocolVersion } from './versions';

/** What the server is made of. */
export interface ServerOptions extends PublicAddressOptions {
  readonly service: Service;
  /** The longest path first. */
  readonly roots: readonly ServiceRoot[];
  readonly access: Access;
  readonly corsOrigins: readonly string[];
  /** Connections on which nothing moves for so long are ended: their callers hold a database connection. */
  readonly idleConnectionMs: number;
  /** Requests of one caller (by sign-in; without one, by address) that run at a time. */
  readonly requestsOfCaller: number;
}

const REQUEST_ID = /^[A-Za-z0-9._:-]{8,128}$/;
/** Addresses with long filters and tokens. */
const MAXIMUM_HEADER_BYTES = 65_536;
/** For a whole request, its body included. */
const REQUEST_TIMEOUT_MS = 60_000;
/** Requests of one caller that may wait for their turn. */
const WAITING_REQUESTS = 100;

/** The HTTP server: request ids, service roots, coded errors in the shape of OData. */
export function createServer(options: ServerOptions): FastifyInstance {
  const { logger } = options.service;
  const app = fastify({
    http: { maxHeaderSize: MAXIMUM_HEADER_BYTES },
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: options.idleConnectionMs,
    // One proxy: what stands further left in X-Forwarded-For is what a caller says of itself.
    trustProxy: options.trustProxy ? (_address, hop) => hop === 0 : false,
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
    frameworkErrors: (error, request, reply) => {
      const coded = error.code === 'FST_ERR_BAD_URL' ? addressMalformed({ address: request.raw.url ?? '' }) : error;
      sendFailure(coded, request, reply, options);
    },
    forceCloseConnections: 'idle',
  }) as unknown as FastifyInstance;
  const closeUnusedConnections = trackUnusedConnections(app.server);
  app.addHook('preClose', (done) => {
    closeUnusedConnections();
    done();
  });
  app.addHook('onRequest', (request, reply, done) => {
    // Nothing here is to be guessed at: a table of text is no page.
    void reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    logWhenDone(request, reply, options.service);
    done();
  });
  allowCrossOrigin(app, options.corsOrigins);
  app.setNotFoundHandler((request, reply) =>
    sendFailure(addressUnknown({ address: request.raw.url ?? '' }), request, reply, options),
  );
  app.setErrorHandler((error, request, reply) => sendFailure(error, request, reply, options));
  void app.register((scope, _options, done) => {
    addServiceRoots(scope, options);
    done();
  });
  return app;
}

/** Bodies are read by those who expect one, up to their own limits; everything under a root is OData's to answer. */
function addServiceRoots(app: FastifyInstance, options: ServerOptions): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  const turns = new CallerTurns({ running: options.requestsOfCaller, waiting: WAITING_REQUESTS });
  const handler = (request: FastifyRequest, reply: FastifyReply): Promise<void> =>
    handle(request, reply, options, turns);
  const method = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'];
  for (const { path } of options.roots) {
    const bare = path.replace(/\/$/, '');
    for (const url of [bare, `${bare}/*`]) app.route({ method, url, handler, exposeHeadRoute: false });
  }
}

async function handle(
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServerOptions,
  turns: CallerTurns,
): Promise<void> {
  const { service, access } = options;
  const isHead = request.method === 'HEAD';
  const signal = callerSignal(reply.raw);
  let version: ProtocolVersion = '4.0';
  let endTurn: (() => void) | undefined;
  try {
    version = negotiateVersion(request.headers);
    const caller = request.method === 'OPTIONS' ? nobody : await access.authenticate(request.headers, request.ip);
    principals.set(request.raw, caller.principalName);
    endTurn = await turns.take(
      caller.principalName === nobody.principalName ? `viewer at ${request.ip}` : caller.principalName,
    );
    const { root, received } = receive(request, { caller, version, signal }, options);
    const answer = await begin(service, root, received, access);
    await sendAnswer(reply, answer, { isHead, signal, logger: service.logger });
  } catch (error) {
    const failure = errorAnswer(
      maskedError(error, request.id, service.logger, signal),
      about(request, version),
      access.challenges,
    );
    service.meter.answered('error', failure.status);
    const body = (await failure.open?.()) ?? null;
    await sendAnswer(reply, { ...failure, body }, { isHead, signal, logger: service.logger });
  } finally {
    endTurn?.();
  }
}

/** Names of callers, for the log. */
const principals = new WeakMap<object, string>();
/** Who asks what may be asked, asks without rights. */
const nobody: Caller = { principalName: 'viewer', scope: { provinceCode: null, datasets: [], unpublished: 'NONE' } };

const about = (request: FastifyRequest, version: ProtocolVersion) => ({
  version,
  requestId: request.id,
  language: requestLanguage(request.headers['accept-language']),
});

function receive(
  request: FastifyRequest,
  known: Pick<ODataRequest, 'caller' | 'version' | 'signal'>,
  options: ServerOptions,
): { readonly root: ServiceRoot; readonly received: ODataRequest } {
  // RFC 9112, section 3.2.2: a server takes the absolute form too.
  const [path = '', ...query] = (request.raw.url ?? '').replace(/^https?:\/\/[^/?]*/i, '').split('?');
  const root = options.roots.find((one) => `${path}/`.startsWith(one.path));
  if (root === undefined) throw addressUnknown({ address: path });
  const received: ODataRequest = {
    ...about(request, known.version),
    ...known,
    method: request.method,
    path: path.slice(root.path.length),
    query: query.join('?'),
    headers: request.headers,
    // A body that is too long is left unread: its connection must live long enough to say so.
    body: request.raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>,
    root: publicAddressOf(request, options) + root.path,
  };
  return { root, received };
}

/** An answer whose body has begun; what fails before its first byte is an error answer. */
async function begin(service: Service, root: ServiceRoot, request: ODataRequest, access: Access): Promise<BegunAnswer> {
  try {
    const answer = await answerRequest(service, root, request, (inner) =>
      begin(service, root, { ...inner, version: negotiateVersion(inner.headers) }, access),
    );
    const { status, headers, kind = 'error' } = answer;
    const body = request.method === 'HEAD' ? null : ((await answer.open?.()) ?? null);
    service.meter.answered(kind, status);
    return { status, headers, body };
  } catch (error) {
    const masked = maskedError(error, request.requestId, service.logger, request.signal);
    const failure = errorAnswer(masked, request, access.challenges);
    // Who is gone was answered nothing.
    if (!request.signal.aborted) service.meter.answered('error', failure.status);
    return { ...failure, body: (await failure.open?.()) ?? null };
  }
}

/** Failures of doors beside the service roots, in the same shape. */
function sendFailure(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  { service, access }: ServerOptions,
): FastifyReply {
  const coded = asCoded(error);
  const failure = errorAnswer(maskedError(coded, request.id, service.logger), about(request, '4.0'), access.challenges);
  void failure.open?.().then((body) => reply.code(failure.status).headers(failure.headers).send(body));
  return reply;
}

/** What the framework refuses is the caller's mistake; everything else stays as it is. */
function asCoded(error: unknown): unknown {
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  if (error instanceof CodedError || statusCode === undefined || statusCode >= 500) return error;
  return invalidRequest({ reason: { vi: message ?? '', en: message ?? '' } });
}

/** Longest address that goes to the log, in characters: filters may be much longer. */
const LOGGED_CHARACTERS = 4096;

function logWhenDone(request: FastifyRequest, reply: FastifyReply, { logger, meter }: Service): void {
  if (request.url.startsWith('/health/') || request.url === '/metrics') return;
  reply.raw.once('close', () => {
    const { method, id } = request;
    const { statusCode: status, writableFinished: complete } = reply.raw;
    const url = request.url.slice(0, LOGGED_CHARACTERS);
    const caller = principals.get(request.raw);
    const ms = Math.round(reply.elapsedTime);
    meter.exchanged(method, status, complete, reply.elapsedTime / 1000);
    logger.info({ requestId: id, method, url, status, ms, caller, complete }, 'request');
  });
}
