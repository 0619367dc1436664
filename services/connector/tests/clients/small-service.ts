import { startSmallConnector } from '../support/small-connector';
import type { SmallDatabase } from '../support/small-database';
import { seed } from './seed';

/** A connector that listens, over real databases with the small contract and the rows of `seed`, to everybody. */
export interface SmallService {
  /** Address of the service root with English names, with a slash at the end. */
  readonly root: string;
  /** Where the scores are. */
  readonly scores: SmallDatabase;
  /** Rows of a page at most. */
  readonly pageSize: number;
  stop(): Promise<void>;
}

const PAGE_SIZE = 40;

/** Starts it on a free port of this machine. */
export async function startSmallService(): Promise<SmallService> {
  const connector = await startSmallConnector({ maximumPageSize: PAGE_SIZE });
  await seed(connector.scores, connector.quotas);
  return {
    root: `${connector.address}/odata/v4/`,
    scores: connector.scores,
    pageSize: PAGE_SIZE,
    stop: () => connector.close(),
  };
}
