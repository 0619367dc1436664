import { CodedError, internalError } from '@lientinh/errors';
import type { Logger } from '@lientinh/logger';

/** What the caller may see of a failure; a fault of ours is logged and masked. */
export function maskedError(error: unknown, requestId: string, logger: Logger): CodedError {
  if (error instanceof CodedError) {
    if (error.status >= 500) logger.warn({ error, requestId }, 'request failed');
    return error;
  }
  logger.error({ error, requestId }, 'fault in a request');
  return internalError({ requestId });
}
