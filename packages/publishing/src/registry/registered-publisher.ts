import { z } from 'zod';
import { DATASETS } from '@lientinh/contracts';

const registeredPublisher = z.object({
  id: z.string(),
  province: z.string().nullable(),
  datasets: z.array(z.enum(DATASETS)).readonly(),
  indices: z.array(z.string()).readonly(),
  active: z.boolean(),
});

/**
 * A publisher as the registry has it: `province` is the GSO code of the one province it speaks for (null for the whole country),
 * `indices` matter with SCORES only, and one that is not `active` publishes nothing and takes nothing back.
 */
export type RegisteredPublisher = Readonly<z.output<typeof registeredPublisher>>;

/** What `GET /registry` answers; `version` changes when anything in the registry does. */
export const registryDocument = z.object({ version: z.string(), publishers: z.array(registeredPublisher) });

/** The registry at one moment. */
export interface RegistryCopy {
  readonly version: string;
  /** By id. */
  readonly publishers: ReadonlyMap<string, RegisteredPublisher>;
}
