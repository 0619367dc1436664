import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** How a fetch to a subgraph ended. */
export type FetchOutcome = 'answered' | 'timeout' | 'unavailable';

/** The figures of one gateway process, in the Prometheus text format at `/metrics`. */
export interface GatewayMetrics {
  readonly registry: Registry;
  /** Counts and times one HTTP request; `route` is the pattern, never the address, so that the number of series is bounded. */
  observeRequest(labels: { method: string; route: string; status: number }, seconds: number): void;
  /** Starts the clock of a fetch; the function returned stops it. */
  startFetch(subgraph: string): (outcome: FetchOutcome) => void;
  /** Requests to subgraphs that one operation needed. */
  observeOperation(operationType: string, fetches: number, errors: number): void;
  observeSupergraphLoad(outcome: 'loaded' | 'refused'): void;
  readonly changeStreams: Gauge;
  close(): void;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120];

/** A registry of its own, so that two gateways in one process do not share figures. */
export function createGatewayMetrics(): GatewayMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const meters = createMeters(registry);
  return {
    registry,
    changeStreams: meters.changeStreams,
    observeRequest: ({ method, route, status }, seconds) => meters.requests.observe({ method, route, status }, seconds),
    startFetch(subgraph) {
      const started = performance.now();
      return (outcome) => {
        meters.fetches.inc({ subgraph, outcome });
        meters.fetchSeconds.observe({ subgraph }, (performance.now() - started) / 1000);
      };
    },
    observeOperation(type, fetches, errors) {
      meters.operationFetches.observe({ type }, fetches);
      meters.operations.inc({ type, outcome: errors === 0 ? 'complete' : 'with_errors' });
    },
    observeSupergraphLoad: (outcome) => meters.supergraphLoads.inc({ outcome }),
    close: () => registry.clear(),
  };
}

function createMeters(registry: Registry) {
  const registers = [registry];
  return {
    requests: new Histogram({
      name: 'lientinh_gateway_request_duration_seconds',
      help: 'Time from the first byte of an HTTP request to the last byte of its answer.',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: SECONDS,
      registers,
    }),
    fetches: new Counter({
      name: 'lientinh_gateway_subgraph_fetches_total',
      help: 'GraphQL requests sent to a subgraph, by how they ended.',
      labelNames: ['subgraph', 'outcome'] as const,
      registers,
    }),
    fetchSeconds: new Histogram({
      name: 'lientinh_gateway_subgraph_fetch_duration_seconds',
      help: 'Time a subgraph took for one GraphQL request.',
      labelNames: ['subgraph'] as const,
      buckets: SECONDS,
      registers,
    }),
    operations: new Counter({
      name: 'lientinh_gateway_operations_total',
      help: 'GraphQL operations answered, complete or with errors.',
      labelNames: ['type', 'outcome'] as const,
      registers,
    }),
    operationFetches: new Histogram({
      name: 'lientinh_gateway_operation_fetches',
      help: 'Requests to subgraphs that one operation needed.',
      labelNames: ['type'] as const,
      buckets: [0, 1, 2, 3, 4, 5, 8, 13, 21, 34],
      registers,
    }),
    supergraphLoads: new Counter({
      name: 'lientinh_gateway_supergraph_loads_total',
      help: 'Versions of the supergraph file seen, loaded or refused.',
      labelNames: ['outcome'] as const,
      registers,
    }),
    changeStreams: new Gauge({
      name: 'lientinh_gateway_change_streams',
      help: 'Clients that follow the change feed now.',
      registers,
    }),
  };
}
