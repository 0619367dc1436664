import { createLogger } from '@lientinh/logger';
import { runProcess } from '@lientinh/process';
import { readEnvironment } from './environment';
import { startIssuer } from './server';

/** The local issuer as a process: client credentials for development, demonstration and a single machine. */
const logger = createLogger({ service: 'issuer', level: process.env['LOG_LEVEL'] ?? 'info' });

runProcess(logger, () => startIssuer(readEnvironment(), logger));
