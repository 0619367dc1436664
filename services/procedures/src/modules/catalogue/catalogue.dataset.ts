import type { IsoDate, ProvinceId } from '@lientinh/contracts';
import type { Database, Writer } from '@lientinh/postgres';
import {
  contentHash,
  publish,
  type JsonValue,
  type PublishOutcome,
  type RetractSteps,
  type StoredRows,
} from '@lientinh/publishing';
import { applyDelta, collectReclassified, takeRollups } from '../dossier/rollup.store';
import { checkProcedures } from './catalogue-checks';
import {
  createStaging,
  STAGED,
  STAGED_COLUMNS,
  stageRows,
  typeStagedCatalogue,
  typeStagedRegister,
} from './catalogue-staging.store';
import {
  catalogues,
  collectTouched,
  hasRegisterRows,
  nationalProcedures,
  offerings,
  refreshProcedures,
} from './catalogue-tables.store';
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
async function bringAlong(writer: Writer, table: 'offering' | 'national_procedure', place: Place): Promise<void> {
  const instant = await takeRollups(writer, place.recordedAt);
  await collectTouched(writer, table, place.sequence, place.recordedAt);
  await refreshProcedures(writer);
  if ((await collectReclassified(writer)) > 0) await applyDelta(writer, instant);
}

/** What both doors do with a catalogue once its rows are in the staging table. */
export const proceduresDataset = {
  dataset: 'PROCEDURES',
  staging: STAGED,
  /** Columns of the staging table beside `row_number`, all text; lists and ways are JSON. */
  columns: STAGED_COLUMNS,
  createStaging,
  check: (writer: Writer, { asOf }: CatalogueScope) => checkProcedures(writer, asOf),
  async store(writer: Writer, { province, asOf }: CatalogueScope, place: Place): Promise<StoredRows> {
    await typeStagedCatalogue(writer, province, asOf);
    await catalogues.supersede(writer, place.recordedAt);
    const superseded = await offerings.supersede(writer, place.recordedAt);
    await catalogues.insert(writer, place.sequence, place.recordedAt);
    const rowCount = await offerings.insert(writer, place.sequence, place.recordedAt);
    await bringAlong(writer, 'offering', place);
    return { rowCount, superseded };
  },
} as const;

/** Takes a catalogue or a part of the register back. One ledger holds both; a publication has rows of one of them. */
export const retractProceduresSteps: RetractSteps = {
  async restore(writer, { retracted, earlierRetractions, recordedAt }) {
    await catalogues.retract(writer, retracted, earlierRetractions, recordedAt);
    const restored = await offerings.retract(writer, retracted, earlierRetractions, recordedAt);
    const registered = await nationalProcedures.retract(writer, retracted, earlierRetractions, recordedAt);
    const table = (await hasRegisterRows(writer, retracted)) ? 'national_procedure' : 'offering';
    await bringAlong(writer, table, { sequence: retracted, recordedAt });
    return new Map([...restored, ...registered]);
  },
};

/** A publication as a mutation sends it. */
export interface Order {
  readonly publisher: string;
  readonly idempotencyKey: string;
  readonly dryRun: boolean;
}

/** Publishes the catalogue of a province as of a day. */
export function publishCatalogue(
  database: Database,
  order: Order,
  catalogue: CatalogueScope,
  rows: readonly ProcedureInput[],
): Promise<PublishOutcome> {
  const scope: JsonValue = { kind: 'CATALOGUE', province: catalogue.province, asOf: catalogue.asOf };
  return publish(
    database,
    { ...order, dataset: 'PROCEDURES', province: catalogue.province, scope },
    {
      async stage(writer) {
        await createStaging(writer);
        await stageRows(writer, rows.map(toStaged));
        const problems = await proceduresDataset.check(writer, catalogue);
        return { rowCount: rows.length, problems, contentHash: hashOf(scope, rows) };
      },
      store: (writer, place) => proceduresDataset.store(writer, catalogue, place),
    },
  );
}

/** Publishes procedures of the national register. */
export function publishRegister(
  database: Database,
  order: Order,
  rows: readonly NationalProcedureInput[],
): Promise<PublishOutcome> {
  const scope: JsonValue = { kind: 'NATIONAL_REGISTER' };
  return publish(
    database,
    { ...order, dataset: 'PROCEDURES', province: null, scope },
    {
      async stage(writer) {
        await createStaging(writer);
        await stageRows(writer, rows.map(toStaged));
        return {
          rowCount: rows.length,
          problems: await checkProcedures(writer, null),
          contentHash: hashOf(scope, rows),
        };
      },
      async store(writer, place) {
        await typeStagedRegister(writer);
        const superseded = await nationalProcedures.supersede(writer, place.recordedAt);
        const rowCount = await nationalProcedures.insert(writer, place.sequence, place.recordedAt);
        await bringAlong(writer, 'national_procedure', place);
        return { rowCount, superseded };
      },
    },
  );
}

function hashOf(scope: JsonValue, rows: readonly object[]): string {
  return contentHash({ scope, rows: JSON.parse(JSON.stringify(rows)) as JsonValue });
}

function toStaged(row: Partial<ProcedureInput> & NationalProcedureInput): object {
  const { code, name, field, level, authority, audience, result, components, decision, ways } = row;
  return {
    ...{ code, name, field, level, authority, audience, result, components, decision, ways },
    online_service: row.onlineService,
    interlinked: row.interlinked,
    one_stop: row.oneStop,
    online_payment: row.onlinePayment,
    legal_references: row.legalReferences,
    decided_on: row.decidedOn,
    published_on: row.publishedOn,
    shortened: row.shortenedProcedure,
    valid_from: row.validFrom,
    valid_to: row.validTo,
  };
}
