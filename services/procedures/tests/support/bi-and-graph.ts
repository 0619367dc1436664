import fc from 'fast-check';
import { biRows, type BiRow, type Moment } from './bi-rows';
import { CATALOGUE_DAYS, CODES, CODES_OF_PROVINCES, FIELDS, LEVELS, MONTHS } from './history';
import type { RunningProcedures } from './start-procedures';

const COUNTS = {
  received: 'received',
  received_online: 'receivedOnline',
  received_postal: 'receivedPostal',
  resolved: 'resolved',
  on_time: 'onTime',
  overdue: 'overdue',
  paid_online: 'paidOnline',
  results_digitised: 'resultsDigitised',
} as const;
const SHARES = [
  ['on_time', 'resolved', 'onTimeShare'],
  ['received_online', 'received', 'onlineShare'],
  ['received_postal', 'received', 'postalShare'],
  ['paid_online', 'received', 'paidOnlineShare'],
  ['results_digitised', 'resolved', 'digitisedShare'],
] as const;

type Cell = readonly [column: string, value: string | null];
type Summary = Readonly<Record<string, number | null>> & { readonly province: { readonly id: string } };

async function asked<Data>(running: RunningProcedures, query: string, variables: object): Promise<Data> {
  const { data, errors } = await running.ask<Data>(query, variables);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** A question to `dossierComparison`. */
export const question = fc.record({
  provinces: fc.uniqueArray(fc.constantFrom(...CODES_OF_PROVINCES), { minLength: 1 }),
  period: fc.tuple(fc.constantFrom(...MONTHS), fc.constantFrom(...MONTHS)),
  procedure: fc.option(fc.constantFrom(...CODES)),
  field: fc.option(fc.constantFrom(...FIELDS)),
  level: fc.option(fc.constantFrom(...LEVELS)),
});
export type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

/** What the graph answers, and what the views sum up to; equal when all is well. Shares to nine digits, as the views have them. */
export async function dossiersOfBoth(
  running: RunningProcedures,
  { provinces, period, procedure, field, level }: Question,
  { at }: Moment,
): Promise<readonly [graph: readonly object[], views: readonly object[]]> {
  const [from = '', to = ''] = [...period].sort();
  const known = provinces.filter((code) => code !== '62' || to < '2025-07-01');
  if (known.length === 0) return [[], []];
  const filters = procedure === null ? { field, level } : { procedure };
  const { dossierComparison: graph } = await asked<{ dossierComparison: readonly Summary[] }>(
    running,
    `query($provinces: [ID!]!, $from: Date!, $to: Date!, $procedure: ID, $field: String, $level: AdministrativeLevel, $at: DateTime) {
       dossierComparison(provinces: $provinces, from: $from, to: $to, procedure: $procedure, field: $field, level: $level, recordedAsOf: $at) {
         province { id } months ${Object.values(COUNTS).join(' ')} ${SHARES.map(([, , share]) => share).join(' ')} } }`,
    { provinces: known, from, to, at, ...filters },
  );
  const sums = Object.keys(COUNTS).map((column) => `coalesce(sum(${column}), 0) as ${column}`);
  const shares = SHARES.map(
    ([part, whole, share]) => `round(sum(${part}) / nullif(sum(${whole}), 0)::numeric, 9) as "${share}"`,
  );
  const source =
    procedure === null
      ? `bi.dossier_monthly_totals v where ($4::text is null or field_key = $4) and ($5::text is null or level = $5)`
      : `bi.dossier_statistics v where v.procedure_code = $4 and $5::text is null`;
  const views: object[] = [];
  for (const { province } of graph) {
    const sql = `select count(distinct month) as months, ${[...sums, ...shares].join(', ')} from ${source} and province_id = $1 and month between $2 and $3`;
    const values = [province.id, from, to, procedure ?? folded(field), procedure === null ? level : null];
    const [row = {}] = await biRows(running, sql, { at }, values);
    views.push({ province, ...summaryOf(row) });
  }
  return [graph.map(rounded), views];
}

const folded = (field: string | null): string | null =>
  field
    ?.normalize('NFD')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll(/[\u0300-\u036f]/g, '') ?? null;

const nineDigits = (value: number | null): string | null => (value === null ? null : value.toFixed(9));

function rounded(summary: Summary): object {
  const shares = SHARES.map(([, , share]): Cell => [share, nineDigits(summary[share] ?? null)]);
  return { ...summary, ...Object.fromEntries(shares) };
}

function summaryOf(row: BiRow): object {
  const counts = Object.entries(COUNTS).map(([column, field]): readonly [string, number] => [
    field,
    Number(row[column]),
  ]);
  const shares = SHARES.map(([, , share]): Cell => [share, row[share] ?? null]);
  return { months: Number(row['months']), ...Object.fromEntries(counts), ...Object.fromEntries(shares) };
}

const OFFERING = `province { id } asOf printedName printedField level printedAuthority
  onlineService { code name english: name(language: EN) online fullyOnline mapsTo { code } } interlinked oneStop onlinePayment
  ways { mode processingDays feeVnd } decision decidedOn publishedOn shortenedProcedure publicationDelayDays publicationDelayMissing
  publishedLate procedure { code }`;

interface Offering extends Readonly<Record<string, unknown>> {
  readonly province: { readonly id: string };
  readonly procedure: { readonly code: string };
  readonly onlineService: Readonly<Record<string, unknown>> & { readonly mapsTo: { readonly code: string } | null };
  readonly ways: readonly {
    readonly mode: string;
    readonly processingDays: number | null;
    readonly feeVnd: number | null;
  }[];
}

const text = (value: unknown): string | null => {
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : null;
};

/** An offering of the graph in the columns of the view. */
function flatOffering(offering: Offering): BiRow {
  const { province, procedure, onlineService: level, ways } = offering;
  const way = (mode: string) => ways.find((stated) => stated.mode === mode.toUpperCase());
  const plain = Object.entries(offering)
    .filter(([, value]) => value === null || typeof value !== 'object')
    .map(([field, value]): Cell => [snake(field), text(value)]);
  const flatWays = ['direct', 'online', 'postal'].flatMap((mode): Cell[] => [
    [`${mode}_filing`, text(way(mode) !== undefined)],
    [`${mode}_processing_days`, text(way(mode)?.processingDays)],
    [`${mode}_fee_vnd`, text(way(mode)?.feeVnd)],
  ]);
  return Object.fromEntries<string | null>([
    ...plain,
    ...flatWays,
    ['province_id', province.id],
    ['procedure_code', procedure.code],
    ['online_service_code', text(level['code'])],
    ['online_service_name_vi', text(level['name'])],
    ['online_service_name_en', text(level['english'])],
    ['online_service_maps_to', text(level.mapsTo?.code)],
    ['online', text(level['online'])],
    ['fully_online', text(level['fullyOnline'])],
  ]);
}

const snake = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const VIEW_ONLY = new Set([
  'province_code',
  'province_name_vi',
  'province_name_en',
  'current_province_code',
  'current_province_name_vi',
  'current_province_name_en',
  'publication_id',
  'recorded_at',
]);
const comparable = (row: BiRow): BiRow =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !VIEW_ONLY.has(column)));

