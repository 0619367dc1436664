import type { FastifyInstance } from 'fastify';
import { biSets, type BiOwner, type BiSet } from '@lientinh/bi';
import type { Logger } from '@lientinh/logger';
import type { Access } from './http/access-port';
import { InstalledViews } from './http/installed-views';
import { addOperations, type ReadinessChecks } from './http/operations';
import { createServer } from './http/server';
import { createServiceRoot, type Planner } from './http/service-root';
import { createModel } from './model';
import { connectRoutes } from './delivery';
import { planResource } from './plan';
import { tableFormats } from './respond/table/table-formats';
import type { TableFormat } from './respond/table-format';
import { createMetrics } from './metrics';
import { MeasuredSource } from './source';
import type { BiSource } from './source/source';

/** What a connector is made of. */
export interface ConnectorOptions {
  /** The contract of the views; the product's when absent. */
  readonly sets?: readonly BiSet[];
  /** What requests mean; the product's planner when absent. */
  readonly plan?: Planner;
  readonly source: BiSource;
  readonly access: Access;
  readonly logger: Logger;
  /** File formats beside JSON; the product's when absent. */
  readonly formats?: readonly TableFormat[];
  /** Rows of a page of JSON at most. */
  readonly maximumPageSize?: number;
  /** Absolute address for links; null: as the request says. */
  readonly publicAddress?: string | null;
  readonly trustProxy?: boolean;
  /** Origins whose pages may read the service; none when absent. */
  readonly corsOrigins?: readonly string[];
  /** Databases beside those of the views that must answer for the service to be ready. */
  readonly checks?: ReadinessChecks;
  /** Doors beside the service roots and the files that open them: keys. */
  readonly routes?: (app: FastifyInstance) => void;
  /** How long a connection may stand still: longer than the longest statement. */
  readonly idleConnectionMs?: number;
  /** Requests of one caller that run at a time; 6 when absent. */
  readonly requestsOfCaller?: number;
  readonly clock?: () => Date;
}

/** A connector that can be started and stopped; both are safe to repeat. */
export interface Connector {
  readonly app: FastifyInstance;
  /** Starts listening; the address it listens on. */
  listen(host: string, port: number): Promise<string>;
  /** Answers not ready, finishes the answers it writes, closes the source. */
  stop(): Promise<void>;
}

/** Rows of a page of JSON, unless told otherwise. */
export const DEFAULT_PAGE_SIZE = 50_000;
/** Eleven minutes: Power Query waits ten. */
const DEFAULT_REQUESTS_OF_CALLER = 6;
const DEFAULT_IDLE_CONNECTION_MS = 660_000;

/** Puts the connector together: two service roots over one source, health, and what else has doors here. */
export function createConnector(options: ConnectorOptions): Connector {
  const { sets = biSets, logger, clock = () => new Date() } = options;
  const metrics = createMetrics();
  const source = new MeasuredSource(options.source, metrics);
  let draining = false;
  const roots = {
    en: createServiceRoot(createModel(sets, 'en'), '/odata/v4/'),
    vi: createServiceRoot(createModel(sets, 'vi'), '/odata/v4/vi/'),
  };
  const place = { publicAddress: options.publicAddress ?? null, trustProxy: options.trustProxy ?? false };
  const app = createServer({
    service: {
      plan: options.plan ?? planResource,
      source,
      formats: options.formats ?? tableFormats,
      installedViews: new InstalledViews(source, clock),
      maximumPageSize: options.maximumPageSize ?? DEFAULT_PAGE_SIZE,
      logger,
      meter: metrics,
      clock,
    },
    roots: [roots.vi, roots.en],
    access: options.access,
    ...place,
    corsOrigins: options.corsOrigins ?? [],
    idleConnectionMs: options.idleConnectionMs ?? DEFAULT_IDLE_CONNECTION_MS,
    requestsOfCaller: options.requestsOfCaller ?? DEFAULT_REQUESTS_OF_CALLER,
  });
  const owners = [...new Set(sets.map(({ owner }) => owner))];
  const checks = Object.fromEntries(owners.map((owner: BiOwner) => [owner, () => source.ping(owner)]));
  addOperations(
    app,
    { ...checks, ...options.checks },
    () => draining,
    () => metrics.page(),
  );
  connectRoutes(app, { ...place, roots });
  options.routes?.(app);
  let stopped: Promise<void> | undefined;
  return {
    app,
    listen: (host, port) => app.listen({ host, port }),
    stop: () => {
      draining = true;
      stopped ??= app.close().then(() => source.close());
      return stopped;
    },
  };
}
