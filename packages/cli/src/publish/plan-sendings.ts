import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { readJsonRows } from './json-rows';
import { commandKey, type Sending } from './sending';
import { fileKindUnknown } from '../cli.errors';
import type { SourceFile } from './source-file';
import { findYears, YearRows } from './split-years';

/** What a command says about a file. */
export interface FileOrder {
  readonly dataset: string;
  readonly file: SourceFile;
  readonly parameters: Readonly<Record<string, string>>;
  /** --key; else made from file and parameters. */
  readonly key: string | null;
}

/** The publications that a file becomes: one, or for scores of several years one for each year, its key ending in the year. */
export async function planSendings(order: FileOrder): Promise<readonly Sending[]> {
  const { file, dataset } = order;
  if (file.kind === 'csv' && dataset === 'scores') {
    const years = await findYears(file.path);
    if (years !== null) return byYear(order, years.column, years.years);
  }
  return [await whole(order)];
}

function keyOf({ dataset, file, parameters, key }: FileOrder): string {
  return key ?? commandKey(dataset, file.hash, parameters);
}

function byYear(order: FileOrder, column: number, years: readonly string[]): readonly Sending[] {
  const { file, parameters } = order;
  const wanted = parameters['year'] === undefined ? years : years.filter((year) => year === parameters['year']);
  // A year that the file does not have is sent on, for the platform to say so.
  return (wanted.length === 0 ? [parameters['year'] ?? ''] : wanted).map((year): Sending => {
    const rows = new YearRows(file.path, column, year);
    return {
      label: `${order.dataset} ${year}`,
      idempotencyKey: `${keyOf({ ...order, parameters: without(parameters, 'year') })}-${year}`,
      parameters: { ...parameters, year },
      contentType: 'text/csv',
      bytes: null,
      body: () => rows.body(),
      lineOf: (line) => rows.lineOf(line),
    };
  });
}

function without(parameters: Readonly<Record<string, string>>, name: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(parameters).filter(([key]) => key !== name));
}

async function whole(order: FileOrder): Promise<Sending> {
  const { file, dataset, parameters } = order;
  const common = { label: dataset, idempotencyKey: keyOf(order), parameters, lineOf: (line: number) => line };
  switch (file.kind) {
    case 'csv':
    case 'ndjson':
      return {
        ...common,
        contentType: file.kind === 'csv' ? 'text/csv' : 'application/x-ndjson',
        bytes: file.bytes,
        body: () => createReadStream(file.path) as AsyncIterable<Buffer>,
      };
    case 'json': {
      const rows = await readJsonRows(file.path);
      return {
        ...common,
        contentType: 'application/x-ndjson',
        bytes: rows.length,
        body: () => Readable.from([rows]),
      };
    }
    case 'text':
      throw fileKindUnknown({ file: file.path, known: '.csv, .ndjson, .jsonl, .json' });
  }
}
