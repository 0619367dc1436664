import type { Logger } from '@lientinh/logger';
import { errorCode } from './error-code';
import { portTaken } from './gateway.errors';
import type { Gateway } from './server';

/** Where and how long a gateway runs. */
export interface RunOptions {
  readonly host: string;
  readonly port: number;
  /** After this long, connections that are still open are cut. */
  readonly shutdownTimeoutMs: number;
  readonly logger: Logger;
}

/**
 * Listens until SIGTERM or SIGINT, then stops: not ready at once, open requests finish, and the process ends. A second signal ends it
 * without waiting. A port in use is PORT_TAKEN.
 */
export async function runGateway(gateway: Gateway, options: RunOptions): Promise<void> {
  const { host, port, logger } = options;
  try {
    const address = await gateway.app.listen({ host, port });
    logger.info({ address }, 'gateway listens');
  } catch (error) {
    await gateway.stop();
    if (errorCode(error) === 'EADDRINUSE') throw portTaken({ host, port });
    throw error;
  }
  const signal = await firstSignal();
  logger.info({ signal }, 'gateway stops');
  await stopWithin(gateway, options);
  logger.info('gateway stopped');
}

function firstSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
}

async function stopWithin(gateway: Gateway, { shutdownTimeoutMs, logger }: RunOptions): Promise<void> {
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
