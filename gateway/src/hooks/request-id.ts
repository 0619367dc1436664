import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

const WELL_FORMED = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/**
 * The id under which one request is found in every log: the caller's `x-request-id` when it is well-formed (letters, digits, `.`, `_`
 * and `-`, at most 64), else a new UUID. Anything else would let a caller write into our logs.
 */
export function requestIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && WELL_FORMED.test(header) ? header : randomUUID();
}

/** Returns the id with every response. */
export function addRequestIdHeader(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
}
