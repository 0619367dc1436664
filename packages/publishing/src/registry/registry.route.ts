import type { FastifyInstance } from 'fastify';
import { contentHash } from '../canonical-json';
import type { RegisteredPublisher } from './registered-publisher';

/**
 * `GET /registry`: every publisher with what it may give and whether it is active, for the subgraphs that publish. Its version is the
 * hash of its content and stands in the ETag: who knows it is answered 304. Holds no secrets.
 */
export function registryRoute(app: FastifyInstance, list: () => Promise<readonly RegisteredPublisher[]>): void {
  app.get('/registry', async (request, reply) => {
    const publishers = (await list())
      .map(({ id, province, datasets, indices, active }) => ({ id, province, datasets, indices, active }))
      .sort((one, other) => (one.id < other.id ? -1 : 1));
    const version = contentHash(publishers);
    void reply.headers({ etag: `"${version}"`, 'cache-control': 'no-cache' });
    if (request.headers['if-none-match'] === `"${version}"`) return reply.code(304).send();
    return reply.send({ version, publishers });
  });
}
