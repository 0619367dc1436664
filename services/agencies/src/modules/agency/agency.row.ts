import { z } from 'zod';
import { agencyId, CENTRAL_SCOPE, type AgencyEntry } from '@lientinh/agency-names';
import { ADMINISTRATIVE_LEVELS, AGENCY_KINDS, type IsoDate, type ProvinceCode } from '@lientinh/contracts';
import type { Agency } from './agency.types';

/** An agency as its latest publication states it. */
export interface AgencyRecord extends Agency {
  readonly name: string;
  readonly nameEn: string | null;
  /** GSO code; null for agencies of the centre. */
  readonly provinceCode: ProvinceCode | null;
  readonly parentId: string | null;
  readonly successorIds: readonly string[];
  /** Place in the ledger of the publication that states it. */
  readonly publication: number;
}

const day = z.string().nullable();
const columns = {
  province_code: z.string(),
  key: z.string(),
  name: z.string(),
  name_en: z.string().nullable(),
  abbreviation: z.string().nullable(),
  aliases: z.array(z.string()),
  kind: z.enum(AGENCY_KINDS),
  level: z.enum(ADMINISTRATIVE_LEVELS),
  parent_id: z.string().nullable(),
  valid_from: day,
  valid_to: day,
  successor_ids: z.array(z.string()),
  publication: z.coerce.number().int(),
};

/** The columns of a current agency, as `agencyColumns` selects them. */
export const agencyRow = z.object(columns).transform((row): AgencyRecord => {
  const provinceCode = row.province_code === CENTRAL_SCOPE ? null : row.province_code;
  return {
    id: agencyId({ key: row.key, ...(provinceCode === null ? {} : { provinceCode }) }),
    key: row.key,
    provinceCode,
    name: row.name,
    nameEn: row.name_en,
    abbreviation: row.abbreviation,
    aliases: row.aliases,
    kind: row.kind,
    level: row.level,
    parentId: row.parent_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    successorIds: row.successor_ids,
    publication: row.publication,
  };
});

/** Select list of an agency under an alias of its table; days leave as YYYY-MM-DD. */
export const agencyColumns = (alias: string): string =>
  Object.keys(columns)
    .map((name) =>
      name.startsWith('valid_') ? `to_char(${alias}.${name}, 'YYYY-MM-DD') as ${name}` : `${alias}.${name}`,
    )
    .join(', ');

/** An agency in the directory of names; its key is the id. */
export interface DirectoryEntry extends AgencyEntry {
  readonly record: AgencyRecord;
}

/** The record as the directory of names takes it, ended at the latest with its province's last unit. */
export function toDirectoryEntry(record: AgencyRecord, provinceEnd: IsoDate | null): DirectoryEntry {
  const validTo = record.validTo ?? provinceEnd;
  return {
    key: record.id,
    name: record.name,
    aliases: record.aliases,
    kind: record.kind,
    level: record.level,
    successorKeys: record.successorIds,
    record,
    ...(record.nameEn === null ? {} : { nameEn: record.nameEn }),
    ...(record.abbreviation === null ? {} : { abbreviation: record.abbreviation }),
    ...(record.provinceCode === null ? {} : { provinceCode: record.provinceCode }),
    ...(record.parentId === null ? {} : { parentKey: record.parentId }),
    ...(record.validFrom === null ? {} : { validFrom: record.validFrom }),
    ...(validTo === null ? {} : { validTo }),
  };
}
