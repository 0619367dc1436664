import type { Logger } from '@lientinh/logger';
import type { Stoppable } from '@lientinh/process';
import type { Gateway } from './server';

/** Where and how long a gateway runs. */
export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  /** After this long, connections that are still open are cut. */
  readonly shutdownTimeoutMs: number;
  readonly logger: Logger;
}

/** What letting go of everything takes once no connection is open any more. */
const LETTING_GO_MS = 5_000;

/**
 * Opens the gateway's door. Its stop: not ready at once, open requests finish, those that take longer than `shutdownTimeoutMs` are cut.
 * Rejects with the system's error when the port cannot be had, having stopped the gateway.
 */
export async function listen(gateway: Gateway, options: ListenOptions): Promise<Stoppable> {
  const { host, port, shutdownTimeoutMs, logger } = options;
  try {
    const address = await gateway.app.listen({ host, port });
    logger.info({ address }, 'gateway listens');
  } catch (error) {
    await gateway.stop();
    throw error;
  }
  return { stop: () => stopWithin(gateway, options), patienceMs: shutdownTimeoutMs + LETTING_GO_MS };
}

async function stopWithin(gateway: Gateway, { shutdownTimeoutMs, logger }: ListenOptions): Promise<void> {
  const cut = setTimeout(() => {
    logger.warn({ shutdownTimeoutMs }, 'connections still open are cut');
    gateway.app.server.closeAllConnections();
  }, shutdownTimeoutMs);
  try {
    await gateway.stop();
  } finally {
    clearTimeout(cut);
  }
}
