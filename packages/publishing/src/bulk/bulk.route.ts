import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayPublishDataset, notAuthenticated, throwIfRefused, type Principal } from '@lientinh/identity';
import type { Database } from '@lientinh/postgres';
import { requestLanguage } from '@lientinh/subgraph';
import type { ReceiptSigner } from '../receipts';
import { requireRegistered, type PublisherRegistry } from '../registry';
import { bodyChunks, discard } from './body';
import { readDryRun, readFormat, readIdempotencyKey, readParameters } from './bulk-headers';
import { toBulkReceipt } from './bulk-receipt';
import type { BulkDataset } from './bulk.types';
import { DEFAULT_FILE_LIMITS, type FileLimits } from './inspect-bytes';
import { publishFile, type FileOutcome } from './publish-file';
import { Turns } from './turns';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; put there by the subgraph's HTTP server. */
    principal: Principal;
  }
}

/** What the bulk door needs. */
export interface BulkOptions {
  readonly database: Database;
  /** Signs the receipts; null leaves them unsigned. */
  readonly signer: ReceiptSigner | null;
  /** Decides with the token; absent or null, the token decides alone. */
  readonly registry?: PublisherRegistry | null;
  readonly datasets: readonly BulkDataset[];
  /** Uploads that are received at once, each with a database connection of its own; 4 when absent. The others wait. */
  readonly concurrency?: number;
  readonly limits?: FileLimits;
  /** How long an upload may stand still; 60,000 when absent. */
  readonly stallTimeoutMs?: number;
}

const DISCARD_BYTES = 256 * 1024 * 1024;
const DISCARD_TIMEOUT_MS = 30_000;

/**
 * `POST /publish/<name>` for each data set: a CSV or NDJSON body of any length is streamed into a staging table, checked in sets and
 * published whole or not at all. `Idempotency-Key` is required; `Dry-Run: true` reports and writes nothing. Answers 200 with the
 * receipt, 422 with the problems, or a coded error.
 */
export function bulkRoute(app: FastifyInstance, options: BulkOptions): void {
  const turns = new Turns(options.concurrency ?? 4);
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
    for (const dataset of options.datasets) {
      scope.post(`/publish/${dataset.name}`, async (request, reply) => {
        try {
          const file = await receive(request, dataset, options, turns);
          return await answer(request, reply, file);
        } catch (error) {
          await discard(request.raw, DISCARD_BYTES, DISCARD_TIMEOUT_MS);
          throw error;
        }
      });
    }
    done();
  });
}

async function receive(
  request: FastifyRequest,
  dataset: BulkDataset,
  options: BulkOptions,
  turns: Turns,
): Promise<FileOutcome> {
  const { principal, headers } = request;
  throwIfRefused(mayPublishDataset(principal, dataset.dataset));
  if (principal.role !== 'publisher') throw notAuthenticated({});
  const format = readFormat(headers);
  const dryRun = readDryRun(headers);
  const parameters = readParameters(request.query, dataset.parameters);
  const publication = await dataset.open({ publisher: principal, parameters });
  await requireRegistered(options.registry ?? null, principal, dataset.dataset, publication.rights);
  const submission = {
    dataset: dataset.dataset,
    publisher: principal.publisherId,
    province: publication.province,
    idempotencyKey: readIdempotencyKey(headers),
    dryRun,
    scope: publication.scope,
    confidential: publication.confidential,
  };
  const source = bodyChunks(request.raw, options.stallTimeoutMs ?? 60_000);
  const file = { dataset, publication, submission, format, source, limits: options.limits ?? DEFAULT_FILE_LIMITS };
  return turns.take(() => publishFile(options.database, file, options.signer));
}

async function answer(request: FastifyRequest, reply: FastifyReply, { outcome, places }: FileOutcome) {
  await discard(request.raw, DISCARD_BYTES, DISCARD_TIMEOUT_MS);
  const receipt = toBulkReceipt(outcome, places, requestLanguage(request.headers['accept-language']));
  return reply.code(receipt.status === 'REJECTED' ? 422 : 200).send(receipt);
}
