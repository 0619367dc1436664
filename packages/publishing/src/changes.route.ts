import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Dataset } from '@lientinh/contracts';
import type { Database } from '@lientinh/postgres';
import { readChangesQuery, type ChangesQuery } from './changes.rules';
import { LedgerBell } from './ledger-bell';
import type { LedgerEntry } from './ledger.rules';
import { listLedger } from './publishing.store';

const PAGE = 500;
const ALIVE_INTERVAL_MS = 15_000;

/** What a door to the ledgers reads and waits for. */
interface Feed {
  readonly database: Database;
  readonly bell: LedgerBell;
  /** Fires when the subgraph stops. */
  readonly stopping: AbortSignal;
}

/**
 * `GET /changes?dataset=SCORES&after=17`: the ledger's entries after a sequence as JSON lines, oldest first, all of them. Resumable:
 * the next call's `after` is the last sequence received. With `wait=25` and nothing to tell yet, the answer waits for the next entry,
 * 25 seconds at most. With `Accept: text/event-stream` the answer stays open and tells each entry as soon as it is durable, woken by
 * the database; the `id` of an event is its sequence, so that `Last-Event-ID` resumes.
 */
export function changesRoute(app: FastifyInstance, database: Database, datasets: readonly Dataset[]): void {
  const bell = new LedgerBell(database);
  const stopping = new AbortController();
  app.addHook('preClose', async () => {
    stopping.abort();
    await bell.stop();
  });
  const feed: Feed = { database, bell, stopping: stopping.signal };
  app.get('/changes', async (request, reply) => {
    const query = readChangesQuery(request.query, request.headers['last-event-id'], datasets);
    const signal = AbortSignal.any([feed.stopping, closed(reply)]);
    if (/\btext\/event-stream\b/.test(request.headers.accept ?? '')) return sendEvents(reply, feed, query, signal);
    if (query.waitSeconds > 0) await waitForEntry(feed, query, signal);
    void reply.type('application/x-ndjson; charset=utf-8');
    return reply.send(Readable.from(lines(feed, query)));
  });
}

/** Entries after a sequence, page by page, until there are none. */
async function* pages({ database }: Feed, { dataset, after }: ChangesQuery): AsyncGenerator<readonly LedgerEntry[]> {
  let last = after;
  for (;;) {
    const entries = await listLedger(database.reader, dataset, last, PAGE);
    if (entries.length > 0) yield entries;
    last = entries.at(-1)?.sequence ?? last;
    if (entries.length < PAGE) return;
  }
}

async function* lines(feed: Feed, query: ChangesQuery): AsyncGenerator<string> {
  for await (const entries of pages(feed, query)) {
    yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  }
}

/** Settled when there is an entry after the place asked for, the patience is over, or the reader has gone. */
async function waitForEntry(feed: Feed, { dataset, after, waitSeconds }: ChangesQuery, gone: AbortSignal) {
  const signal = AbortSignal.any([gone, AbortSignal.timeout(waitSeconds * 1_000)]);
  while (!signal.aborted) {
    const rung = feed.bell.next(dataset, signal);
    const [first] = await listLedger(feed.database.reader, dataset, after, 1);
    if (first !== undefined) return;
    await rung;
  }
}

function sendEvents(reply: FastifyReply, feed: Feed, query: ChangesQuery, gone: AbortSignal): FastifyReply {
  void reply.headers({ 'x-accel-buffering': 'no', connection: 'close' }).type('text/event-stream; charset=utf-8');
  return reply.send(Readable.from(events(feed, query, gone)));
}

async function* events(feed: Feed, query: ChangesQuery, gone: AbortSignal): AsyncGenerator<string> {
  let after = query.after;
  yield `retry: 2000\nid: ${after}\n\n`;
  while (!gone.aborted) {
    const wait = new AbortController();
    const rung = feed.bell.next(query.dataset, AbortSignal.any([gone, wait.signal]));
    for await (const entries of pages(feed, { ...query, after })) {
      after = entries.at(-1)?.sequence ?? after;
      yield entries.map((entry) => `event: change\nid: ${entry.sequence}\ndata: ${JSON.stringify(entry)}\n\n`).join('');
    }
    const quiet = delay(ALIVE_INTERVAL_MS, 'quiet' as const, { signal: wait.signal }).catch(() => 'quiet' as const);
    const outcome = await Promise.race([rung, quiet]);
    wait.abort();
    if (outcome === 'quiet') yield ': alive\n\n';
  }
}

function closed(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.on('close', () => controller.abort());
  return controller.signal;
}
