import { canonicalAgencyName } from './canonical';
import type { AgencyEntry } from './agency-entry';
import { foldName, tidyName } from './fold';
import { editSimilarity, trigrams } from './similarity';

/** An entry under one of its names. */
export interface NamedEntry<Entry extends AgencyEntry> {
  readonly entry: Entry;
  readonly alias: string;
}

/** A folded name of the directory that resembles the text asked for. */
export interface SimilarName<Entry extends AgencyEntry> {
  readonly similarity: number;
  readonly named: readonly NamedEntry<Entry>[];
}

/** How many of the names that share most trigrams are compared letter by letter. */
const COMPARED_NAMES = 24;

function exactKey(name: string): string {
  return tidyName(name).toLowerCase();
}

function add<Entry extends AgencyEntry>(
  index: Map<string, NamedEntry<Entry>[]>,
  key: string,
  named: NamedEntry<Entry>,
): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [named]);
  else if (!known.some((other) => other.entry === named.entry)) known.push(named);
}

/** Finds entries by name: as printed, by canonical name, folded, and by likeness. Built once, read many times. */
export class NameIndex<Entry extends AgencyEntry> {
  readonly #exact = new Map<string, NamedEntry<Entry>[]>();
  readonly #canonical = new Map<string, NamedEntry<Entry>[]>();
  readonly #folded = new Map<string, NamedEntry<Entry>[]>();
  readonly #foldedNames: string[] = [];
  readonly #postings = new Map<string, number[]>();

  constructor(entries: readonly Entry[]) {
    for (const entry of entries) {
      const names = [entry.name, ...(entry.abbreviation === undefined ? [] : [entry.abbreviation]), ...entry.aliases];
      for (const alias of names) {
        const named = { entry, alias };
        add(this.#exact, exactKey(alias), named);
        add(this.#canonical, canonicalAgencyName(alias).toLowerCase(), named);
        add(this.#folded, foldName(alias), named);
      }
    }
    this.#foldedNames.push(...this.#folded.keys());
    this.#foldedNames.forEach((name, place) => this.#post(name, place));
  }

  exact(name: string): readonly NamedEntry<Entry>[] {
    return this.#exact.get(exactKey(name)) ?? [];
  }

  canonical(name: string): readonly NamedEntry<Entry>[] {
    return this.#canonical.get(canonicalAgencyName(name).toLowerCase()) ?? [];
  }

  folded(name: string): readonly NamedEntry<Entry>[] {
    return this.#folded.get(foldName(name)) ?? [];
  }

  /** Every folded name, with the entries that bear it. */
  foldedNames(): IterableIterator<[string, readonly NamedEntry<Entry>[]]> {
    return this.#folded.entries();
  }

  /** Names at least `floor` alike (0 to 1), most alike first. */
  similar(name: string, floor: number): SimilarName<Entry>[] {
    const folded = foldName(name);
    const shared = new Map<number, number>();
    for (const trigram of trigrams(folded)) {
      for (const place of this.#postings.get(trigram) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
    }
    const closest = [...shared].sort(([a, sharedByA], [b, sharedByB]) => sharedByB - sharedByA || a - b);
    return closest
      .slice(0, COMPARED_NAMES)
      .map(([place]) => this.#foldedNames[place] ?? '')
      .map((other) => ({ similarity: editSimilarity(folded, other), named: this.#folded.get(other) ?? [] }))
      .filter(({ similarity }) => similarity >= floor)
      .sort((a, b) => b.similarity - a.similarity);
  }

  #post(name: string, place: number): void {
    for (const trigram of trigrams(name)) {
      const known = this.#postings.get(trigram);
      if (known === undefined) this.#postings.set(trigram, [place]);
      else known.push(place);
    }
  }
}
