import type { FastifyInstance } from 'fastify';
import { DATASETS, type Dataset } from '@lientinh/contracts';
import { invalidRequest } from '@lientinh/errors';
import type { Database } from '@lientinh/postgres';
import { listLedger } from './publishing.store';

const PAGE = 500;

/**
 * `GET /changes?dataset=SCORES&after=17`: the ledger's entries after a sequence as JSON lines, oldest first, all of them. Resumable:
 * the next call's `after` is the last sequence received.
 */
export function changesRoute(app: FastifyInstance, database: Database, datasets: readonly Dataset[]): void {
  app.get<{ Querystring: { dataset?: string; after?: string } }>('/changes', async (request, reply) => {
    const dataset = chooseDataset(request.query.dataset, datasets);
    const after = Number(request.query.after ?? 0);
    if (!Number.isSafeInteger(after) || after < 0)
      throw invalidRequest({ reason: { vi: 'after phải là số thứ tự sổ cái', en: 'after must be a ledger sequence' } });
    void reply.type('application/x-ndjson');
    return reply.send(lines(database, dataset, after));
  });
}

function chooseDataset(name: string | undefined, datasets: readonly Dataset[]): Dataset {
  const dataset = name === undefined && datasets.length === 1 ? datasets[0] : DATASETS.find((known) => known === name);
  if (dataset !== undefined && datasets.includes(dataset)) return dataset;
  const known = datasets.join(', ');
  throw invalidRequest({ reason: { vi: `dataset phải là một trong ${known}`, en: `dataset must be one of ${known}` } });
}

async function* lines(database: Database, dataset: Dataset, after: number): AsyncGenerator<string> {
  let last = after;
  for (;;) {
    const entries = await listLedger(database.reader, dataset, last, PAGE);
    if (entries.length > 0) yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    last = entries.at(-1)?.sequence ?? last;
    if (entries.length < PAGE) return;
  }
}
