import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Dataset, Language } from '@lientinh/contracts';
import type { Gauge } from 'prom-client';
import { tooManyChangeStreams } from '../gateway.errors';
import { errorBody } from '../hooks/errors';
import { forwardedHeaders } from '../hooks/headers';
import { preferredLanguage } from '../language';
import type { Change } from './change';
import { advanceCursor, formatCursor, type ChangeCursor } from './cursor';
import { openFeed, type FeedSource } from './feed-source';
import { followFeed, signsOfLife, type FollowEvent } from './follow';
import { joinSequences } from './join';
import { readChangeQuery, type ChangeQuery } from './query';

/** What the joined change feed needs. */
export interface ChangesOptions {
  /** The feed of a data set; undefined while its subgraph is not part of the supergraph. */
  readonly sourceOf: (dataset: Dataset) => FeedSource | undefined;
  /** Fires when the gateway stops: followers are let go and resume elsewhere. */
  readonly stopping: AbortSignal;
  readonly streams: Gauge;
  readonly maxStreams: number;
  readonly pollIntervalMs: number;
  readonly waitSeconds: number;
  readonly aliveIntervalMs: number;
}

/**
 * `GET /changes?after=<cursor>&dataset=…`: what was published, retracted or superseded after a place, over all data sets. As NDJSON it ends
 * with what is there now; with `Accept: text/event-stream` it stays open. Each entry carries the cursor after it; a reader that keeps
 * the last one misses nothing and sees nothing twice. Order is kept within a data set, not between them.
 */
export function addChangesRoute(app: FastifyInstance, options: ChangesOptions): void {
  let open = 0;
  app.get('/changes', async (request, reply) => {
    const lastEventId = request.headers['last-event-id'];
    const query = readChangeQuery(
      request.query as Record<string, unknown>,
      typeof lastEventId === 'string' ? lastEventId : undefined,
    );
    const signal = AbortSignal.any([options.stopping, closedSignal(reply)]);
    if (!/\btext\/event-stream\b/.test(request.headers.accept ?? ''))
      return sendOnce(request, reply, query, options, signal);
    if (open >= options.maxStreams) throw tooManyChangeStreams({ limit: options.maxStreams });
    open += 1;
    options.streams.set(open);
    reply.raw.on('close', () => {
      open -= 1;
      options.streams.set(open);
    });
    return sendEvents(request, reply, query, options, signal);
  });
}

async function sendOnce(
  request: FastifyRequest,
  reply: FastifyReply,
  query: ChangeQuery,
  options: ChangesOptions,
  signal: AbortSignal,
) {
  const headers = forwardedHeaders(request.headers, request.id);
  const feeds = await Promise.all(
    sourcesOf(query, options).map((source) =>
      openFeed(source, { after: query.after[source.dataset] ?? 0, headers, signal, waitSeconds: 0 }),
    ),
  );
  return reply
    .type('application/x-ndjson; charset=utf-8')
    .send(Readable.from(lines(joinSequences(feeds), query.after)));
}

async function* lines(changes: AsyncIterable<Change>, after: ChangeCursor): AsyncGenerator<string> {
  let cursor = after;
  for await (const change of changes) {
    cursor = advanceCursor(cursor, change.dataset, change.sequence);
    yield `${JSON.stringify({ ...change, cursor: formatCursor(cursor) })}\n`;
  }
}

function sendEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  query: ChangeQuery,
  options: ChangesOptions,
  signal: AbortSignal,
) {
  const headers = forwardedHeaders(request.headers, request.id);
  const { pollIntervalMs, waitSeconds } = options;
  const followed = sourcesOf(query, options).map((source) =>
    followFeed(source, query.after[source.dataset] ?? 0, { headers, signal, pollIntervalMs, waitSeconds }),
  );
  const joined = joinSequences<FollowEvent>([...followed, signsOfLife(options.aliveIntervalMs, signal)]);
  const language = preferredLanguage(request.headers['accept-language']);
  void reply.headers({ 'x-accel-buffering': 'no', connection: 'close' }).type('text/event-stream; charset=utf-8');
  return reply.send(Readable.from(events(joined, query.after, { language, requestId: request.id })));
}

async function* events(
  followed: AsyncIterable<FollowEvent>,
  after: ChangeCursor,
  audience: { language: Language; requestId: string },
): AsyncGenerator<string> {
  let cursor = after;
  yield `retry: 2000\nid: ${formatCursor(cursor)}\n\n`;
  for await (const event of followed) {
    if (event.kind === 'alive') yield ': alive\n\n';
    else if (event.kind === 'trouble')
      yield `event: trouble\ndata: ${JSON.stringify(errorBody(event.error, audience))}\n\n`;
    else {
      cursor = advanceCursor(cursor, event.change.dataset, event.change.sequence);
      yield `event: change\nid: ${formatCursor(cursor)}\ndata: ${JSON.stringify(event.change)}\n\n`;
    }
  }
}

function sourcesOf({ datasets }: ChangeQuery, { sourceOf }: ChangesOptions): FeedSource[] {
  return datasets.flatMap((dataset) => sourceOf(dataset) ?? []);
}

function closedSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.on('close', () => controller.abort());
  return controller.signal;
}
