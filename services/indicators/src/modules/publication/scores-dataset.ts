import type { Writer } from '@lientinh/postgres';
import { ProblemReport, type RetractSteps, type StoredRows } from '@lientinh/publishing';
import type { ScoresHeader } from './scores-header';
import { checkProblem, headerProblems } from './scores-problems.rules';
import {
  checkStagedScores,
  createStaging,
  declareStagedComplete,
  scoreTable,
  STAGING_TARGET,
  typeStagedScores,
  withdrawDeclaration,
} from './scores-staging.store';

/** Where a publication stands in the ledger. */
interface LedgerPlace {
  readonly sequence: number;
  readonly recordedAt: string;
}

/**
 * The data set SCORES: how rows that lie in the staging table are checked and stored, whichever door they came through. Call
 * `createStaging`, fill `stagingTarget` (text columns, rows numbered from 0), then `check`, then `store`, in one transaction.
 */
export const scoresDataset = {
  dataset: 'SCORES' as const,
  stagingTarget: STAGING_TARGET,
  createStaging,

  /** Every problem of the header and of the staged rows. */
  async check(writer: Writer, header: ScoresHeader): Promise<ProblemReport> {
    const problems = new ProblemReport();
    const whole = headerProblems(header);
    whole.forEach((problem) => problems.add(problem));
    if (whole.length > 0) return problems;
    for (const failed of await checkStagedScores(writer, header)) problems.add(checkProblem(failed, header));
    return problems;
  },

  /** Moves the staged rows, which passed the check, into the table of scores. */
  async store(writer: Writer, header: ScoresHeader, { sequence, recordedAt }: LedgerPlace): Promise<StoredRows> {
    await typeStagedScores(writer, header);
    const superseded = await scoreTable.supersede(writer, recordedAt);
    const rowCount = await scoreTable.insert(writer, sequence, recordedAt);
    const { coverage, status, standing } = header;
    if (coverage === 'COMPLETE' && status === 'PUBLISHED' && standing === 'OFFICIAL') {
      await declareStagedComplete(writer, sequence, recordedAt);
    }
    return { superseded, rowCount };
  },

  /** Ends a publication's rows and its declaration; what it had superseded is current again. */
  async restore(
    writer: Writer,
    { retracted, earlierRetractions, recordedAt }: Parameters<RetractSteps['restore']>[1],
  ): Promise<ReadonlyMap<number, number>> {
    await withdrawDeclaration(writer, retracted, recordedAt);
    return scoreTable.retract(writer, retracted, earlierRetractions, recordedAt);
  },
};
