import type { RunningProcedures } from './start-procedures';

export type Client = NonNullable<Parameters<RunningProcedures['ask']>[2]>;

export const PROVINCES: Readonly<Record<string, Client>> = {
  '46': 'thua-thien-hue',
  '62': 'kon-tum',
  '33': 'hung-yen',
  '08': 'tuyen-quang',
};

/** A procedure that is sound; made up for the tests. */
export function procedure(code: string, changes: object = {}): Record<string, unknown> {
  return {
    code,
    name: `Cấp giấy phép thử nghiệm số ${code}`,
    field: 'Hộ tịch',
    level: 'PROVINCIAL',
    onlineService: 'LEVEL_3',
    oneStop: true,
    ...changes,
  };
}

export interface Receipt {
  readonly status: string;
  readonly acceptedRows: number;
  readonly replayed: boolean;
  readonly publication: {
    readonly id: string;
    readonly receivedAt: string;
    readonly supersedes: { readonly id: string } | null;
  } | null;
  readonly problems: readonly {
    readonly row: number;
    readonly path: string;
    readonly code: string;
    readonly message: string;
  }[];
}

const RECEIPT = `status acceptedRows replayed publication { id receivedAt supersedes { id } } problems { row path code message }`;
let keys = 0;

export async function publishCatalogue(
  running: RunningProcedures,
  province: string,
  asOf: string,
  procedures: readonly object[],
  options: { readonly key?: string; readonly dryRun?: boolean } = {},
): Promise<Receipt> {
  keys += 1;
  const { key = `catalogue-${keys}`, dryRun = false } = options;
  const { data, errors } = await running.ask<{ publishProcedures: Receipt }>(
    `mutation($input: PublishProceduresInput!) { publishProcedures(input: $input) { ${RECEIPT} } }`,
    { input: { idempotencyKey: key, dryRun, province, asOf, procedures } },
    PROVINCES[province],
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data.publishProcedures;
}

export async function publishRegister(running: RunningProcedures, procedures: readonly object[]): Promise<Receipt> {
  keys += 1;
  const { data, errors } = await running.ask<{ publishNationalProcedures: Receipt }>(
    `mutation($input: PublishNationalProceduresInput!) { publishNationalProcedures(input: $input) { ${RECEIPT} } }`,
    { input: { idempotencyKey: `register-${keys}`, procedures } },
    'ministry',
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data.publishNationalProcedures;
}

export async function retractCatalogue(
  running: RunningProcedures,
  publication: string,
  client: Client,
): Promise<Receipt> {
  const { data, errors } = await running.ask<{ retractProcedures: Receipt }>(
    `mutation($id: ID!) { retractProcedures(publication: $id, reason: "sai danh mục") { ${RECEIPT} } }`,
    { id: publication },
    client,
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data.retractProcedures;
}

export async function publishDossiers(
  running: RunningProcedures,
  province: string,
  rows: readonly object[],
  options: { readonly key?: string; readonly dryRun?: boolean } = {},
): Promise<Receipt> {
  keys += 1;
  const { key = `dossiers-${keys}`, dryRun = false } = options;
  const { data, errors } = await running.ask<{ publishDossierStatistics: Receipt }>(
    `mutation($input: PublishDossierStatisticsInput!) { publishDossierStatistics(input: $input) { ${RECEIPT} } }`,
    { input: { idempotencyKey: key, dryRun, province, rows } },
    PROVINCES[province],
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data.publishDossierStatistics;
}

export async function retractDossiers(
  running: RunningProcedures,
  publication: string,
  client: Client,
): Promise<Receipt> {
  const { data, errors } = await running.ask<{ retractDossierStatistics: Receipt }>(
    `mutation($id: ID!) { retractDossierStatistics(publication: $id, reason: "sai số liệu") { ${RECEIPT} } }`,
    { id: publication },
    client,
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data.retractDossierStatistics;
}

/** A row of statistics that is sound. */
export function dossiers(code: string, month: string, changes: object = {}): Record<string, unknown> {
  return {
    procedure: code,
    month,
    received: 100,
    receivedOnline: 25,
    receivedPostal: 10,
    resolved: 80,
    onTime: 70,
    overdue: 10,
    paidOnline: 5,
    resultsDigitised: 40,
    ...changes,
  };
}
