import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Logger } from '@lientinh/logger';
import { loadOrCreateSigningKey, receiptKeysRoute, receiptSection, type SigningReceipts } from './receipt-keys';
import { createPublisherRegistry, type PublisherRegistry } from './registry';

/** What every door to a data set needs beside the database: who signs receipts, and who knows the publishers. */
export interface PublishingOffice {
  /** Null leaves receipts unsigned. */
  readonly signer: SigningReceipts | null;
  /** Null lets tokens decide alone. */
  readonly registry: PublisherRegistry | null;
}

/** Services that publish bring one along. */
export interface PublishingServices {
  readonly office: PublishingOffice;
}

/** Neither signs nor asks: for a subgraph that runs by itself. */
export const NO_OFFICE: PublishingOffice = { signer: null, registry: null };

/** `RECEIPT_SIGNING_KEY_FILE` and `PUBLICATIONS_URL`, the base address of the subgraph that keeps the registry; both may be absent. */
export const officeSection = {
  ...receiptSection,
  PUBLICATIONS_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
};

/** Opens the office that the parsed `officeSection` describes. Rejects when the key file cannot be read, written or understood. */
export async function openPublishingOffice(
  environment: { readonly [Name in keyof typeof officeSection]?: string | undefined },
  logger: Logger,
): Promise<PublishingOffice> {
  const { RECEIPT_SIGNING_KEY_FILE: file, PUBLICATIONS_URL: url } = environment;
  return {
    signer: file === undefined ? null : await loadOrCreateSigningKey(file),
    registry: url === undefined ? null : createPublisherRegistry({ url, logger }),
  };
}

/** The door of the office: `GET /receipt-keys`, where receipts are signed. */
export function officeRoutes(app: FastifyInstance, { signer }: PublishingOffice): void {
  if (signer !== null) receiptKeysRoute(app, signer);
}
