import type { CodedError } from '@lientinh/errors';

/**
 * Runs `work` with a signal that fires after `timeoutMs`, or when `parent` does (the caller hung up). When the time is over the promise
 * is rejected with `onTimeout()`; any other failure passes unchanged.
 */
export async function withDeadline<T>(
  timeoutMs: number,
  onTimeout: () => CodedError,
  work: (signal: AbortSignal) => Promise<T>,
  parent?: AbortSignal,
): Promise<T> {
  const controller = new AbortController();
  let late = false as boolean; // set by the timer
  const timer = setTimeout(() => {
    late = true;
    controller.abort();
  }, timeoutMs);
  const abort = () => controller.abort();
  parent?.addEventListener('abort', abort, { once: true });
  if (parent?.aborted === true) abort();
  try {
    return await work(controller.signal);
  } catch (error) {
    throw late ? onTimeout() : error;
  } finally {
    clearTimeout(timer);
    parent?.removeEventListener('abort', abort);
  }
}
