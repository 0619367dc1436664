import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Dataset } from '@lientinh/contracts';
import { contentHash, entryHash, GENESIS_HASH, type LedgerEntry, publicationId } from '@lientinh/publishing';

/** What a test says of an entry; the rest is filled in. */
export type EntryDraft = Partial<LedgerEntry> & Pick<LedgerEntry, 'recordedAt'>;

/** Seals drafts as the ledger of a data set: numbered, chained, in the order given. */
export function sealedLedger(dataset: Dataset, drafts: readonly EntryDraft[]): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (const [place, draft] of drafts.entries()) {
    const sequence = place + 1;
    const unsealed = {
      kind: 'PUBLISH' as const,
      publication: publicationId(dataset, sequence),
      publisher: 'kon-tum',
      province: '62@2004-01-01',
      scope: {},
      idempotencyKey: `key-${sequence}`,
      contentHash: contentHash({ sequence }),
      rowCount: 1,
      supersedes: [],
      rowChanges: [],
      reason: null,
      ...draft,
      dataset,
      sequence,
      previousHash: entries.at(-1)?.hash ?? GENESIS_HASH,
    };
    entries.push({ ...unsealed, hash: entryHash(unsealed) });
  }
  return entries;
}

/** A change feed that tells what a test puts into `entries`, whether it fits or not. */
export interface StaticFeed {
  readonly url: string;
  entries: readonly LedgerEntry[];
  /** While true, requests are taken and never answered. */
  hanging: boolean;
  close(): Promise<void>;
}

export async function startStaticFeed(entries: readonly LedgerEntry[] = []): Promise<StaticFeed> {
  const server = createServer((request, response) => {
    if (feed.hanging) return;
    const { searchParams } = new URL(request.url ?? '', 'http://feed');
    const after = Number(searchParams.get('after'));
    const told = feed.entries.filter(
      ({ dataset, sequence }) => dataset === searchParams.get('dataset') && sequence > after,
    );
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    response.end(told.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const feed: StaticFeed = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    entries,
    hanging: false,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return feed;
}
