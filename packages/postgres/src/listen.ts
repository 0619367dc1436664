import { setTimeout as delay } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import type { Logger } from '@lientinh/logger';

/** A subscription to NOTIFY on one channel. */
export interface ChangeListener {
  stop(): Promise<void>;
}

/**
 * Calls `onNotify` for every notification on `channel`, and once after every (re)connection, since notifications are lost while
 * the connection is down: the callee asks what it missed.
 */
export function listenForChanges(
  url: string,
  channel: string,
  logger: Logger,
  onNotify: (payload: string | undefined) => void,
): ChangeListener {
  const stopping = new AbortController();
  let current: Client | undefined;
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const client = new Client({ connectionString: url, application_name: `listen ${channel}` });
      current = client;
      try {
        await client.connect();
        client.on('notification', ({ payload }) => onNotify(payload));
        const ended = new Promise<void>((resolve) => client.once('end', resolve).once('error', () => resolve()));
        await client.query(`listen ${escapeIdentifier(channel)}`);
        onNotify(undefined);
        await ended;
      } catch (error) {
        logger.warn({ error, channel }, 'cannot listen; trying again');
      }
      await client.end().catch(() => undefined);
      await delay(500, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await current?.end().catch(() => undefined);
      await running;
    },
  };
}
