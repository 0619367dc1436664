import { pascalCase, proceduresSets } from '@lientinh/bi';
import { biRows, entityKey, instantOf, type BiRow } from './bi-rows';
import type { RunningProcedures } from './start-procedures';

/** What a set showed at each instant: rows by key, without `recorded_at`, and that beside them. */
interface Shown {
  readonly at: string;
  readonly rows: ReadonlyMap<string, { readonly content: string; readonly recordedAt: string }>;
}

async function shown(running: RunningProcedures, set: string, instants: readonly string[]): Promise<readonly Shown[]> {
  const moments: Shown[] = [];
  for (const at of instants) {
    const rows = await biRows(running, `select * from bi.${set}`, { at });
    moments.push({ at, rows: new Map(rows.map((row) => [entityKey(set, row), described(row)])) });
  }
  return moments;
}

function described({ recorded_at: recordedAt, ...content }: BiRow): { content: string; recordedAt: string } {
  return { content: JSON.stringify(content), recordedAt: instantOf(recordedAt) };
}

/** Rows whose `recorded_at` is not the first instant since which they have read as they do; empty when all is well. */
export async function wrongRecordedAt(
  running: RunningProcedures,
  set: string,
  instants: readonly string[],
): Promise<string[]> {
  const since = new Map<string, { content: string; at: string }>();
  const wrong: string[] = [];
  for (const { at, rows } of await shown(running, set, instants)) {
    for (const key of [...since.keys()]) if (!rows.has(key)) since.delete(key);
    for (const [key, { content, recordedAt }] of rows) {
      if (since.get(key)?.content !== content) since.set(key, { content, at });
      const expected = since.get(key)?.at;
      if (recordedAt !== expected)
        wrong.push(`${set} ${key} at ${at}: recorded at ${recordedAt}, reads so since ${expected ?? ''}`);
    }
  }
  return wrong;
}

/** What had been shown and was not any more at each instant, with when it went: as seen, and as `deletions` lists it. */
export async function deletionsOfBoth(running: RunningProcedures, set: string, instants: readonly string[]) {
  const gone = new Map<string, string>();
  const seen: string[][] = [];
  let before: ReadonlySet<string> = new Set();
  for (const { at, rows } of await shown(running, set, instants)) {
    for (const key of before) if (!rows.has(key)) gone.set(key, at);
    for (const key of rows.keys()) gone.delete(key);
    seen.push([...gone].map(([key, when]) => `${key} ${when}`).sort());
    before = new Set(rows.keys());
  }
  const listed: string[][] = [];
  for (const at of instants) {
    const sql = 'select entity_key, deleted_at from bi.deletions where entity_set = $1';
    const rows = await biRows(running, sql, { at }, [pascalCase(set)]);
    listed.push(rows.map((row) => `${row['entity_key'] ?? ''} ${instantOf(row['deleted_at'])}`).sort());
  }
  return [seen, listed] as const;
}

export const SETS = proceduresSets.map(({ name }) => name);