/** Offerings of the catalogues in force on a day, as `Procedure.offerings` gives them and as the view has them, by procedure and province. */
export async function offeringsOfBoth(running: RunningProcedures, day: string) {
  const { procedures } = await asked<{ procedures: { nodes: readonly { offerings: readonly Offering[] }[] } }>(
    running,
    `query($day: Date!) { procedures(first: 500) { nodes { offerings(asOf: $day) { ${OFFERING} } } } }`,
    { day },
  );
  const views = await viewOfferings(running, { at: null, day }, null);
  return [procedures.nodes.flatMap(({ offerings }) => offerings).map(flatOffering), views] as const;
}

/** The same at an instant, as `catalogueComparison` knew it. */
export async function comparedOfBoth(running: RunningProcedures, day: string, at: string) {
  const provinces = CODES_OF_PROVINCES.filter((code) => code !== '62' || day < '2025-07-01');
  const { catalogueComparison: graph } = await asked<{
    catalogueComparison: {
      provinces: readonly { id: string }[];
      rows: { nodes: readonly { offerings: readonly (Offering | null)[] }[] };
    };
  }>(
    running,
    `query($provinces: [ID!]!, $day: Date!, $at: DateTime!) { catalogueComparison(provinces: $provinces, asOf: $day, recordedAsOf: $at) {
       provinces { id } rows(first: 500) { nodes { offerings { ${OFFERING} } } } } }`,
    { provinces, day, at },
  );
  const found = graph.rows.nodes.flatMap(({ offerings }) => offerings.flatMap((one) => (one === null ? [] : [one])));
  const ids = graph.provinces.map(({ id }) => id);
  const ordered = [...found].sort((a, b) =>
    compare(`${a.procedure.code} ${a.province.id}`, `${b.procedure.code} ${b.province.id}`),
  );
  return [ordered.map(flatOffering), await viewOfferings(running, { at, day }, ids)] as const;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

async function viewOfferings(running: RunningProcedures, moment: Moment, ids: readonly string[] | null) {
  const sql = `select * from bi.procedure_offerings where $1::text[] is null or province_id = any($1) order by procedure_code, province_id`;
  return (await biRows(running, sql, moment, [ids])).map(comparable);
}

interface GraphProcedure extends Readonly<Record<string, unknown>> {
  readonly audience: readonly string[];
  readonly components: readonly string[];
  readonly legalReferences: readonly { readonly number: string }[];
}

/** Procedures as the graph lists them now, and as the view has them. */
export async function proceduresOfBoth(running: RunningProcedures) {
  const { procedures } = await asked<{ procedures: { nodes: readonly GraphProcedure[] } }>(
    running,
    `query { procedures(first: 500) { nodes { code name field level printedAuthority audience result components legalReferences { number } registered } } }`,
    {},
  );
  const joined = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join('; '));
  const graph = procedures.nodes.map(({ audience, components, legalReferences, ...plain }) => ({
    ...Object.fromEntries(Object.entries(plain).map(([field, value]) => [snake(field), text(value)])),
    audience: joined(audience),
    components: joined(components),
    legal_references: joined(legalReferences.map(({ number }) => number)),
  }));
  const columns = Object.keys(graph[0] ?? { code: '' }).join(', ');
  return [graph, await biRows(running, `select ${columns} from bi.procedures order by code`, { at: null })] as const;
}

export const someDay = fc.constantFrom(...CATALOGUE_DAYS, '2021-06-30', '2023-01-01', '2026-01-01');
