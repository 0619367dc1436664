import type { FastifyInstance } from 'fastify';

const EXPOSED = 'OData-Version, ETag, Preference-Applied, Ledger-Position, X-Request-Id, Content-Disposition';
const ASKED =
  'Authorization, Accept, Accept-Language, Content-Type, OData-Version, OData-MaxVersion, Prefer, If-Match, If-None-Match';

/** Lets pages of the origins named read the service (CORS). Nobody's, unless the operator names some. Credentials are not cookies here. */
export function allowCrossOrigin(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  app.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    void reply.header('vary', 'Origin');
    if (origin === undefined || !origins.includes(origin)) {
      done();
      return;
    }
    void reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', EXPOSED);
    if (request.method === 'OPTIONS')
      void reply
        .header('access-control-allow-methods', 'GET, HEAD, POST, OPTIONS')
        .header('access-control-allow-headers', ASKED)
        .header('access-control-max-age', '600');
    done();
  });
}
