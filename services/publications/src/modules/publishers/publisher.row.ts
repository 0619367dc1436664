import { z } from 'zod';
import { DATASETS } from '@lientinh/contracts';
import type { RegisteredPublisher } from './publisher.rules';

export const PUBLISHER_COLUMNS = 'id, name_vi, name_en, province, datasets, indices, active';

export const publisherRow = z
  .object({
    id: z.string(),
    name_vi: z.string(),
    name_en: z.string(),
    province: z.string().nullable(),
    datasets: z.array(z.enum(DATASETS)).readonly(),
    indices: z.array(z.string()).readonly(),
    active: z.boolean(),
  })
  .transform(({ name_vi, name_en, ...publisher }): RegisteredPublisher => ({
    ...publisher,
    nameVi: name_vi,
    nameEn: name_en,
  }));

/** A line of the registry's log. */
export interface PublisherChange {
  readonly publisher: string;
  readonly kind: PublisherChangeKind;
  readonly state: RegisteredPublisher;
  readonly reason: string | null;
  readonly changedBy: string;
  readonly changedAt: string;
}

export const PUBLISHER_CHANGE_KINDS = ['REGISTER', 'CHANGE_RIGHTS', 'SUSPEND', 'RESUME'] as const;
export type PublisherChangeKind = (typeof PUBLISHER_CHANGE_KINDS)[number];

const state = z.object({
  id: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  province: z.string().nullable(),
  datasets: z.array(z.enum(DATASETS)).readonly(),
  indices: z.array(z.string()).readonly(),
  active: z.boolean(),
});

export const publisherChangeRow = z
  .object({
    publisher: z.string(),
    kind: z.enum(PUBLISHER_CHANGE_KINDS),
    state,
    reason: z.string().nullable(),
    changed_by: z.string(),
    changed_at: z.string(),
  })
  .transform(({ changed_by, changed_at, ...change }): PublisherChange => ({
    ...change,
    changedBy: changed_by,
    changedAt: changed_at,
  }));
