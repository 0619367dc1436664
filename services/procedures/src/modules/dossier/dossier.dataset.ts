import type { Database, Writer } from '@lientinh/postgres';
import type { ProblemReport, PublishOutcome, RetractSteps, StoredRows } from '@lientinh/publishing';
import { contentHash, publish, rowsMissing, tooManyRows, type JsonValue } from '@lientinh/publishing';
import { getProvince } from '@lientinh/datasets';
import type { IsoDate } from '@lientinh/contracts';
import { checkDossiers, type DossierScope } from './dossier-checks';
import { restoreDossiers, storeDossiers } from './dossier-facts.store';
import { createStaging, STAGED, STAGED_COLUMNS, stageRows } from './dossier-staging.store';
import type { DossierStatisticsInput } from './dossier.types';

const MOST_ROWS = 20_000;

/** What both doors do with dossier statistics once their rows are in the staging table. */
export const dossierStatisticsDataset = {
  dataset: 'DOSSIER_STATISTICS',
  staging: STAGED,
  /** Columns of the staging table beside `row_number`, all text. */
  columns: STAGED_COLUMNS,
  createStaging,
  check: checkDossiers,
  async store(writer: Writer, place: { readonly sequence: number; readonly recordedAt: string }): Promise<StoredRows> {
    return storeDossiers(writer, place.sequence, place.recordedAt);
  },
} as const;

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
  readonly rows: readonly DossierStatisticsInput[];
}

/** Throws when there are no rows, or more than a mutation takes. */
export function checkRowCount(rows: readonly unknown[]): void {
  if (rows.length === 0) throw rowsMissing({});
  if (rows.length > MOST_ROWS) throw tooManyRows({ rows: rows.length, limit: MOST_ROWS });
}

/** Publishes statistics of one province. The ledger names the unit that bears the code on the day of publication, or did last. */
export function publishDossiers(database: Database, submission: DossierSubmission): Promise<PublishOutcome> {
  const { publisher, idempotencyKey, dryRun, province, today, rows } = submission;
  const scope: JsonValue = { province };
  return publish(
    database,
    {
      dataset: 'DOSSIER_STATISTICS',
      publisher,
      idempotencyKey,
      dryRun,
      scope,
      province: unitOf(province, rows, today),
    },
    {
      async stage(writer) {
        await createStaging(writer);
        await stageRows(writer, rows.map(toStaged));
        const problems: ProblemReport = await checkDossiers(writer, { province, today });
        return { rowCount: rows.length, problems, contentHash: contentHash({ scope, rows: rows.map(toJson) }) };
      },
      store: (writer, place) => dossierStatisticsDataset.store(writer, place),
    },
  );
}

/** The unit of the latest month that is sent: a code passed to other units over time. */
function unitOf(province: string, rows: readonly DossierStatisticsInput[], today: IsoDate): string {
  const latest = rows.reduce((month, row) => (row.month > month ? row.month : month), '');
  return getProvince(province, latest > today ? today : latest).id;
}

const toJson = (row: DossierStatisticsInput): JsonValue => ({ ...row, agency: row.agency ?? null });

function toStaged(row: DossierStatisticsInput): object {
  const { procedure, agency, month, received, resolved, overdue } = row;
  return {
    procedure,
    agency,
    month,
    received,
    received_online: row.receivedOnline,
    received_postal: row.receivedPostal,
    resolved,
    on_time: row.onTime,
    overdue,
    paid_online: row.paidOnline,
    results_digitised: row.resultsDigitised,
  };
}
