import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Database } from '@lientinh/postgres';

/** More that the operator should see with the readiness; does not decide it. */
export type ReadinessDetails = () => Readonly<Record<string, unknown>>;

/** `/health/live`, `/health/ready` and `/metrics`: for the operator, without a token. */
export function addOperations(
  app: FastifyInstance,
  name: string,
  database: Database,
  isDraining: () => boolean,
  details: ReadinessDetails = () => ({}),
): void {
  const registry = new Registry();
  registry.setDefaultLabels({ service: name });
  collectDefaultMetrics({ register: registry });
  const statements = new Counter({
    name: 'sql_statements_total',
    help: 'SQL statements sent, by name',
    labelNames: ['statement'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of HTTP requests',
    labelNames: ['method', 'status'],
    registers: [registry],
  });
  database.onStatement((statement) => statements.inc({ statement }));
  app.addHook('onResponse', (request, reply, done) => {
    durations.observe({ method: request.method, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
  app.get('/health/live', () => ({ status: 'live', service: name }));
  app.get('/health/ready', async (_request, reply) => {
    const databaseReady = await database.ping().then(
      () => true,
      () => false,
    );
    const ready = databaseReady && !isDraining();
    return reply.code(ready ? 200 : 503).send({
      status: ready ? 'ready' : 'not ready',
      service: name,
      database: databaseReady,
      draining: isDraining(),
      ...details(),
    });
  });
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}
