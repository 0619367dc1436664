import type { AgencyEntry } from '@lientinh/agency-names';
import { ADMINISTRATIVE_LEVELS, AGENCY_KINDS } from '@lientinh/contracts';
import { z } from 'zod';
import { optionalIsoDate, optionalText, readDataRows, requiredText } from '../csv-rows';
import { parsedOnce } from '../parsed-once';

/** An agency of the reference directory, with the document or page that names it. */
export interface SourcedAgency extends AgencyEntry {
  readonly source: string;
}

function listOf(separator: string): z.ZodType<readonly string[], string> {
  return z.string().transform((text) => Object.freeze(text.split(separator).filter((part) => part !== '')));
}

/** The optional members of an entry that have a value; an absent member means "not known". */
function withoutNulls<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], null> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], null>;
  };
}

const AGENCY_ROW = z
  .object({
    key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name_vi: requiredText,
    name_en: requiredText,
    abbreviation: optionalText,
    aliases: listOf(' | '),
    kind: z.enum(AGENCY_KINDS),
    level: z.enum(ADMINISTRATIVE_LEVELS),
    province_code: optionalText,
    parent_key: optionalText,
    valid_from: optionalIsoDate,
    valid_to: optionalIsoDate,
    successor_keys: listOf(' '),
    source: requiredText,
  })
  .transform((row): SourcedAgency => ({
    key: row.key,
    name: row.name_vi,
    nameEn: row.name_en,
    aliases: row.aliases,
    kind: row.kind,
    level: row.level,
    successorKeys: row.successor_keys,
    source: row.source,
    ...withoutNulls({
      abbreviation: row.abbreviation,
      provinceCode: row.province_code,
      parentKey: row.parent_key,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    }),
  }));

/** Throws RangeError when a parent or successor is not in the directory. */
function checkReferences(entries: readonly SourcedAgency[]): readonly SourcedAgency[] {
  const keys = new Set(entries.map((entry) => entry.key));
  for (const entry of entries) {
    const named = [...(entry.successorKeys ?? []), ...(entry.parentKey === undefined ? [] : [entry.parentKey])];
    const unknown = named.find((key) => !keys.has(key));
    if (unknown !== undefined) throw new RangeError(`Agency ${entry.key} names the unknown agency ${unknown}`);
  }
  return entries;
}

/**
 * The reference directory: ministries with the mergers of 2025-03-01, and the agencies, bodies and groups of Thừa Thiên Huế
 * (46), Kon Tum (62), Hưng Yên (33) and Tuyên Quang (08) that their plans name or that decrees set up in every province.
 */
export const agencyDirectoryEntries = parsedOnce(() => checkReferences(readDataRows('agencies.csv', AGENCY_ROW)));
