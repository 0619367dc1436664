// What one would write by hand for the same pages: fastify, pg, a keyset, JSON.stringify.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const fastify = require('fastify');
const { Pool } = require('pg');

const COLUMNS = `province as "ProvinceId", month::text as "Month", procedure_code as "ProcedureCode", agency as "Agency", received as "Received",
  received_online as "ReceivedOnline", received_postal as "ReceivedPostal", resolved as "Resolved", on_time as "OnTime", overdue as "Overdue",
  paid_online as "PaidOnline", results_digitised as "ResultsDigitised", 'dossier-statistics-' || publication as "PublicationId",
  recorded_from as "RecordedAt"`;
const KEY = 'province, month, procedure_code, agency';

const pool = new Pool({ connectionString: process.env.BENCH_URL, max: 8 });
const app = fastify();
app.get('/health/ready', () => 'ready');
app.get('/statistics', async (request, reply) => {
  const after = request.query.after === undefined ? null : JSON.parse(request.query.after);
  const limit = Number(request.query.limit);
  const { rows } = await pool.query(
    `select ${COLUMNS} from dossier_statistic where recorded_to = 'infinity' ${after === null ? '' : `and (${KEY}) > ($1, $2, $3, $4)`}
     order by ${KEY} limit ${limit}`,
    after ?? [],
  );
  const last = rows.at(-1);
  const place = last === undefined ? [] : [last.ProvinceId, last.Month, last.ProcedureCode, last.Agency];
  const nextLink =
    rows.length < limit
      ? undefined
      : `http://${request.headers.host}/statistics?limit=${limit}&after=${encodeURIComponent(JSON.stringify(place))}`;
  reply.header('content-type', 'application/json; charset=utf-8');
  return JSON.stringify({ value: rows, '@odata.nextLink': nextLink });
});
process.once('SIGTERM', () => void app.close().then(() => pool.end()));
await app.listen({ host: '127.0.0.1', port: Number(process.env.BENCH_PORT) });
