import type { FastifyInstance } from 'fastify';
import { serviceUnavailable } from '@lientinh/errors';
import type { Logger } from '@lientinh/logger';
import { subgraphTimeout } from '../gateway.errors';
import { withDeadline } from '../hooks/timeout';
import type { SubgraphConnection } from '../subgraphs/connections';
import { returnedHeaders } from './proxy-headers';

/** What the route asks. */
export interface ReceiptKeysOptions {
  /** The subgraphs of the supergraph being served; empty before one is loaded. */
  readonly subgraphs: () => readonly SubgraphConnection[];
  readonly timeoutMs: number;
  readonly logger: Logger;
}

/**
 * `GET /receipt-keys`: the public keys (JWKS) under which receipts are signed. All subgraphs sign with one key file, so the first that
 * answers tells them; 503 when none does.
 */
export function addReceiptKeysRoute(app: FastifyInstance, { subgraphs, timeoutMs, logger }: ReceiptKeysOptions): void {
  app.get('/receipt-keys', async (request, reply) => {
    for (const connection of subgraphs()) {
      const answer = await askForKeys(connection, timeoutMs).catch((error: unknown) => {
        logger.warn({ requestId: request.id, subgraph: connection.service, error }, 'receipt keys not told');
        return null;
      });
      if (answer !== null) return reply.headers(answer.headers).send(answer.body);
    }
    throw serviceUnavailable({ service: 'receipt-keys' });
  });
}

/** Null when the subgraph signs nothing. */
function askForKeys({ service, requests, prefix }: SubgraphConnection, timeoutMs: number) {
  return withDeadline(
    timeoutMs,
    () => subgraphTimeout({ service, timeoutMs }),
    async (signal) => {
      const { statusCode, headers, body } = await requests.request({
        method: 'GET',
        path: `${prefix}/receipt-keys`,
        signal,
      });
      const text = await body.text();
      if (statusCode !== 200) return null;
      const { 'cache-control': cacheControl = 'no-cache' } = headers;
      return { headers: { ...returnedHeaders(headers), 'cache-control': cacheControl }, body: text };
    },
  );
}
