import { defineLoader } from '@lientinh/subgraph';
import { groupBy } from '../collections/group-by';
import { toOffering } from './offering.row';
import { listOfferings } from './offering.store';
import type { ProcedureOffering } from './offering.types';

/** The offerings of one procedure, with the arguments of the field. */
export interface OfferingsKey {
  readonly code: string;
  readonly provinces: readonly string[] | null;
  readonly asOf: string;
}

const keyText = (key: OfferingsKey): string => JSON.stringify([key.code, key.provinces, key.asOf]);

/** Offerings of procedures: one statement for all procedures that are asked with the same arguments. */
export const loadOfferings = defineLoader<OfferingsKey, readonly ProcedureOffering[]>(
  'offerings',
  async (keys, { database }) => {
    const found = new Map<string, ProcedureOffering[]>(keys.map((key) => [keyText(key), []]));
    for (const group of groupBy(keys, ({ provinces, asOf }) => JSON.stringify([provinces, asOf]))) {
      const [{ provinces, asOf }] = group;
      const codes = group.map(({ code }) => code);
      for (const row of await listOfferings(database.reader, codes, provinces, asOf)) {
        found.get(keyText({ code: row.procedure_code, provinces, asOf }))?.push(toOffering(row));
      }
    }
    return found;
  },
  keyText,
);
