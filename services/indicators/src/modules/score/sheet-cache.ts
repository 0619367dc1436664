import { frameworkCatalogue } from '@lientinh/datasets';
import type { Database, Reader } from '@lientinh/postgres';
import { ScoreSheet } from './score-sheet.rules';
import { listCompleteCriteria, listStatedScores, readLedgerPosition, type SheetKey } from './score.store';

/** Sheets kept at most; one of PAPI with 63 provinces and 38 criteria takes about 1 MB. */
const CAPACITY = 48;

/** Text of a key, for maps. */
export function sheetKeyText({ index, year }: SheetKey): string {
  return `${index}:${year}`;
}

interface Entry {
  /** Position of the ledger that was read before the sheet was loaded: the sheet is at least that new. */
  readonly position: number;
  readonly sheet: Promise<ScoreSheet>;
}

/**
 * Sheets by index and year, each good for one position of the ledger of scores: a publication or retraction moves the ledger, so what
 * is acknowledged is in the next answer. A hit costs one statement (the position), any number of misses two more.
 */
export class SheetCache {
  readonly #entries = new Map<string, Entry>();

  /** Sheets as they are now, by `sheetKeyText`. */
  async load(database: Database, keys: readonly SheetKey[]): Promise<ReadonlyMap<string, ScoreSheet>> {
    const position = await readLedgerPosition(database.reader);
    const missing = keys.filter((key) => (this.#entries.get(sheetKeyText(key))?.position ?? -1) < position);
    if (missing.length > 0) this.#begin(position, missing, loadSheets(database, missing, null));
    const wanted = keys.map((key) => [sheetKeyText(key), this.#entries.get(sheetKeyText(key))] as const);
    const sheets = new Map<string, ScoreSheet>();
    for (const [text, entry] of wanted) if (entry !== undefined) sheets.set(text, await entry.sheet);
    this.#shrink();
    return sheets;
  }

  #begin(position: number, keys: readonly SheetKey[], loading: Promise<ReadonlyMap<string, ScoreSheet>>): void {
    for (const key of keys) {
      const text = sheetKeyText(key);
      const sheet = loading.then((sheets) => sheets.get(text) ?? emptySheet(key));
      sheet.catch(() => {
        if (this.#entries.get(text)?.sheet === sheet) this.#entries.delete(text);
      });
      this.#entries.delete(text);
      this.#entries.set(text, { position, sheet });
    }
  }

  /** Forgets the sheets that were loaded longest ago. */
  #shrink(): void {
    for (const text of this.#entries.keys()) {
      if (this.#entries.size <= CAPACITY) return;
      this.#entries.delete(text);
    }
  }
}

function emptySheet({ index, year }: SheetKey): ScoreSheet {
  return makeSheets([{ index, year }], [], []).get(sheetKeyText({ index, year })) as ScoreSheet;
}

/** Sheets as they were known at an instant (null: now), by `sheetKeyText`, from one snapshot; two statements whatever their number. */
export async function loadSheets(
  database: Database,
  keys: readonly SheetKey[],
  recordedAsOf: string | null,
): Promise<ReadonlyMap<string, ScoreSheet>> {
  const load = async (reader: Reader): Promise<ReadonlyMap<string, ScoreSheet>> => {
    const stated = await listStatedScores(reader, keys, recordedAsOf);
    return makeSheets(keys, stated, await listCompleteCriteria(reader, keys, recordedAsOf));
  };
  return database.read('load-sheets', load);
}

function groupBySheet<Item extends SheetKey>(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const text = sheetKeyText(item);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [item]);
    else group.push(item);
  }
  return groups;
}

function makeSheets(
  keys: readonly SheetKey[],
  stated: Awaited<ReturnType<typeof listStatedScores>>,
  complete: Awaited<ReturnType<typeof listCompleteCriteria>>,
): ReadonlyMap<string, ScoreSheet> {
  const statedByKey = groupBySheet(stated);
  const completeByKey = groupBySheet(complete);
  return new Map(
    keys.map(({ index, year }) => {
      const text = sheetKeyText({ index, year });
      const sheet = new ScoreSheet({
        index,
        year,
        framework: frameworkCatalogue().framework(index, year),
        precision: frameworkCatalogue().index(index)?.precision ?? 2,
        stated: statedByKey.get(text) ?? [],
        declaredComplete: new Set((completeByKey.get(text) ?? []).map(({ criterion }) => criterion)),
      });
      return [text, sheet];
    }),
  );
}
