import { createTokenVerifier } from '@lientinh/identity';
import { createLogger } from '@lientinh/logger';
import { Database } from '@lientinh/postgres';
import { createBulkSubgraph } from './bulk-subgraph';

/** What the starter of this process tells it. */
interface Order {
  readonly databaseUrl: string;
  readonly issuer: string;
  readonly audience: string;
}

/**
 * The subgraph of the examples as a process of its own, so that its memory can be measured and it can be killed. Started with an IPC
 * channel: hears an Order, tells its address; hears `usage`, tells its highest resident memory in bytes.
 */
async function start({ databaseUrl, issuer, audience }: Order): Promise<void> {
  const logger = createLogger({ service: 'example', level: 'warn' });
  const database = new Database({ url: databaseUrl, logger, applicationName: 'example' });
  const subgraph = await createBulkSubgraph({ database, logger, verifier: createTokenVerifier({ issuer, audience }) });
  process.send?.({ address: await subgraph.listen('127.0.0.1', 0) });
  process.once('SIGTERM', () => void subgraph.stop().then(() => process.exit(0)));
}

process.on('message', (message: Order | 'usage') => {
  if (message === 'usage') process.send?.({ peakBytes: process.resourceUsage().maxRSS * 1024 });
  else void start(message);
});
process.on('disconnect', () => process.exit(0));
