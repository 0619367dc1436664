import type { FastifyInstance } from 'fastify';
import type { SubgraphConnection } from '../subgraphs/connections';
import { probeSubgraph, summarise, type PartReadiness } from './readiness';

/** What readiness is asked of. */
export interface HealthOptions {
  /** The subgraphs of the supergraph being served; empty before one is loaded. */
  readonly subgraphs: () => readonly SubgraphConnection[];
  readonly isStopping: () => boolean;
  readonly timeoutMs: number;
}

/**
 * `/health/live`: the process answers. `/health/ready`: the supergraph is loaded and every subgraph is ready; 503 names the part that is
 * not. A gateway that stops is not ready, so that load balancers turn away before it closes.
 */
export function addHealthRoutes(app: FastifyInstance, options: HealthOptions): void {
  app.get('/health/live', (_request, reply) => reply.send({ live: true }));
  app.get('/health/ready', async (_request, reply) => {
    const connections = options.subgraphs();
    const probed = await Promise.all(connections.map((connection) => probeSubgraph(connection, options.timeoutMs)));
    const readiness = summarise([...ownParts(connections.length, options.isStopping()), ...probed]);
    return reply.code(readiness.ready ? 200 : 503).send(readiness);
  });
}

function ownParts(subgraphCount: number, stopping: boolean): PartReadiness[] {
  return [
    stopping ? { part: 'gateway', ready: false, reason: 'is stopping' } : { part: 'gateway', ready: true },
    subgraphCount === 0
      ? { part: 'supergraph', ready: false, reason: 'is not loaded' }
      : { part: 'supergraph', ready: true },
  ];
}
