import { watch, type FSWatcher } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { SupergraphManager } from '@apollo/gateway';
import type { Logger } from '@lientinh/logger';
import { errorCode } from '../error-code';
import { supergraphUnusable } from '../gateway.errors';
import { listSubgraphs, type ListedSubgraph } from './subgraph-list';
import { trySupergraph } from './try-supergraph';

type Initialize = SupergraphManager['initialize'];
type Update = Parameters<Initialize>[0]['update'];

/** What the file's keeper needs. */
export interface SupergraphFileOptions {
  readonly file: string;
  readonly logger: Logger;
  /** Looks again after this time even when the system reports no change (network drives and mounted volumes report none). */
  readonly pollIntervalMs?: number;
  /** Told of every version seen after the first. */
  readonly onReload?: (outcome: 'loaded' | 'refused') => void;
}

const DEBOUNCE_MS = 50;

/**
 * Keeps the gateway on the supergraph file: loads it at start, loads it again when its content changes, and stays on the last good
 * version when the new one is broken. A missing or broken file at start is SUPERGRAPH_UNUSABLE.
 */
export class SupergraphFile implements SupergraphManager {
  readonly #options: SupergraphFileOptions;
  #subgraphs: readonly ListedSubgraph[] = [];
  #lastSeen = '';
  #update: Update | undefined;
  #watcher: FSWatcher | undefined;
  #poll: NodeJS.Timeout | undefined;
  #debounce: NodeJS.Timeout | undefined;
  #reloading: Promise<void> = Promise.resolve();

  constructor(options: SupergraphFileOptions) {
    this.#options = options;
  }

  /** The subgraphs of the version being served; empty before the first is loaded. */
  get subgraphs(): readonly ListedSubgraph[] {
    return this.#subgraphs;
  }

  /** Called once by the gateway library. */
  readonly initialize: Initialize = async ({ update }) => {
    const { file } = this.#options;
    try {
      this.#lastSeen = await readFile(file, 'utf8');
      await trySupergraph(this.#lastSeen);
    } catch (error) {
      throw supergraphUnusable({ file: basename(file), reason: reasonOf(error) }, { cause: error });
    }
    this.#subgraphs = listSubgraphs(this.#lastSeen);
    this.#update = update;
    this.#watch();
    return { supergraphSdl: this.#lastSeen, cleanup: () => this.#stop() };
  };

  #watch(): void {
    const { file, logger, pollIntervalMs = 2_000 } = this.#options;
    const look = () => {
      clearTimeout(this.#debounce);
      this.#debounce = setTimeout(() => this.#enqueueReload(), DEBOUNCE_MS);
    };
    try {
      // The folder is watched, not the file: editors and deployments replace files instead of writing into them.
      this.#watcher = watch(dirname(file), { persistent: false }, look);
      this.#watcher.on('error', (error) =>
        logger.warn({ error }, 'watching the supergraph folder failed; polling goes on'),
      );
    } catch (error) {
      logger.warn({ error }, 'the supergraph folder cannot be watched; polling goes on');
    }
    this.#poll = setInterval(() => this.#enqueueReload(), pollIntervalMs);
    this.#poll.unref();
  }

  #enqueueReload(): void {
    this.#reloading = this.#reloading.then(() => this.#reload());
  }

  async #reload(): Promise<void> {
    const { file, logger, onReload } = this.#options;
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text === this.#lastSeen || this.#update === undefined) return;
    this.#lastSeen = text;
    try {
      await trySupergraph(text);
      this.#update(text);
      this.#subgraphs = listSubgraphs(text);
      logger.info({ subgraphs: this.#subgraphs.map(({ name }) => name) }, 'supergraph reloaded');
      onReload?.('loaded');
    } catch (error) {
      const refused = supergraphUnusable({ file: basename(file), reason: reasonOf(error) });
      logger.error({ code: refused.code, reason: refused.message }, 'supergraph refused; the last good one stays');
      onReload?.('refused');
    }
  }

  async #stop(): Promise<void> {
    this.#update = undefined;
    clearInterval(this.#poll);
    clearTimeout(this.#debounce);
    this.#watcher?.close();
    await this.#reloading;
  }
}

function reasonOf(error: unknown): string {
  if (errorCode(error) === 'ENOENT') return 'no such file';
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
