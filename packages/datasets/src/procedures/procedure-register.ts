import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AdministrativeLevel } from '@lientinh/contracts';
import { z } from 'zod';
import { parseRows, requiredText } from '../csv-rows';

/** A national procedure as the register publishes it. */
export interface RegisterEntry {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  /** The highest level of a province that handles it; central when none does. */
  readonly level: AdministrativeLevel;
  readonly authority: string;
  readonly audience: readonly string[];
  readonly decision: string | null;
  readonly ways: readonly { readonly mode: 'DIRECT' | 'ONLINE' | 'POSTAL'; readonly processingDays: number | null }[];
}

const LEVELS: readonly (readonly [string, AdministrativeLevel])[] = [
  ['PROVINCE', 'PROVINCIAL'],
  ['DISTRICT', 'DISTRICT'],
  ['COMMUNE', 'COMMUNE'],
];

const REGISTER_ROW = z
  .object({
    code: z.string().regex(/^\d\.\d{6}$/),
    name_vi: requiredText,
    issuing_authority: requiredText,
    field_vi: requiredText,
    levels: z.string(),
    decision_no: z.string(),
    target_groups: z.string(),
    submit_online: z.string(),
    submit_postal: z.string(),
    submit_in_person: z.string(),
    duration_value: z.string(),
    duration_unit: z.string(),
  })
  .transform((row): RegisterEntry => {
    const handled = row.levels.split(';');
    const days = row.duration_unit === 'WORKING_DAY' ? Math.round(Number(row.duration_value)) : null;
    const way = (mode: 'DIRECT' | 'ONLINE' | 'POSTAL', offered: string) =>
      offered === 'true' ? [{ mode, processingDays: days }] : [];
    return {
      code: row.code,
      name: row.name_vi,
      field: row.field_vi,
      level: LEVELS.find(([printed]) => handled.includes(printed))?.[1] ?? 'CENTRAL',
      authority: row.issuing_authority,
      audience: row.target_groups.split('; ').filter((group) => group !== ''),
      decision: row.decision_no === '' ? null : row.decision_no,
      ways: [
        ...way('DIRECT', row.submit_in_person),
        ...way('ONLINE', row.submit_online),
        ...way('POSTAL', row.submit_postal),
      ],
    };
  });

/** The procedures in `tthc_procedures.csv` of a directory, in file order. Throws when the file is missing or malformed (RangeError). */
export function readProcedureRegister(directory: string): readonly RegisterEntry[] {
  const file = 'tthc_procedures.csv';
  return parseRows(readFileSync(join(directory, file), 'utf8'), file, REGISTER_ROW);
}
