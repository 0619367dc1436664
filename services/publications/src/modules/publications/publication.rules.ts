import type { IsoDate } from '@lientinh/contracts';
import { getLatestProvince, provinceCatalogue } from '@lientinh/datasets';
import { cursorInvalid } from '@lientinh/subgraph';
import type { PublicationConditions } from './publication.store';
import type { PublicationFilter } from './publication.types';

/** The conditions of a filter. Throws PROVINCE_UNKNOWN for a code or id that no province ever had. */
export function toConditions(filter: PublicationFilter | null | undefined, today: IsoDate): PublicationConditions {
  const { publisher, province, dataset, status, from, to } = filter ?? {};
  return {
    publisher: publisher ?? null,
    ...provinceCondition(province, today),
    dataset: dataset ?? null,
    status: status ?? null,
    from: from ?? null,
    to: to ?? null,
  };
}

/** A unit by its id, or a code with every unit that bore it: the rights of a publisher hold for the code. */
export function provinceCondition(
  province: string | null | undefined,
  today: IsoDate,
): Pick<PublicationConditions, 'provinceCode' | 'provinceId'> {
  if (province === null || province === undefined) return { provinceCode: null, provinceId: null };
  const unit = provinceCatalogue().byId(province);
  if (unit !== null) return { provinceCode: unit.code, provinceId: unit.id };
  return { provinceCode: getLatestProvince(province, today).code, provinceId: null };
}

/** Refuses a cursor whose first part is no instant, before it reaches the database. */
export function checkCursor(key: readonly (string | number)[] | null): readonly (string | number)[] | null {
  if (key === null || !Number.isNaN(Date.parse(String(key[0])))) return key;
  throw cursorInvalid({});
}
