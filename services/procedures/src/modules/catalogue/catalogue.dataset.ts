import type { IsoDate, ProvinceId } from '@lientinh/contracts';
import type { Database, Writer } from '@lientinh/postgres';
import {
  contentHash,
  ProblemReport,
  publish,
  stageRows,
  type JsonValue,
  type PublishOutcome,
  type ReceiptSigner,
  type RetractSteps,
  type StagingTable,
  type StoredRows,
} from '@lientinh/publishing';
import { applyDelta, collectReclassified, takeRollups } from '../dossier/rollup.store';
import { checkCatalogue, checkRegister } from './catalogue-checks';
import {
  CATALOGUE_STAGING,
  REGISTER_STAGING,
  typeStagedCatalogue,
  typeStagedRegister,
} from './catalogue-staging.store';
import { catalogues, collectTouched, nationalProcedures, offerings, refreshProcedures } from './catalogue-tables.store';
import type { NationalProcedureInput, ProcedureInput } from './catalogue.types';

/** Where staged rows go in the ledger. */
interface Place {
  readonly sequence: number;
  readonly recordedAt: string;
}

/** The catalogue of which province, as of which day. */
export interface CatalogueScope {
  readonly province: ProvinceId;
  readonly asOf: IsoDate;
}

/** `procedure` and the dossier rollups follow in the same transaction: nothing that is read is ever stale. */
async function bringAlong(writer: Writer, recordedAt: string): Promise<void> {
  const instant = await takeRollups(writer, 'PROCEDURES', recordedAt);
  await collectTouched(writer, recordedAt);
  await refreshProcedures(writer);
  if ((await collectReclassified(writer)) > 0) await applyDelta(writer, instant);
}

/** What both doors do with a catalogue once its rows are in the staging table. */
export const proceduresDataset = {
  check: (writer: Writer, { asOf }: CatalogueScope, problems: ProblemReport) => checkCatalogue(writer, asOf, problems),
  async store(writer: Writer, { province, asOf }: CatalogueScope, place: Place): Promise<StoredRows> {
    await typeStagedCatalogue(writer, province, asOf);
    await catalogues.supersede(writer, place.recordedAt);
    const superseded = await offerings.supersede(writer, place.recordedAt);
    await catalogues.insert(writer, place.sequence, place.recordedAt);
    const rowCount = await offerings.insert(writer, place.sequence, place.recordedAt);
    await bringAlong(writer, place.recordedAt);
    return { rowCount, superseded };
  },
} as const;

/** Takes a catalogue or a part of the register back. One ledger holds both; a publication has rows of one of them. */
export const retractProceduresSteps: RetractSteps = {
  async restore(writer, { retracted, earlierRetractions, recordedAt }) {
    await catalogues.retract(writer, retracted, earlierRetractions, recordedAt);
    const restored = await offerings.retract(writer, retracted, earlierRetractions, recordedAt);
    const registered = await nationalProcedures.retract(writer, retracted, earlierRetractions, recordedAt);
    await bringAlong(writer, recordedAt);
    return new Map([...restored, ...registered]);
  },
};

/** What the ledger says of a catalogue beside its rows. */
export function catalogueScope({ province, asOf }: CatalogueScope): JsonValue {
  return { kind: 'CATALOGUE', province, asOf };
}

/** A publication as a mutation sends it. */
export interface Order {
  readonly publisher: string;
  readonly idempotencyKey: string;
  readonly dryRun: boolean;
  readonly signer: ReceiptSigner | null;
}

/** Publishes the catalogue of a province as of a day. */
export function publishCatalogue(
  database: Database,
  { signer, ...order }: Order,
  catalogue: CatalogueScope,
  rows: readonly ProcedureInput[],
): Promise<PublishOutcome> {
  const scope = catalogueScope(catalogue);
  return publish(
    database,
    { ...order, dataset: 'PROCEDURES', province: catalogue.province, scope, confidential: null },
    {
      async stage(writer) {
        await stageRows(writer, CATALOGUE_STAGING, staged(rows, CATALOGUE_STAGING));
        const problems = new ProblemReport();
        await proceduresDataset.check(writer, catalogue, problems);
        return { rowCount: rows.length, problems, contentHash: hashOf(scope, rows) };
      },
      store: (writer, place) => proceduresDataset.store(writer, catalogue, place),
    },
    signer,
  );
}

/** Publishes procedures of the national register. */
export function publishRegister(
  database: Database,
  { signer, ...order }: Order,
  rows: readonly NationalProcedureInput[],
): Promise<PublishOutcome> {
  const scope: JsonValue = { kind: 'NATIONAL_REGISTER' };
  return publish(
    database,
    { ...order, dataset: 'PROCEDURES', province: null, scope, confidential: null },
    {
      async stage(writer) {
        await stageRows(writer, REGISTER_STAGING, staged(rows, REGISTER_STAGING));
        const problems = new ProblemReport();
        await checkRegister(writer, problems);
        return { rowCount: rows.length, problems, contentHash: hashOf(scope, rows) };
      },
      async store(writer, place) {
        await typeStagedRegister(writer);
        const superseded = await nationalProcedures.supersede(writer, place.recordedAt);
        const rowCount = await nationalProcedures.insert(writer, place.sequence, place.recordedAt);
        await bringAlong(writer, place.recordedAt);
        return { rowCount, superseded };
      },
    },
    signer,
  );
}

function hashOf(scope: JsonValue, rows: readonly object[]): string {
  return contentHash({ scope, rows: JSON.parse(JSON.stringify(rows)) as JsonValue });
}

/** Rows as text, in the order of the staging table's columns. */
function staged(
  rows: readonly (Partial<ProcedureInput> & NationalProcedureInput)[],
  { columns }: StagingTable,
): (string | null)[][] {
  return rows.map((row) => {
    const values: Readonly<Record<string, unknown>> = {
      code: row.code,
      name: row.name,
      field: row.field,
      level: row.level,
      authority: row.authority,
      result: row.result,
      audience: row.audience,
      components: row.components,
      interlinked: row.interlinked,
      ways: row.ways,
      decision: row.decision,
      online_service: row.onlineService,
      one_stop: row.oneStop,
      online_payment: row.onlinePayment,
      legal_references: row.legalReferences,
      decided_on: row.decidedOn,
      published_on: row.publishedOn,
      shortened: row.shortenedProcedure,
      valid_from: row.validFrom,
      valid_to: row.validTo,
    };
    return columns.map((column) => cellText(values[column]));
  });
}

function cellText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
