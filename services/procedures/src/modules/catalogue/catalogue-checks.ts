import { ADMINISTRATIVE_LEVELS, type IsoDate } from '@lientinh/contracts';
import type { CodedError } from '@lientinh/errors';
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
  listWrongCatalogueValues,
  listWrongRegisterValues,
  listWrongWays,
} from './catalogue-staging.store';

const LIMIT = ProblemReport.LIMIT;
const BOOLEANS = ['true', 'false'];

/** Checks a staged catalogue as of a day, in sets. */
export async function checkCatalogue(writer: Writer, asOf: IsoDate, problems: ProblemReport): Promise<void> {
  await checkCodes(writer, true, problems);
  const online = levelsInForce(asOf).map(({ code }) => code);
  const choices = { levels: ADMINISTRATIVE_LEVELS, interlinked: INTERLINKED, online };
  for (const wrong of await listWrongCatalogueValues(writer, LIMIT, choices)) addValue(problems, wrong, asOf, online);
  for (const { row_number, ways } of await listWrongWays(writer, LIMIT, FILING_MODES)) {
    problems.add(rowProblem(row_number, 'ways', filingWayInvalid({ ways }), ways));
  }
  for (const { row_number, decided_on, published_on } of await listReversedDates(writer, LIMIT)) {
    const error = publishedBeforeDecided({ decidedOn: decided_on, publishedOn: published_on });
    problems.add(rowProblem(row_number, 'publishedOn', error, published_on));
  }
}

/** Checks staged rows of the national register, in sets. */
export async function checkRegister(writer: Writer, problems: ProblemReport): Promise<void> {
  await checkCodes(writer, false, problems);
  for (const wrong of await listWrongRegisterValues(writer, LIMIT, ADMINISTRATIVE_LEVELS)) {
    addValue(problems, wrong, '', []);
  }
}

async function checkCodes(writer: Writer, registerCounts: boolean, problems: ProblemReport): Promise<void> {
  const wrong = await listWrongCodes(writer, LIMIT, registerCounts);
  const rows = wrong.map(({ row_number, printed, name }) => ({ row: row_number, path: 'code', printed, name }));
  await addCodeProblems(writer, problems, rows);
  for (const { row_number, code } of await listRepeated(writer, LIMIT)) {
    problems.add(rowProblem(row_number, 'code', procedureTwice({ code }), code));
  }
}

type WrongValue = Awaited<ReturnType<typeof listWrongCatalogueValues>>[number];

function addValue(
  problems: ProblemReport,
  { row_number, path, fault, value }: WrongValue,
  asOf: string,
  inForce: readonly string[],
): void {
  const choice = (choices: readonly string[]) => procedureChoiceUnknown({ field: path, value, choices });
  const errors: Readonly<Record<WrongValue['fault'], () => CodedError>> = {
    TEXT: () => procedureTextMissing({ field: path }),
    DATE: () => procedureDateInvalid({ value }),
    LEVEL: () => choice(ADMINISTRATIVE_LEVELS),
    INTERLINKED: () => choice(INTERLINKED),
    BOOLEAN: () => choice(BOOLEANS),
    ONLINE: () => onlineLevelNotInForce({ level: value, asOf, inForce }),
  };
  problems.add(rowProblem(row_number, path, errors[fault](), value));
}
