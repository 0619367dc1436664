import type { Logger } from '@lientinh/logger';
import { registryDocument, type RegistryCopy } from './registered-publisher';

/** Knows the publishers' registry, which the publications subgraph keeps. */
export interface PublisherRegistry {
  /**
   * The registry, no older than agreed while the publications subgraph answers; the last known copy while it does not; null when it
   * never did. Never throws.
   */
  read(): Promise<RegistryCopy | null>;
}

/** Where the registry is, and how much may be taken on trust. */
export interface PublisherRegistryOptions {
  /** Base address of the publications subgraph. */
  readonly url: string;
  readonly logger: Logger;
  /** A younger copy is used without asking; 1,500 unless told otherwise, so that with the answer's way it is below two seconds. */
  readonly maximumAgeMs?: number;
  /** How long an answer is waited for; 1,500 unless told otherwise. */
  readonly timeoutMs?: number;
}

/** Keeps a copy in memory, asks whether it still holds (ETag), and asks once for all who want to know at the same time. */
export function createPublisherRegistry(options: PublisherRegistryOptions): PublisherRegistry {
  const { url, logger, maximumAgeMs = 1_500, timeoutMs = 1_500 } = options;
  let copy: RegistryCopy | null = null;
  let heldAt = -Infinity;
  let answers = true;
  let asking: Promise<void> | null = null;
  const ask = async (): Promise<void> => {
    const askedAt = performance.now();
    try {
      copy = await fetchRegistry(`${url}/registry`, copy, timeoutMs);
      heldAt = askedAt;
      if (!answers) logger.info({ version: copy.version }, 'registry answers again');
      answers = true;
    } catch (error) {
      if (answers && copy !== null) logger.warn({ url, error }, 'registry does not answer: last known copy holds');
      if (copy === null) logger.warn({ url, error }, 'registry never answered: rights by token alone');
      answers = false;
    }
  };
  return {
    async read() {
      if (performance.now() - heldAt >= maximumAgeMs) {
        asking ??= ask().finally(() => {
          asking = null;
        });
        await asking;
      }
      return copy;
    },
  };
}

async function fetchRegistry(address: string, known: RegistryCopy | null, timeoutMs: number): Promise<RegistryCopy> {
  const response = await fetch(address, {
    redirect: 'error',
    headers: { accept: 'application/json', ...(known === null ? {} : { 'if-none-match': `"${known.version}"` }) },
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.status === 304 && known !== null) return known;
  const body: unknown = await response.json();
  if (response.status !== 200) throw new Error(`the registry answered ${response.status}`);
  const { version, publishers } = registryDocument.parse(body);
  return { version, publishers: new Map(publishers.map((publisher) => [publisher.id, publisher])) };
}
