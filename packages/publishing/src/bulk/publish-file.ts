import type { Database, Writer } from '@lientinh/postgres';
import { ProblemReport } from '../problems';
import { publish, type PublishOutcome, type Submission } from '../publish';
import type { ReceiptSigner } from '../receipts';
import { NO_PLACES, type FilePlaces } from './bulk-receipt';
import type { BulkDataset, BulkPublication } from './bulk.types';
import { FileRefused } from './file-problem';
import { contentPreamble } from './file-content';
import { ByteInspector, type FileLimits } from './inspect-bytes';
import { stageFile, stagingOf, type BulkFormat, type StagedFile } from './stage-file';
import { analyzeStaging, createStaging, innerLineFeeds } from './staging';

/** A file on its way into a data set. */
export interface FileSubmission {
  readonly dataset: BulkDataset;
  readonly publication: BulkPublication;
  readonly submission: Submission;
  readonly format: BulkFormat;
  readonly source: AsyncIterable<Buffer>;
  readonly limits: FileLimits;
}

/** How it ended, and where the rows of its problems stand in the file. */
export interface FileOutcome {
  readonly outcome: PublishOutcome;
  readonly places: FilePlaces;
}

/**
 * Publishes a file by the protocol of all publications: streamed into the staging table, checked in sets, written whole or not at all.
 * The content hash covers scope, format and every byte of the file.
 */
export async function publishFile(
  database: Database,
  file: FileSubmission,
  signer: ReceiptSigner | null,
): Promise<FileOutcome> {
  let places = NO_PLACES;
  try {
    const outcome = await publish(
      database,
      file.submission,
      {
        async stage(writer) {
          const staged = await stageAndCheck(writer, file);
          places = staged.places;
          return staged;
        },
        store: (writer, place) => file.publication.store(writer, place),
      },
      signer,
    );
    return { outcome, places };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { outcome: refusedOutcome(error.problems), places };
  }
}

async function stageAndCheck(
  writer: Writer,
  { dataset, publication, submission, format, source, limits }: FileSubmission,
) {
  const inspector = new ByteInspector(contentPreamble(format, submission.scope), limits);
  const problems = new ProblemReport();
  const staging = stagingOf(dataset);
  await createStaging(writer, staging);
  const file = await stageFile(writer, dataset, format, source, { inspector, limits, problems });
  await analyzeStaging(writer, staging);
  await publication.check(writer, problems);
  const places = await findPlaces(writer, dataset, file, problems);
  return { rowCount: file.rowCount, contentHash: inspector.digest(), problems, places };
}

async function findPlaces(
  writer: Writer,
  dataset: BulkDataset,
  file: StagedFile,
  problems: ProblemReport,
): Promise<FilePlaces> {
  const rows = problems.listed.flatMap(({ row }) => row ?? []);
  const feeds =
    file.mayHaveInnerLines && rows.length > 0 ? await innerLineFeeds(writer, stagingOf(dataset), rows) : null;
  return {
    columns: file.columns,
    lineOf: (row) => file.headerLines + 1 + row + (feeds?.get(row) ?? 0),
  };
}

function refusedOutcome(problems: ProblemReport): PublishOutcome {
  return {
    status: 'REJECTED',
    publication: null,
    acceptedRows: 0,
    problems: problems.listed,
    problemCounts: problems.counts,
    replayed: false,
  };
}
