import { createInterface } from 'node:readline';
import type { Dispatcher } from 'undici';
import type { Dataset } from '@lientinh/contracts';
import { serviceUnavailable } from '@lientinh/errors';
import type { OutgoingHeaders } from '../hooks/headers';
import type { SubgraphConnection } from '../subgraphs/connections';
import { parseChange, type Change } from './change';

/** The feed of one data set at the subgraph that owns it. */
export interface FeedSource {
  readonly dataset: Dataset;
  readonly connection: SubgraphConnection;
}

/** What is asked of a source. */
export interface FeedRequest {
  /** Entries after this sequence. */
  readonly after: number;
  readonly headers: OutgoingHeaders;
  readonly signal: AbortSignal;
  /** How long the subgraph may wait for a first entry when there is none yet; 0 answers at once. */
  readonly waitSeconds: number;
}

/**
 * Opens `GET /changes?dataset=…&after=…` of the owning subgraph (NDJSON, one entry a line, in ledger order). The promise is settled by the
 * headers, so that a subgraph that is down is known before anything was sent on; SERVICE_UNAVAILABLE then. Entries are read as they are
 * asked for.
 */
export async function openFeed(source: FeedSource, request: FeedRequest): Promise<AsyncIterable<Change>> {
  const { connection, dataset } = source;
  const parameters = new URLSearchParams({ dataset, after: String(request.after) });
  if (request.waitSeconds > 0) parameters.set('wait', String(request.waitSeconds));
  const answer = await connection.streams
    .request({
      method: 'GET',
      path: `${connection.prefix}/changes?${parameters.toString()}`,
      headers: { ...request.headers, accept: 'application/x-ndjson' },
      signal: request.signal,
    })
    .catch((error: unknown) => {
      throw serviceUnavailable({ service: connection.service }, { cause: error });
    });
  if (answer.statusCode === 200) return readChanges(answer.body, dataset);
  await answer.body.dump();
  throw serviceUnavailable({ service: connection.service }, { cause: new Error(`status ${answer.statusCode}`) });
}

async function* readChanges(body: Dispatcher.ResponseData['body'], dataset: Dataset): AsyncIterable<Change> {
  for await (const line of createInterface({ input: body, crlfDelay: Infinity })) {
    if (line !== '') yield parseChange(line, dataset);
  }
}
