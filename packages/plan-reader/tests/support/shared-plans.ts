import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type MetricDefinition,
  type PlanReading,
  type ReadPlanOptions,
  REFORM_AREAS,
  UNITS,
  readPlan,
} from '../../src';

/** The real plans and what is in them, beside the repository; read in place. */
const SHARED = resolve(__dirname, '../../../../../shared');

export const hasSharedPlans = existsSync(join(SHARED, 'documents'));

function readShared(path: string): string {
  return readFileSync(join(SHARED, path), 'utf8');
}

/** Cells of a CSV line in which only quoted cells hold commas. */
function splitCsvLine(line: string): string[] {
  const cells = [''];
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) cells.push('');
    else cells.push(`${cells.pop() ?? ''}${character}`);
  }
  return cells;
}

function readRows(path: string): string[][] {
  return readShared(path).trimEnd().split('\n').slice(1).map(splitCsvLine);
}

function metrics(): MetricDefinition[] {
  return readRows('data/reference/metrics.csv').flatMap(([code = '', , unit, , area]) => {
    const knownUnit = UNITS.find((name) => name === unit);
    const usualArea = REFORM_AREAS.find((name) => name === area);
    return knownUnit === undefined || usualArea === undefined ? [] : [{ code, unit: knownUnit, usualArea }];
  });
}

function sharedOptions(): ReadPlanOptions {
  const provinces = readRows('data/reference/provinces.csv');
  return {
    directory: { resolve: (name) => ({ agencyKey: name, officialName: null }) },
    provinces: {
      resolve: (name) => {
        const row = provinces.find(([, , printed]) => printed === name);
        return row === undefined ? null : { code: row[0] ?? '', name };
      },
    },
    metrics: metrics(),
  };
}

export function readSharedPlan(name: string): PlanReading {
  return readPlan(readShared(`documents/${name}.txt`), sharedOptions());
}

/** One entry of an expectation: field values, and the values accepted besides. */
export type ExpectedEntry = Readonly<Record<string, unknown>> & {
  readonly required?: boolean;
  readonly also_accept?: Readonly<Record<string, readonly unknown[]>>;
};

export interface Expectation {
  readonly legal_references: readonly ExpectedEntry[];
  readonly targets: readonly ExpectedEntry[];
  readonly index_goals: readonly ExpectedEntry[];
  readonly shortcomings: readonly ExpectedEntry[];
}

export function readExpectation(name: string): Expectation {
  return JSON.parse(readShared(`documents/expected/${name}.json`)) as Expectation;
}

export interface Shares {
  readonly recall: number;
  readonly precision: number;
}

/** Recall and precision when an entry counts only with all of its fields right. */
export function compare(
  expected: readonly ExpectedEntry[],
  actual: readonly Readonly<Record<string, unknown>>[],
): Shares {
  const free = new Set(actual);
  const required = expected.filter((entry) => entry.required !== false);
  const take = (entry: ExpectedEntry): boolean => {
    const match = [...free].find((candidate) =>
      Object.keys(candidate).every((field) => accepts(entry, field, candidate[field])),
    );
    return match !== undefined && free.delete(match);
  };
  const found = required.filter(take).length;
  expected.filter((entry) => entry.required === false).forEach(take);
  return { recall: found / required.length, precision: found / (found + free.size) };
}

function accepts(entry: ExpectedEntry, field: string, value: unknown): boolean {
  return [entry[field] ?? null, ...(entry.also_accept?.[field] ?? [])].includes(value ?? null);
}
