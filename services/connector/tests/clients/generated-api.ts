import { join } from 'node:path';
import type { GeneratedClients } from '../generated/generate-clients';

/** Text or number of a column in a filter of odata2ts. */
interface Path {
  eq(value: unknown): unknown;
  gt(value: unknown): unknown;
  contains(value: string): unknown;
  asc(): unknown;
  desc(): unknown;
}
type Columns = Readonly<Record<'Year' | 'Value' | 'Note' | 'Năm' | 'Điểm', Path>>;
interface Builder {
  filter(...conditions: readonly unknown[]): this;
  orderBy(...columns: readonly unknown[]): this;
  select(...names: readonly string[]): this;
  expand(...names: readonly string[]): this;
  expanding(name: string, nested: (builder: Builder, columns: Columns) => unknown): this;
  top(count: number): this;
  skip(count: number): this;
  count(): this;
}
type Row = Readonly<Record<string, unknown>>;
type Query<Data> = (build?: (builder: Builder, columns: Columns) => unknown) => Promise<{
  readonly status: number;
  readonly data: Data;
}>;
/** The parts of a service of odata2ts that the tests use; its types themselves are held by the compiler (`typeErrors`). */
export type Odata2tsService = Readonly<
  Record<'Scores' | 'Quotas' | 'Điểm_số', (key?: unknown) => { query: Query<Row & { readonly value: readonly Row[] }> }>
>;

/** The service that odata2ts generated; `name` is the namespace. */
export function odata2tsService(
  clients: GeneratedClients,
  name: string,
  client: unknown,
  root: string,
): Odata2tsService {
  const file = join(clients.odata2ts, `${name}Service.ts`);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- generated while the test runs
  const module = require(file) as Record<string, new (client: unknown, root: string) => Odata2tsService>;
  const Service = module[`${name}Service`];
  if (Service === undefined) throw new Error(`no ${name}Service in ${file}`);
  return new Service(client, root);
}

/** A column of the SAP Cloud SDK. */
interface Field {
  equals(value: unknown): unknown;
}
interface SapRequest<Result> {
  setBasePath(path: string): this;
  execute(destination: { readonly url: string }): Promise<Result>;
  executeRaw(destination: { readonly url: string }): Promise<{ readonly status: number; readonly data: unknown }>;
}
export interface SapEntity extends Row {
  readonly [name: string]: unknown;
}
interface SapGetAll extends SapRequest<readonly SapEntity[]> {
  filter(...conditions: readonly unknown[]): this;
  orderBy(...orders: readonly unknown[]): this;
  select(...fields: readonly unknown[]): this;
  expand(...fields: readonly unknown[]): this;
  top(count: number): this;
  skip(count: number): this;
  count(): SapRequest<number>;
}
export interface SapApi {
  readonly schema: Readonly<Record<'ID' | 'YEAR' | 'MEASURE_CODE' | 'DECIDED_ON' | 'MEASURE', Field>>;
  requestBuilder(): { getAll(): SapGetAll; getByKey(...keys: readonly unknown[]): SapRequest<SapEntity> };
}

export type SapService = Readonly<Record<'scoresApi' | 'quotasApi', SapApi>>;

/** The entity APIs that the SAP Cloud SDK generated. */
export function sapService(clients: GeneratedClients): SapService {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- generated while the test runs
  const module = require(join(clients.sap, 'service.ts')) as { service: () => SapService };
  return module.service();
}
