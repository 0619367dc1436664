import { z } from 'zod';
import { statement, type Reader, type Statement, type Writer } from '@lientinh/postgres';
import { VersionedTable } from '@lientinh/publishing';
import type { FactRows } from './plan-rows.rules';
import { FACT_TABLES, type FactTable, type FactTableName } from './plan-tables';

/** The plan itself as it is written. */
export interface PlanRecord {
  readonly plan_id: string;
  readonly identity: string;
  readonly province_id: string;
  readonly province_code: string;
  readonly number: string | null;
  readonly approving_number: string | null;
  readonly approving_on: string | null;
  readonly kind: string;
  readonly title: string;
  readonly search_text: string;
  readonly issuer_name: string;
  readonly issuer_agency: string;
  readonly issued_on: string | null;
  readonly period_from: string;
  readonly period_to: string;
  readonly signer: string | null;
  readonly signer_title: string | null;
  readonly document_name: string | null;
  readonly fact_count: number;
}

const PLAN_COLUMNS: Readonly<Record<keyof PlanRecord, string>> = {
  plan_id: 'text',
  identity: 'text',
  province_id: 'text',
  province_code: 'text',
  number: 'text',
  approving_number: 'text',
  approving_on: 'date',
  kind: 'text',
  title: 'text',
  search_text: 'text',
  issuer_name: 'text',
  issuer_agency: 'text',
  issued_on: 'date',
  period_from: 'date',
  period_to: 'date',
  signer: 'text',
  signer_title: 'text',
  document_name: 'text',
  fact_count: 'int',
};

const STAGING = 'staged_plan';
const planTable = new VersionedTable({
  table: 'plan',
  unit: ['plan_id'],
  key: ['plan_id'],
  values: Object.keys(PLAN_COLUMNS).filter((column) => column !== 'plan_id'),
  staging: STAGING,
});

const typedList = (columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');

const createStaging = statement(
  'create-plan-staging',
  z.unknown(),
  `create temp table ${STAGING} (${typedList(PLAN_COLUMNS)}) on commit drop`,
);
const stagePlan = statement(
  'stage-plan',
  z.unknown(),
  `insert into ${STAGING} select * from jsonb_to_record($1::jsonb) as sent(${typedList(PLAN_COLUMNS)})`,
);

function insertInto({ table, columns }: FactTable): Statement<unknown> {
  const names = Object.keys(columns).join(', ');
  return statement(
    `insert-${table}`,
    z.unknown(),
    `insert into ${table} (publication, ${names}) select $1, ${names} from jsonb_to_recordset($2::jsonb) as sent(${typedList(columns)})`,
  );
}

const inserts = Object.fromEntries(
  Object.entries(FACT_TABLES).map(([name, table]) => [name, insertInto(table)]),
) as Readonly<Record<FactTableName, Statement<unknown>>>;

const currentByIdentity = statement(
  'find-plan-by-identity',
  z.object({ plan_id: z.string() }),
  `select plan_id from plan where identity = $1 and recorded_to = 'infinity'`,
);
const currentOfProvince = statement(
  'find-plan-to-correct',
  z.object({ plan_id: z.string() }),
  `select plan_id from plan where plan_id = $1 and province_code = $2 and recorded_to = 'infinity'`,
);
const factCounts = statement(
  'count-facts',
  z.object({ publication: z.coerce.number().int(), fact_count: z.number().int() }),
  `select distinct publication, fact_count from plan where publication = any($1::bigint[])`,
);

/** Id of the current plan of an identity; null when there is none. */
export async function findCurrentPlanId(reader: Reader, identity: string): Promise<string | null> {
  return (await reader.find(currentByIdentity, [identity]))?.plan_id ?? null;
}

/** True when the plan is current and of the province. */
export async function isCurrentPlanOf(reader: Reader, planId: string, provinceCode: string): Promise<boolean> {
  return (await reader.find(currentOfProvince, [planId, provinceCode])) !== null;
}

const currentTaskIds = statement(
  'list-current-task-ids',
  z.object({ task_id: z.string() }),
  `select t.task_id from plan p join task t on t.publication = p.publication
   where p.plan_id = $1 and p.recorded_to = 'infinity' order by t.ordinal`,
);

/** Ids of the tasks of a current plan, in print order. */
export async function listCurrentTaskIds(reader: Reader, planId: string): Promise<string[]> {
  return (await reader.all(currentTaskIds, [planId])).map(({ task_id }) => task_id);
}

/** Puts the plan into the staging table of the transaction. */
export async function stagePlanRecord(writer: Writer, plan: PlanRecord): Promise<void> {
  await writer.run(createStaging);
  await writer.run(stagePlan, [JSON.stringify(plan)]);
}

/** Closes the former version of the staged plan, writes the new one and its facts; rows that others lost, by publication. */
export async function storeStagedPlan(
  writer: Writer,
  facts: FactRows,
  place: { readonly sequence: number; readonly recordedAt: string },
): Promise<Map<number, number>> {
  const superseded = await planTable.supersede(writer, place.recordedAt);
  await planTable.insert(writer, place.sequence, place.recordedAt);
  for (const [name, rows] of Object.entries(facts) as [FactTableName, FactRows[FactTableName]][])
    if (rows.length > 0) await writer.run(inserts[name], [place.sequence, JSON.stringify(rows)]);
  return inFacts(writer, superseded);
}

/** Takes a publication's plan back and makes what it had superseded current again; rows brought back, by publication. */
export async function retractStoredPlan(
  writer: Writer,
  publication: number,
  earlierRetractions: readonly number[],
  recordedAt: string,
): Promise<Map<number, number>> {
  return inFacts(writer, await planTable.retract(writer, publication, earlierRetractions, recordedAt));
}

/** A publication holds one plan: what it loses or gets back is all of its rows. */
async function inFacts(writer: Writer, plans: ReadonlyMap<number, number>): Promise<Map<number, number>> {
  if (plans.size === 0) return new Map();
  const rows = await writer.all(factCounts, [[...plans.keys()]]);
  return new Map(rows.map(({ publication, fact_count }) => [publication, fact_count]));
}
