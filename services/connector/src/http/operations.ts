import type { FastifyInstance } from 'fastify';

/** Something that must answer for the service to be ready: a database. */
export type ReadinessChecks = Readonly<Record<string, () => Promise<unknown>>>;

const PATIENCE_MS = 5000;

/** The text of `/metrics` and its media type. */
export type MetricsPage = () => Promise<{ readonly contentType: string; readonly text: string }>;

/** `/health/live`, `/health/ready` (says which database is missing) and `/metrics`, for the operator, without credentials. */
export function addOperations(
  app: FastifyInstance,
  checks: ReadinessChecks,
  isDraining: () => boolean,
  metrics: MetricsPage,
): void {
  app.get('/health/live', () => ({ status: 'live', service: 'connector' }));
  app.get('/health/ready', async (_request, reply) => {
    const names = Object.keys(checks);
    const answers = await Promise.all(names.map((name) => respondsInTime(checks[name])));
    const databases = Object.fromEntries(names.map((name, index) => [name, answers[index] === true]));
    const missing = names.filter((name) => databases[name] === false);
    const ready = missing.length === 0 && !isDraining();
    return reply.code(ready ? 200 : 503).send({
      status: ready ? 'ready' : 'not ready',
      service: 'connector',
      databases,
      missing,
      draining: isDraining(),
    });
  });
  app.get('/metrics', async (_request, reply) => {
    const { contentType, text } = await metrics();
    return reply.type(contentType).send(text);
  });
}

async function respondsInTime(check: (() => Promise<unknown>) | undefined): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), PATIENCE_MS)));
  const answered = Promise.resolve(check?.()).then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}
