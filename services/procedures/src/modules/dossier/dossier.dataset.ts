import type { Database, Writer } from '@lientinh/postgres';
import {
  contentHash,
  ProblemReport,
  publish,
  rowsMissing,
  stageRows,
  tooManyRows,
  type JsonValue,
  type PublishOutcome,
  type ReceiptSigner,
  type RetractSteps,
  type StoredRows,
} from '@lientinh/publishing';
import { getLatestProvince } from '@lientinh/datasets';
import { COUNTS } from './counts';
import { checkDossiers, type DossierScope } from './dossier-checks';
import { restoreDossiers, storeDossiers } from './dossier-facts.store';
import { STAGING } from './dossier-staging.store';
import type { DossierStatisticsInput } from './dossier.types';

const MOST_ROWS = 20_000;

/** Moves checked rows into the facts and the rollups, whichever door they came through. */
export function storeStagedDossiers(
  writer: Writer,
  place: { readonly sequence: number; readonly recordedAt: string },
): Promise<StoredRows> {
  return storeDossiers(writer, place.sequence, place.recordedAt);
}

/** Takes statistics back: each row that they had replaced is current again. */
export const retractDossiersSteps: RetractSteps = {
  restore: (writer, { retracted, earlierRetractions, recordedAt }) =>
    restoreDossiers(writer, retracted, earlierRetractions, recordedAt),
};

/** Statistics as a mutation sends them. */
export interface DossierSubmission extends DossierScope {
  readonly publisher: string;
  readonly idempotencyKey: string;
  readonly dryRun: boolean;
  readonly signer: ReceiptSigner | null;
  readonly rows: readonly DossierStatisticsInput[];
}

/** Throws when there are no rows, or more than a mutation takes. */
export function checkRowCount(rows: readonly unknown[]): void {
  if (rows.length === 0) throw rowsMissing({});
  if (rows.length > MOST_ROWS) throw tooManyRows({ rows: rows.length, limit: MOST_ROWS });
}

/** Publishes statistics of one province. The ledger names the unit that bears the code now, or did last. */
export function publishDossiers(database: Database, submission: DossierSubmission): Promise<PublishOutcome> {
  const { publisher, idempotencyKey, dryRun, province, today, rows, signer } = submission;
  const scope: JsonValue = { province };
  const unit = getLatestProvince(province, today).id;
  return publish(
    database,
    { dataset: 'DOSSIER_STATISTICS', publisher, idempotencyKey, dryRun, scope, province: unit, confidential: null },
    {
      async stage(writer) {
        await stageRows(writer, STAGING, rows.map(toStaged));
        const problems = new ProblemReport();
        await checkDossiers(writer, { province, today }, problems);
        return { rowCount: rows.length, problems, contentHash: contentHash({ scope, rows: rows.map(toJson) }) };
      },
      store: storeStagedDossiers,
    },
    signer,
  );
}

/** One row as it was sent, for the content hash. */
const toJson = (row: DossierStatisticsInput): JsonValue => ({
  procedure: row.procedure,
  agency: row.agency ?? null,
  month: row.month,
  ...Object.fromEntries(COUNTS.map(([, field]) => [field, row[field]])),
});

/** One row in the order of the staging table's columns. */
function toStaged(row: DossierStatisticsInput): (string | number | null)[] {
  const agency = row.agency ?? null;
  return [row.procedure, agency === '' ? null : agency, row.month, ...COUNTS.map(([, field]) => row[field])];
}
