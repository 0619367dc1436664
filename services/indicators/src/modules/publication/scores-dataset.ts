import type { Writer } from '@lientinh/postgres';
import { runChecks, type ProblemReport, type RetractSteps, type StoredRows } from '@lientinh/publishing';
import { scoresCheck } from './scores-checks.store';
import type { ScoresHeader } from './scores-header';
import { headerProblems } from './scores-problems.rules';
import { declareStagedComplete, scoreTable, typeStagedScores, withdrawDeclaration } from './scores-staging.store';

/** Where a publication stands in the ledger. */
interface LedgerPlace {
  readonly sequence: number;
  readonly recordedAt: string;
}

/** Adds every problem of the header and of the rows in the staging table, whichever door they came through. */
export async function checkScores(writer: Writer, header: ScoresHeader, problems: ProblemReport): Promise<void> {
  const whole = headerProblems(header);
  whole.forEach((problem) => problems.add(problem));
  if (whole.length === 0) await runChecks(writer, [scoresCheck(header)], problems);
}

/** Moves the staged rows, which passed the checks, into the table of scores. */
export async function storeScores(
  writer: Writer,
  header: ScoresHeader,
  { sequence, recordedAt }: LedgerPlace,
): Promise<StoredRows> {
  await typeStagedScores(writer, header);
  const superseded = await scoreTable.supersede(writer, recordedAt);
  const rowCount = await scoreTable.insert(writer, sequence, recordedAt);
  const { coverage, status, standing } = header;
  if (coverage === 'COMPLETE' && status === 'PUBLISHED' && standing === 'OFFICIAL') {
    await declareStagedComplete(writer, sequence, recordedAt);
  }
  return { superseded, rowCount };
}

/** Ends a publication's rows and its declaration; what it had superseded is current again. */
export const restoreScores: RetractSteps['restore'] = async (writer, { retracted, earlierRetractions, recordedAt }) => {
  await withdrawDeclaration(writer, retracted, recordedAt);
  return scoreTable.retract(writer, retracted, earlierRetractions, recordedAt);
};
