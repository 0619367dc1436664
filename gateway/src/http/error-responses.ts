import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CodedError, internalError, invalidRequest, notFound, requestTooLarge } from '@lientinh/errors';
import type { Logger } from '@lientinh/logger';
import { unsupportedMediaType } from '../gateway.errors';
import { errorBody } from '../hooks/errors';
import { preferredLanguage } from '../language';

/** Answers a coded failure in the caller's language: the same shape as an error of the GraphQL door. */
export function sendError(request: FastifyRequest, reply: FastifyReply, error: CodedError): FastifyReply {
  const audience = { language: preferredLanguage(request.headers['accept-language']), requestId: request.id };
  if (error.status === 401) void reply.header('www-authenticate', 'Bearer');
  // A body that nobody reads any more would hold the connection: the caller is told to open another one.
  if (!request.raw.complete) void reply.header('connection', 'close');
  return reply.code(error.status).type('application/json; charset=utf-8').send(errorBody(error, audience));
}

/** Every failure outside GraphQL is coded JSON; a fault of ours is masked and logged. */
export function addErrorResponses(app: FastifyInstance, logger: Logger, maxBodyBytes: number): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const coded = toCodedError(error, request.id, maxBodyBytes);
    if (coded.code === internalError.code) logger.error({ requestId: request.id, error }, 'fault masked');
    return sendError(request, reply, coded);
  });
  app.setNotFoundHandler((request, reply) => {
    const address = request.url.split('?')[0] ?? '';
    return sendError(request, reply, notFound({ what: `${request.method} ${address.slice(0, 200)}` }));
  });
}

/** The coded error that a failure of the web framework, or any other, is shown as. */
export function toCodedError(error: FastifyError | Error, requestId: string, maxBodyBytes: number): CodedError {
  if (error instanceof CodedError) return error;
  const { code, statusCode } = error as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return requestTooLarge({ limitBytes: maxBodyBytes });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return unsupportedMediaType({});
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return malformed(code);
  return internalError({ requestId });
}

function malformed(code: string | undefined): CodedError {
  const isBody = code?.startsWith('FST_ERR_CTP') ?? true;
  const reason = isBody
    ? { vi: 'nội dung gửi không phải JSON đúng cú pháp', en: 'the body is not well-formed JSON' }
    : { vi: 'địa chỉ hoặc tiêu đề không đúng định dạng', en: 'the address or a header is malformed' };
  return invalidRequest({ reason });
}
