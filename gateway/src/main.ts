import { EnvironmentError } from '@lientinh/environment';
import { CodedError } from '@lientinh/errors';
import { createTokenVerifier, verifierOptions } from '@lientinh/identity';
import { createLogger } from '@lientinh/logger';
import { readGatewayEnvironment } from './environment';
import { runGateway } from './lifecycle';
import { gatewayOptions } from './options';
import { createGateway } from './server';

async function main(): Promise<void> {
  const environment = readGatewayEnvironment();
  const logger = createLogger({ service: 'gateway', level: environment.LOG_LEVEL });
  const verifier = createTokenVerifier({ ...verifierOptions(environment), logger });
  const gateway = await createGateway(gatewayOptions(environment, verifier, logger));
  await runGateway(gateway, {
    host: environment.HOST,
    port: environment.PORT,
    shutdownTimeoutMs: environment.SHUTDOWN_TIMEOUT_MS,
    logger,
  });
}

main().catch((error: unknown) => {
  const expected = error instanceof CodedError || error instanceof EnvironmentError;
  const line = error instanceof CodedError ? `${error.code}: ${error.text.en}` : String(error);
  process.stderr.write(`${expected ? line : ((error as Error).stack ?? line)}\n`);
  process.exitCode = 1;
});
