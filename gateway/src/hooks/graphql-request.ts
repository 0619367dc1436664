import type { FastifyRequest, preHandlerHookHandler } from 'fastify';
import { invalidRequest } from '@lientinh/errors';

/** Errors repeat names of the query; what is sent as a name must not come back as a long answer. */
const LONGEST_QUERY_CHARACTERS = 50_000;
const PREFLIGHT_HEADERS = ['x-apollo-operation-name', 'apollo-require-preflight', 'graphql-require-preflight'];

/**
 * Checks that a request is one GraphQL request over HTTP, before it costs anything. Throws INVALID_REQUEST for batches, for a body of
 * another shape, and for a GET that a foreign web page could cause without the browser asking first (cross-site request forgery).
 */
export const checkGraphQLRequest: preHandlerHookHandler = (request, _reply, done) => {
  check(request);
  done();
};

function check(request: FastifyRequest): void {
  if (request.method === 'GET') {
    checkGet(request);
    return;
  }
  const { body } = request;
  if (Array.isArray(body))
    throw refuse('không nhận nhiều truy vấn trong một lần gọi', 'batches are not taken; send one operation a call');
  if (!isRecord(body)) throw refuse('nội dung phải là một đối tượng JSON', 'the body must be a JSON object');
  if (typeof body['query'] !== 'string' || body['query'].trim() === '')
    throw refuse('thiếu `query`', '`query` is missing');
  if (body['query'].length > LONGEST_QUERY_CHARACTERS)
    throw refuse(
      `\`query\` dài hơn ${LONGEST_QUERY_CHARACTERS} ký tự; đưa dữ liệu vào \`variables\``,
      `\`query\` is longer than ${LONGEST_QUERY_CHARACTERS} characters; put data into \`variables\``,
    );
  checkKind(body, 'operationName', (value) => typeof value === 'string');
  checkKind(body, 'variables', isRecord);
  checkKind(body, 'extensions', isRecord);
}

function checkGet(request: FastifyRequest): void {
  if (!PREFLIGHT_HEADERS.some((name) => request.headers[name] !== undefined)) {
    throw refuse(
      'GET cần tiêu đề `graphql-require-preflight`; hoặc dùng POST',
      'GET needs the header `graphql-require-preflight`; or use POST',
    );
  }
  const query = isRecord(request.query) ? request.query['query'] : undefined;
  if (typeof query !== 'string' || query.trim() === '') throw refuse('thiếu `query`', '`query` is missing');
}

function checkKind(body: Record<string, unknown>, name: string, fits: (value: unknown) => boolean): void {
  const value = body[name];
  if (value !== undefined && value !== null && !fits(value))
    throw refuse(`\`${name}\` sai kiểu`, `\`${name}\` has the wrong type`);
}

function refuse(vi: string, en: string) {
  return invalidRequest({ reason: { vi, en } });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
