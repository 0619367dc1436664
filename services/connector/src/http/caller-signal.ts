import type { ServerResponse } from 'node:http';

/** Aborted when the connection closes before the answer is complete: what is done for this caller is done for nobody. */
export function callerSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(new Error('the caller is gone'));
  });
  return controller.signal;
}
