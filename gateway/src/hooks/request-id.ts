import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

const WELL_FORMED = /^[A-Za-z0-9._:-]{8,128}$/;

/**
 * The id under which one request is found in every log: the caller's `x-request-id` when it is well-formed (8 to 128 letters,
 * digits, `.`, `_`, `:` and `-`, as the subgraphs take it), else a new UUID. Anything else would let a caller write into our logs.
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
