import { defineLoader } from '@lientinh/subgraph';
import type { PublisherChange } from './publisher.row';
import type { RegisteredPublisher } from './publisher.rules';
import { findPublishers, listPublisherChanges } from './publisher.store';

/** Publishers of the registry by id. */
export const loadPublisher = defineLoader<string, RegisteredPublisher>('publisher', async (ids, { database }) => {
  const publishers = await findPublishers(database.reader, ids);
  return new Map(publishers.map((publisher) => [publisher.id, publisher]));
});

/** The log of each publisher, oldest first. */
export const loadPublisherChanges = defineLoader<string, readonly PublisherChange[]>(
  'publisher-changes',
  async (ids, { database }) => {
    const changes = await listPublisherChanges(database.reader, ids);
    return new Map(ids.map((id) => [id, changes.filter(({ publisher }) => publisher === id)]));
  },
);
