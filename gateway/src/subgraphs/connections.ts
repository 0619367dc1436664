import { Pool } from 'undici';
import type { SubgraphName } from './owners';

/** Where a subgraph listens: the origin to connect to and the path before its addresses (empty, or `/prefix`). */
export interface SubgraphTarget {
  readonly origin: string;
  readonly prefix: string;
}

/** Kept-alive connections to one subgraph. */
export interface SubgraphConnection {
  readonly service: SubgraphName;
  readonly prefix: string;
  /** For GraphQL and health: many short requests. */
  readonly requests: Pool;
  /** For publications and change feeds: few, long and without a limit of their own, so that they never hold up a query. */
  readonly streams: Pool;
}

/** All connections of the process, made when first asked for. */
export interface SubgraphConnections {
  /** The connection to a subgraph; `routingUrl` is what the supergraph says, used where the environment names no address. */
  to(service: SubgraphName, routingUrl?: string): SubgraphConnection;
  /** Waits for open requests and closes everything. Safe to call twice. */
  close(): Promise<void>;
}

/** Settings of the connections. */
export interface SubgraphConnectionOptions {
  /** Base addresses by subgraph; they win over the routing addresses in the supergraph. */
  readonly urls: Readonly<Record<SubgraphName, string>>;
  /** Silence on a stream, and wait for its answer, that ends it. */
  readonly streamTimeoutMs: number;
  /** Connections kept to one subgraph for short requests. */
  readonly connections?: number;
}

const KEEP_ALIVE = { keepAliveTimeout: 30_000, pipelining: 1 };

/** See `SubgraphConnections`. */
export function createSubgraphConnections(options: SubgraphConnectionOptions): SubgraphConnections {
  const made = new Map<string, SubgraphConnection>();
  return {
    to(service, routingUrl) {
      const target = targetOf(options.urls[service] ?? baseOfRoutingUrl(service, routingUrl));
      const key = `${service} ${target.origin}${target.prefix}`;
      const known = made.get(key) ?? connect(service, target, options);
      made.set(key, known);
      return known;
    },
    async close() {
      const pools = [...made.values()].flatMap(({ requests, streams }) => [requests, streams]);
      made.clear();
      await Promise.all(pools.map((pool) => pool.close()));
    },
  };
}

function connect(
  service: SubgraphName,
  target: SubgraphTarget,
  options: SubgraphConnectionOptions,
): SubgraphConnection {
  return {
    service,
    prefix: target.prefix,
    requests: new Pool(target.origin, { ...KEEP_ALIVE, connections: options.connections ?? 128 }),
    streams: new Pool(target.origin, {
      ...KEEP_ALIVE,
      headersTimeout: options.streamTimeoutMs,
      bodyTimeout: options.streamTimeoutMs,
    }),
  };
}

function targetOf(baseUrl: string): SubgraphTarget {
  const url = new URL(baseUrl);
  return { origin: url.origin, prefix: url.pathname.replace(/\/+$/, '') };
}

function baseOfRoutingUrl(service: SubgraphName, routingUrl: string | undefined): string {
  if (routingUrl === undefined || routingUrl === '') throw new Error(`subgraph ${service} has no address`);
  return routingUrl.replace(/\/graphql\/?$/, '');
}
