import { createLogger } from '@lientinh/logger';
import { readEnvironment } from './environment';
import { startIssuer } from './server';

/** The local issuer as a process: client credentials for development, demonstration and a single machine. */
async function main(): Promise<void> {
  const environment = readEnvironment();
  const logger = createLogger({ service: 'issuer', level: environment.logLevel });
  const running = await startIssuer(environment, logger);
  const stop = (signal: NodeJS.Signals): void => {
    logger.info({ signal }, 'issuer stops');
    void running.stop();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
