import { ADMINISTRATIVE_LEVELS, type IsoDate } from '@lientinh/contracts';
import type { Writer } from '@lientinh/postgres';
import { ProblemReport, rowProblem } from '@lientinh/publishing';
import { levelsInForce } from '../offering/online-service.rules';
import { addCodeProblems } from '../register/code-problems';
import { FILING_MODES, INTERLINKED } from '../vocabulary/vocabulary.types';
import {
  filingWayInvalid,
  onlineLevelNotInForce,
  procedureChoiceUnknown,
  procedureDateInvalid,
  procedureTextMissing,
  procedureTwice,
  publishedBeforeDecided,
} from './catalogue.errors';
import {
  listRepeated,
  listReversedDates,
  listWrongCodes,
  listWrongValues,
  listWrongWays,
} from './catalogue-staging.store';

const LIMIT = ProblemReport.LIMIT;
const BOOLEANS = ['true', 'false'];

/** Checks a staged catalogue as of a day, or (without a day) staged rows of the register, in sets. */
export async function checkProcedures(writer: Writer, asOf: IsoDate | null): Promise<ProblemReport> {
  const problems = new ProblemReport();
  const wrong = await listWrongCodes(writer, LIMIT, asOf !== null);
  const rows = wrong.map(({ row_number, printed, name }) => ({ row: row_number, path: 'code', printed, name }));
  await addCodeProblems(writer, problems, rows);
  for (const { row_number, code } of await listRepeated(writer, LIMIT)) {
    problems.add(rowProblem(row_number, 'code', procedureTwice({ code }), code));
  }
  await checkValues(writer, asOf, problems);
  for (const { row_number, ways } of await listWrongWays(writer, LIMIT, FILING_MODES)) {
    problems.add(rowProblem(row_number, 'ways', filingWayInvalid({ ways }), ways));
  }
  for (const { row_number, decided_on, published_on } of await listReversedDates(writer, LIMIT)) {
    const error = publishedBeforeDecided({ decidedOn: decided_on, publishedOn: published_on });
    problems.add(rowProblem(row_number, 'publishedOn', error, published_on));
  }
  return problems;
}

async function checkValues(writer: Writer, asOf: IsoDate | null, problems: ProblemReport): Promise<void> {
  const online = asOf === null ? null : levelsInForce(asOf).map(({ code }) => code);
  const choices = { levels: ADMINISTRATIVE_LEVELS, interlinked: INTERLINKED, online };
  for (const { row_number, path, fault, value } of await listWrongValues(writer, LIMIT, choices)) {
    const choice = (known: readonly string[]) => procedureChoiceUnknown({ field: path, value, choices: known });
    const errors: Readonly<Record<string, () => ReturnType<typeof choice>>> = {
      TEXT: () => procedureTextMissing({ field: path }),
      DATE: () => procedureDateInvalid({ value }),
      LEVEL: () => choice(ADMINISTRATIVE_LEVELS),
      INTERLINKED: () => choice(INTERLINKED),
      BOOLEAN: () => choice(BOOLEANS),
      ONLINE: () => onlineLevelNotInForce({ level: value, asOf: asOf ?? '', inForce: online ?? [] }),
    };
    const error = errors[fault];
    if (error === undefined) throw new Error(`a check reports the unknown fault ${fault}`);
    problems.add(rowProblem(row_number, path, error(), value));
  }
}
