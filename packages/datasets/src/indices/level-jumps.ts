import type { BilingualText } from '@lientinh/contracts';
import { z } from 'zod';
import { readDataRows, requiredText, year } from '../csv-rows';
import type { IndexCode } from './index-definitions';

/** A year in which the scores of a criterion jump nationwide although its definition stays the same. */
export interface LevelJump {
  readonly index: IndexCode;
  readonly criterion: string;
  readonly year: number;
  readonly reason: BilingualText;
}

const JUMP_ROW = z
  .object({ criterion_code: requiredText, year, reason_vi: requiredText, reason_en: requiredText })
  .transform((row): LevelJump => ({
    index: 'PAPI',
    criterion: row.criterion_code,
    year: row.year,
    reason: { vi: row.reason_vi, en: row.reason_en },
  }));

/** The level jumps found in the PAPI scores of 2011–2024. */
export function readLevelJumps(): readonly LevelJump[] {
  return readDataRows('reference/papi_level_jumps.csv', JUMP_ROW);
}
