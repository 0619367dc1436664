import { DATASETS, type IsoDate } from '@lientinh/contracts';
import { LOCAL_CLIENTS, type LocalClient } from '@lientinh/identity';
import type { Database, Writer } from '@lientinh/postgres';
import { publisherExists, publisherStandingUnchanged, publisherUnknown } from './publisher.errors';
import {
  checkPublisher,
  checkRights,
  type PublisherRights,
  type RegisteredPublisher,
  tidyText,
} from './publisher.rules';
import { findPublishers, listPublishers, lockRegistry, savePublisher } from './publisher.store';

/** Who changes the registry, and on which day. */
export interface RegistryChange {
  readonly changedBy: string;
  readonly today: IsoDate;
  readonly reason: string | null;
}

/** Enters a new publisher. Throws PUBLISHER_EXISTS, PUBLISHER_INVALID or PROVINCE_UNKNOWN. */
export async function registerPublisher(
  database: Database,
  publisher: Omit<RegisteredPublisher, 'active'>,
  { changedBy, today, reason }: RegistryChange,
): Promise<void> {
  const checked = checkPublisher({ ...publisher, active: true }, today);
  await database.write('register-publisher', async (writer) => {
    await lockRegistry(writer);
    const [taken] = await findPublishers(writer, [checked.id]);
    if (taken !== undefined) throw publisherExists({ id: checked.id });
    await savePublisher(writer, checked, { kind: 'REGISTER', reason, changedBy });
  });
}

/** Replaces what a publisher may give. Throws PUBLISHER_UNKNOWN, PUBLISHER_INVALID or PROVINCE_UNKNOWN. */
export async function changePublisherRights(
  database: Database,
  id: string,
  rights: PublisherRights,
  { changedBy, today, reason }: RegistryChange,
): Promise<void> {
  const checked = checkRights(rights, today);
  const told = tidyText('reason', reason ?? '');
  await database.write('change-publisher-rights', async (writer) => {
    const publisher = await lockPublisher(writer, id);
    await savePublisher(writer, { ...publisher, ...checked }, { kind: 'CHANGE_RIGHTS', reason: told, changedBy });
  });
}

/** Suspends a publisher or lets it resume. Throws PUBLISHER_UNKNOWN or PUBLISHER_STANDING_UNCHANGED. */
export async function setPublisherActive(
  database: Database,
  id: string,
  active: boolean,
  { changedBy, reason }: RegistryChange,
): Promise<void> {
  const told = tidyText('reason', reason ?? '');
  await database.write('set-publisher-active', async (writer) => {
    const publisher = await lockPublisher(writer, id);
    if (publisher.active === active) throw publisherStandingUnchanged({ id, active });
    await savePublisher(
      writer,
      { ...publisher, active },
      { kind: active ? 'RESUME' : 'SUSPEND', reason: told, changedBy },
    );
  });
}

/** The registry as it is now: read where it is written, for a copy that lags behind would let a suspended publisher go on. */
export function readRegistry(database: Database): Promise<RegisteredPublisher[]> {
  return database.write('read-registry', listPublishers);
}

async function lockPublisher(writer: Writer, id: string): Promise<RegisteredPublisher> {
  await lockRegistry(writer);
  const [publisher] = await findPublishers(writer, [id]);
  if (publisher !== undefined) return publisher;
  throw publisherUnknown({ id, known: (await listPublishers(writer)).map((known) => known.id) });
}

/** Enters the publishers of the local issuer into a registry that is empty; a registry that holds anything is left as it is. */
export async function seedRegistry(database: Database): Promise<number> {
  return database.write('seed-registry', async (writer) => {
    await lockRegistry(writer);
    if ((await listPublishers(writer)).length > 0) return 0;
    const publishers = localPublishers();
    for (const publisher of publishers) {
      await savePublisher(writer, publisher, { kind: 'REGISTER', reason: null, changedBy: 'system' });
    }
    return publishers.length;
  });
}

/** The publishers among the clients of the local issuer, with the rights that their tokens carry. */
function localPublishers(): RegisteredPublisher[] {
  const clients: readonly LocalClient[] = LOCAL_CLIENTS;
  return clients.flatMap(({ name, claims: { publisher: id, province, datasets, indices } }): RegisteredPublisher[] => {
    if (id === undefined) return [];
    const known = DATASETS.filter((dataset) => datasets?.includes(dataset));
    const rights = { province: province ?? null, datasets: known, indices: indices ?? [] };
    return [{ id, nameVi: name.vi, nameEn: name.en, ...rights, active: true }];
  });
}
