import { createLogger, type Logger } from '@lientinh/logger';

/** A logger that writes nothing. */
export const silentLogger: Logger = createLogger({ service: 'test', level: 'silent' });
