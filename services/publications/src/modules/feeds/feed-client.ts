import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { z } from 'zod';
import { DATASETS, type Dataset } from '@lientinh/contracts';
import type { JsonValue, LedgerEntry } from '@lientinh/publishing';
import { feedUnreachable } from './feed.errors';

/** The change feed of one data set. */
export interface FeedAddress {
  readonly dataset: Dataset;
  /** Address of the owning subgraph, without a slash at the end. */
  readonly url: string;
}

const BATCH = 500;

const whole = z.number().int();
const ledgerLine = z.object({
  dataset: z.enum(DATASETS),
  sequence: whole,
  kind: z.enum(['PUBLISH', 'RETRACT']),
  publication: z.string(),
  publisher: z.string(),
  province: z.string().nullable(),
  scope: z.custom<JsonValue>(),
  idempotencyKey: z.string(),
  contentHash: z.string(),
  rowCount: whole,
  supersedes: z.array(z.string()),
  rowChanges: z.array(z.object({ publication: z.string(), rows: whole })),
  reason: z.string().nullable(),
  recordedAt: z.iso.datetime({ precision: 6 }),
  previousHash: z.string(),
  hash: z.string(),
});

/**
 * Entries after a sequence in batches of 500, at least one batch (perhaps empty). Throws FEED_UNREACHABLE when the subgraph cannot
 * be reached, answers anything but entries, or says nothing for `silenceMs`.
 */
export async function* readFeed(
  address: FeedAddress,
  after: number,
  silenceMs: number,
  stopping: AbortSignal,
): AsyncGenerator<readonly LedgerEntry[]> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), silenceMs);
  try {
    const response = await openFeed(address, { after: String(after) }, AbortSignal.any([stopping, silence.signal]));
    let batch: LedgerEntry[] = [];
    for await (const line of createInterface({ input: Readable.fromWeb(response), crlfDelay: Infinity })) {
      timer.refresh();
      if (line !== '') batch.push(ledgerLine.parse(JSON.parse(line)));
      if (batch.length < BATCH) continue;
      yield batch;
      timer.refresh();
      batch = [];
    }
    yield batch;
  } catch (error) {
    throw feedUnreachable({ ...address }, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** Settled when the feed has an entry after a sequence, or after `waitSeconds`; the entry itself is not read. FEED_UNREACHABLE else. */
export async function waitForEntry(
  address: FeedAddress,
  after: number,
  waitSeconds: number,
  stopping: AbortSignal,
): Promise<void> {
  const patience = AbortSignal.timeout((waitSeconds + 5) * 1_000);
  try {
    const body = await openFeed(
      address,
      { after: String(after), wait: String(waitSeconds) },
      AbortSignal.any([stopping, patience]),
    );
    await body.cancel();
  } catch (error) {
    throw feedUnreachable({ ...address }, { cause: error });
  }
}

async function openFeed(
  { url, dataset }: FeedAddress,
  parameters: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<ReadableStream> {
  const query = new URLSearchParams({ dataset, ...parameters });
  const response = await fetch(`${url}/changes?${query.toString()}`, {
    headers: { accept: 'application/x-ndjson' },
    redirect: 'error',
    signal,
  });
  if (response.status === 200 && response.body !== null) return response.body;
  await response.body?.cancel();
  throw new Error(`status ${response.status}`);
}
