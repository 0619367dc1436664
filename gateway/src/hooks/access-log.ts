import type { FastifyInstance } from 'fastify';
import type { Logger } from '@lientinh/logger';

/** One line for each request: id, method, route pattern, status, milliseconds. No address parameters, bodies or tokens. */
export function addAccessLog(app: FastifyInstance, logger: Logger): void {
  app.addHook('onResponse', (request, reply, done) => {
    const durationMs = Math.round(reply.elapsedTime * 10) / 10;
    const { method } = request;
    logger.info(
      { requestId: request.id, method, route: request.routeOptions.url, status: reply.statusCode, durationMs },
      'request',
    );
    done();
  });
}
