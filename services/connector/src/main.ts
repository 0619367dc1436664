import { createLogger } from '@lientinh/logger';
import { runProcess } from '@lientinh/process';
import { readConnectorEnvironment } from './environment';
import { openConnector } from './open-connector';

const logger = createLogger({ service: 'connector', level: process.env['LOG_LEVEL'] ?? 'info' });

runProcess(logger, async () => {
  const environment = readConnectorEnvironment(process.env);
  const connector = await openConnector(environment, logger);
  logger.info({ address: await connector.listen(environment.HOST, environment.PORT) }, 'listening');
  return connector;
});
