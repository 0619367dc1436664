import { defineError } from '@lientinh/errors';

/** A procedure that a wrong code may have meant. */
export interface NearProcedure {
  readonly code: string;
  readonly name: string;
}

const nearestText = (nearest: readonly NearProcedure[], words: { some: string; none: string }): string =>
  nearest.length === 0
    ? words.none
    : `${words.some} ${nearest.map(({ code, name }) => `${code} (${name})`).join('; ')}.`;

export const procedureCodeUnknown = defineError<{ code: string; nearest: readonly NearProcedure[] }>({
  code: 'PROCEDURE_CODE_UNKNOWN',
  status: 422,
  meaning:
    'The national register lists no procedure of this code, or the text is no code (1.001193 or 1.001193.000.00.00.H48). `nearest` names real ones.',
  message: ({ code, nearest }) => ({
    vi: `Không có thủ tục mã "${code}". ${nearestText(nearest, { some: 'Gần nhất:', none: 'Mã có dạng 1.001193 hoặc 1.001193.000.00.00.H48.' })}`,
    en: `There is no procedure "${code}". ${nearestText(nearest, { some: 'Nearest:', none: 'A code looks like 1.001193 or 1.001193.000.00.00.H48.' })}`,
  }),
});
