import { CodedError, internalError } from '@lientinh/errors';
import type { Logger } from '@lientinh/logger';

/** What the caller may see of a failure; a fault of ours is logged and masked. What fails because the caller is gone is neither. */
export function maskedError(error: unknown, requestId: string, logger: Logger, signal?: AbortSignal): CodedError {
  if (signal?.aborted === true) return internalError({ requestId });
  if (error instanceof CodedError) {
    if (error.status >= 500) logger.warn({ error, requestId }, 'request failed');
    return error;
  }
  logger.error({ error, requestId }, 'fault in a request');
  return internalError({ requestId });
}
