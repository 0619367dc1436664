import type { Readable } from 'node:stream';
import { biSets } from '@lientinh/bi';
import { createModel } from '../../src/model';
import type { EntitySet } from '../../src/model/edm';
import type { OutputColumn, RowsPlan } from '../../src/plan/plan';
import type { RequestOptions } from '../../src/query/ast';
import type { RowBatches } from '../../src/source/source';
import type { TableAnswer, TableFormat } from '../../src/respond/table-format';

export type Row = readonly (string | null)[];

const models = { en: createModel(biSets, 'en'), vi: createModel(biSets, 'vi') };

/** Options of a request that asks for everything. */
export const NO_OPTIONS: RequestOptions = {
  filter: null,
  search: null,
  orderBy: [],
  select: null,
  expand: [],
  compute: [],
  apply: null,
  top: null,
  skip: null,
  count: null,
  skipToken: null,
  deltaToken: null,
  format: null,
  others: {},
};

/** `$select` of these properties. */
export const selecting = (...names: string[]): RequestOptions['select'] =>
  names.map((name) => ({ path: [name], at: 0 }));

/** A set of the model by its English name. */
export function setNamed(name: string): EntitySet {
  const set = models.en.sets.get(name);
  if (set === undefined) throw new Error(`no set ${name}`);
  return set;
}

/** The columns that a plan has for options: those selected, or all properties. */
export function columnsOf(set: EntitySet, { select }: RequestOptions): readonly OutputColumn[] {
  const names = select === null ? [...set.properties.keys()] : select.map(({ path }) => path.join('/'));
  return names.map((name) => {
    const property = set.properties.get(name);
    if (property === undefined) throw new Error(`no property ${name}`);
    return { name, type: property.type, role: 'PROPERTY', property };
  });
}

/** Rows in batches; `released` tells whether the source was given back. */
export function batchesOf(rows: Iterable<Row>, size = 100): RowBatches & { released: boolean } {
  const iterator = rows[Symbol.iterator]();
  const source = {
    released: false,
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        const batch: Row[] = [];
        while (batch.length < size) {
          const next = iterator.next();
          if (next.done === true) break;
          batch.push(next.value);
        }
        if (batch.length > 0) return { done: false as const, value: batch };
        source.released = true;
        return { done: true as const, value: undefined };
      },
      return: async () => {
        source.released = true;
        return { done: true as const, value: undefined };
      },
    }),
  };
  return source;
}

export interface AnswerParts {
  readonly set: EntitySet;
  readonly options?: Partial<RequestOptions>;
  readonly format: TableFormat;
  /** In the columns' order, or by property name where the rest is null. */
  readonly rows: Iterable<Readonly<Record<string, string | null>>>;
  readonly extra?: Partial<TableAnswer>;
  readonly columns?: readonly OutputColumn[];
}

/** An answer as the HTTP layer gives it to a format, over rows that are named by property. */
export function answerOf({ set, options = {}, format, rows, extra = {}, columns }: AnswerParts): TableAnswer {
  const asked = { ...NO_OPTIONS, ...options };
  const chosen = columns ?? columnsOf(set, format.prepare(asked, set));
  const ordered = function* (): Generator<Row> {
    for (const row of rows) yield chosen.map(({ name }) => row[name] ?? null);
  };
  const plan: RowsPlan = {
    kind: 'COLLECTION',
    set,
    owner: set.set.owner,
    datasets: set.set.datasets,
    columns: chosen,
    rows: { text: 'select', parameters: [] },
    count: null,
    contextFragment: set.name,
    addressable: true,
    pageSize: null,
    parts: [],
  };
  return {
    model: models.en,
    plan,
    rows: batchesOf(ordered()),
    csv: null,
    options: asked,
    address: `https://lientinh.example.vn/odata/v4/${set.name}?$filter=NameVi eq 'Huế'`,
    answeredAt: new Date('2026-03-04T05:06:07.890Z'),
    positions: [{ dataset: 'SCORES', sequence: 41, recordedAt: '2026-03-01 02:03:04.123456+00' }],
    scope: { provinceCode: null, datasets: null, unpublished: 'NONE' },
    ...extra,
  };
}

export async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer | string>) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
