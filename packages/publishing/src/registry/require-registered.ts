import type { Dataset } from '@lientinh/contracts';
import {
  mayPublish,
  mayPublishDataset,
  type MissingRight,
  type Principal,
  type PublishRequest,
} from '@lientinh/identity';
import type { PublisherRegistry } from './publisher-registry';
import type { RegisteredPublisher } from './registered-publisher';
import { publisherNotRegistered, publisherSuspended, rightNotRegistered } from './registry.errors';

/**
 * Asks the registry after the token's rights were checked: what both allow is allowed. Every publication names what it `requests`; a
 * retraction needs the data set only. Where no registry is configured, or none ever answered, the token decides alone. Throws
 * PUBLISHER_NOT_REGISTERED, PUBLISHER_SUSPENDED or RIGHT_NOT_REGISTERED.
 */
export async function requireRegistered(
  registry: PublisherRegistry | null,
  principal: Principal,
  dataset: Dataset,
  requests: readonly PublishRequest[] = [],
): Promise<void> {
  if (registry === null || principal.role !== 'publisher') return;
  const copy = await registry.read();
  if (copy === null) return;
  checkEntry(principal.publisherId, copy.publishers.get(principal.publisherId), dataset, requests);
}

/** What the registry says to a publisher's wish. Pure; throws as `requireRegistered` does. */
export function checkEntry(
  publisher: string,
  entry: RegisteredPublisher | undefined,
  dataset: Dataset,
  requests: readonly PublishRequest[],
): void {
  if (entry === undefined) throw publisherNotRegistered({ publisher });
  if (!entry.active) throw publisherSuspended({ publisher });
  const registered = asPrincipal(entry);
  const refusal =
    mayPublishDataset(registered, dataset) ??
    requests.map((request) => mayPublish(registered, request)).find((found) => found !== null);
  if (!refusal) return;
  const { right, subject } = refusal.details as { right: MissingRight; subject: string }; // of NOT_PERMITTED
  throw rightNotRegistered({ publisher, right, subject });
}

/** The registry's rights in the form of a token's, so that one set of rules judges both. */
function asPrincipal({ id, province, datasets, indices }: RegisteredPublisher): Principal {
  return {
    role: 'publisher',
    client: id,
    publisherId: id,
    provinceCode: province,
    datasets,
    indices,
    seesEverything: false,
  };
}
