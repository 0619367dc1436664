import { createTokenVerifier, verifierOptions } from '@lientinh/identity';
import { createLogger } from '@lientinh/logger';
import { runProcess } from '@lientinh/process';
import { readGatewayEnvironment } from './environment';
import { listen } from './lifecycle';
import { gatewayOptions } from './options';
import { createGateway } from './server';

const logger = createLogger({ service: 'gateway', level: process.env['LOG_LEVEL'] ?? 'info' });

runProcess(logger, async () => {
  const environment = readGatewayEnvironment();
  const verifier = createTokenVerifier({ ...verifierOptions(environment), logger });
  const gateway = await createGateway(gatewayOptions(environment, verifier, logger));
  return listen(gateway, {
    host: environment.HOST,
    port: environment.PORT,
    shutdownTimeoutMs: environment.SHUTDOWN_TIMEOUT_MS,
    logger,
  });
});
