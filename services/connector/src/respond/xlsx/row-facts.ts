import type { OutputColumn } from '../../plan/plan';
import { isReasonColumn, type ShownColumn } from '../table/shown-columns';

/** Distinct documents, and distinct breaks, that are kept apart; what comes beyond is counted together. */
export const KEPT_DISTINCT = 5000;

/** A document that figures stand in. Null: the rows name none. */
export interface SourceCount {
  readonly document: string | null;
  readonly url: string | null;
  readonly rows: number;
}
/** A criterion that means something else from a year on. */
export interface MethodologyBreak {
  readonly index: string;
  readonly year: string;
  readonly criterion: string;
  readonly name: string;
}

type Row = readonly (string | null)[];

/** Counts by key, at most KEPT_DISTINCT of them. */
class Counts {
  readonly counts = new Map<string, number>();
  beyond = 0;

  add(key: string): void {
    const count = this.counts.get(key);
    if (count === undefined && this.counts.size >= KEPT_DISTINCT) this.beyond += 1;
    else this.counts.set(key, (count ?? 0) + 1);
  }
}

/** What the rows of a table say beside their figures, counted while they pass. */
export class RowFacts {
  rows = 0;
  readonly #places: ReadonlyMap<string, number>;
  readonly #shown: readonly ShownColumn[];
  readonly #empty: number[];
  readonly #sources = new Counts();
  readonly #breaks = new Counts();
  readonly #reasons: readonly { readonly column: OutputColumn; readonly place: number; readonly counts: Counts }[];

  /** `columns`: those of the plan; facts come from columns of the contract, shown or not. */
  constructor(columns: readonly OutputColumn[], shown: readonly ShownColumn[]) {
    const known = columns.flatMap(({ property, role }, place): [string, number][] =>
      property === null || role !== 'PROPERTY' ? [] : [[property.column.name, place]],
    );
    this.#places = new Map(known);
    this.#shown = shown;
    this.#empty = shown.map(() => 0);
    this.#reasons = columns.flatMap((column, place) =>
      column.role === 'PROPERTY' && isReasonColumn(column.property?.column.name ?? '')
        ? [{ column, place, counts: new Counts() }]
        : [],
    );
  }

  add(row: Row): void {
    this.rows += 1;
    for (let index = 0; index < this.#shown.length; index += 1)
      if (row[(this.#shown[index] as ShownColumn).place] === null) this.#empty[index] = (this.#empty[index] ?? 0) + 1;
    for (const { place, counts } of this.#reasons) {
      const reason = row[place];
      if (reason !== null && reason !== undefined) counts.add(reason);
    }
    if (this.namesSources) this.#sources.add(this.#key(row, ['source_document', 'source_url']));
    if (this.#field(row, 'is_methodology_break') === 't')
      this.#breaks.add(this.#key(row, ['index_code', 'year', 'criterion_code', 'criterion_name_vi']));
  }

  /** Whether the set names the documents of its rows. */
  get namesSources(): boolean {
    return this.#places.has('source_document') || this.#places.has('source_url');
  }

  /** Whether the set says where methods changed. */
  get namesBreaks(): boolean {
    return this.#places.has('is_methodology_break');
  }

  /** The documents, those of most rows first; and the rows of documents that were too many to keep apart. */
  sources(): { readonly kept: readonly SourceCount[]; readonly beyond: number } {
    const kept = [...this.#sources.counts].map(([key, rows]) => {
      const [document = null, url = null] = JSON.parse(key) as (string | null)[];
      return { document, url, rows };
    });
    return { kept: kept.sort((a, b) => b.rows - a.rows), beyond: this.#sources.beyond };
  }

  /** The breaks that the rows show, by index, year and criterion. */
  breaks(): readonly MethodologyBreak[] {
    const texts = [...this.#breaks.counts.keys()].sort();
    return texts.map((key) => {
      const [index, year, criterion, name] = (JSON.parse(key) as (string | null)[]).map((text) => text ?? '');
      return { index: index ?? '', year: year ?? '', criterion: criterion ?? '', name: name ?? '' };
    });
  }

  /** How many cells of each shown column are empty. */
  emptyCells(): readonly number[] {
    return this.#empty;
  }

  /** Why cells are empty: reasons with the number of rows, by the column that says so. */
  reasons(): readonly { readonly column: OutputColumn; readonly reason: string; readonly rows: number }[] {
    return this.#reasons.flatMap(({ column, counts }) =>
      [...counts.counts].sort().map(([reason, rows]) => ({ column, reason, rows })),
    );
  }

  #field(row: Row, column: string): string | null {
    const place = this.#places.get(column);
    return place === undefined ? null : (row[place] ?? null);
  }

  #key(row: Row, columns: readonly string[]): string {
    return JSON.stringify(columns.map((column) => this.#field(row, column)));
  }
}
