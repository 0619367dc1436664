import type { IsoDate, ProvinceCode } from '@lientinh/contracts';
import { isInForce, type AgencyEntry, type AgencyMatch } from './agency-entry';
import { foldName } from './fold';
import { NameIndex, type NamedEntry } from './name-index';
import { findPrintedProvince } from './printed-province';

/** Where and when a name was printed. */
export interface NameContext {
  readonly provinceCode?: ProvinceCode;
  readonly asOf?: IsoDate;
}

const CANONICAL_CONFIDENCE = 0.95;
const FOLDED_CONFIDENCE = 0.92;
/** Likeness never claims as much as a known spelling. */
const SIMILAR_CONFIDENCE = 0.89;
/** Below this likeness two names are different names. */
const SIMILARITY_FLOOR = 0.72;
/** A successor stands for an agency that no longer exists with this share of the confidence. */
const SUCCESSOR_SHARE = 0.9;
/** A name longer than this is no agency's name and is not compared by likeness. */
const LONGEST_COMPARED_NAME = 200;

/** Looks agencies up by the names that documents print. */
export class AgencyDirectory<Entry extends AgencyEntry = AgencyEntry> {
  readonly #index: NameIndex<Entry>;
  readonly #byKey = new Map<string, Entry>();

  /** Throws RangeError when two entries share a key. */
  constructor(entries: readonly Entry[]) {
    for (const entry of entries) {
      if (this.#byKey.has(entry.key)) throw new RangeError(`Two agencies have the key ${entry.key}`);
      this.#byKey.set(entry.key, entry);
    }
    this.#index = new NameIndex(entries);
  }

  /** The entry of a key; null when there is none. */
  find(key: string): Entry | null {
    return this.#byKey.get(key) ?? null;
  }

  /**
   * The agencies a printed name may mean, best first; empty when nothing is near enough. With a province (given, or in
   * the name: `Sở Nội vụ tỉnh Kon Tum`) only its agencies and those of no province count; without one, namesakes of
   * several provinces tie at the same confidence. With a day, agencies not in force give way to their successors.
   */
  resolve(name: string, context: NameContext = {}): AgencyMatch<Entry>[] {
    if (foldName(name) === '') return [];
    const printed = findPrintedProvince(name, context.asOf);
    const provinces = provincesMeant(context.provinceCode, printed?.codes ?? []);
    const best = new Map<string, AgencyMatch<Entry>>();
    const take = (confidence: number, named: readonly NamedEntry<Entry>[]): void => {
      for (const { entry, alias } of named) {
        if (isElsewhere(entry, provinces)) continue;
        for (const match of this.#onDay(entry, alias, confidence, context.asOf)) keepBest(best, match);
      }
    };
    take(1, this.#index.exact(name));
    take(CANONICAL_CONFIDENCE, this.#index.canonical(name));
    take(FOLDED_CONFIDENCE, this.#index.folded(name));
    if (printed !== null && provinces.length > 0) {
      for (const bare of [printed.base, `${printed.base} ${printed.unit || 'tỉnh'}`]) {
        take(CANONICAL_CONFIDENCE, this.#index.canonical(bare));
        take(FOLDED_CONFIDENCE, this.#index.folded(bare));
      }
    }
    if (best.size === 0 && name.length <= LONGEST_COMPARED_NAME) {
      for (const { similarity, named } of this.#index.similar(name, SIMILARITY_FLOOR)) {
        take(similarity * SIMILAR_CONFIDENCE, named);
      }
    }
    return [...best.values()].sort((a, b) => compareMatches(a, b, provinces));
  }

  /** The one agency that a name means; null when none is near enough or several are equally good. */
  resolveUnambiguously(name: string, context: NameContext = {}): AgencyMatch<Entry> | null {
    const [first, second] = this.resolve(name, context);
    if (first === undefined) return null;
    return second !== undefined && isTie(first, second, context) ? null : first;
  }

  /** Agencies with every word of `text` at the start of a word of one of their names, shortest name first. */
  search(text: string, context: NameContext = {}, limit = 50): AgencyMatch<Entry>[] {
    const words = foldName(text).split(' ');
    const provinces = context.provinceCode === undefined ? [] : [context.provinceCode];
    const best = new Map<string, AgencyMatch<Entry>>();
    for (const [folded, named] of this.#index.foldedNames()) {
      const padded = ` ${folded}`;
      if (!words.every((word) => padded.includes(` ${word}`))) continue;
      const confidence = foldName(text).length / Math.max(folded.length, 1);
      for (const { entry, alias } of named) {
        if (isElsewhere(entry, provinces) || (context.asOf !== undefined && !isInForce(entry, context.asOf))) continue;
        keepBest(best, { agency: entry, confidence: Math.min(1, confidence), matchedAlias: alias });
      }
    }
    return [...best.values()].sort((a, b) => compareMatches(a, b, provinces)).slice(0, limit);
  }

  #onDay(entry: Entry, alias: string, confidence: number, asOf: IsoDate | undefined): AgencyMatch<Entry>[] {
    if (asOf === undefined || isInForce(entry, asOf)) return [{ agency: entry, confidence, matchedAlias: alias }];
    return this.#successorsOn(entry, asOf, new Set([entry.key])).map((agency) => ({
      agency,
      confidence: confidence * SUCCESSOR_SHARE,
      matchedAlias: alias,
    }));
  }

  #successorsOn(entry: Entry, on: IsoDate, seen: Set<string>): Entry[] {
    if (entry.validTo === undefined || entry.validTo >= on) return [];
    return (entry.successorKeys ?? []).flatMap((key) => {
      const successor = this.#byKey.get(key);
      if (successor === undefined || seen.has(key)) return [];
      seen.add(key);
      return isInForce(successor, on) ? [successor] : this.#successorsOn(successor, on, seen);
    });
  }
}

function provincesMeant(given: ProvinceCode | undefined, printed: readonly ProvinceCode[]): readonly ProvinceCode[] {
  if (printed.length > 0) return printed;
  return given === undefined ? [] : [given];
}

function isElsewhere(entry: AgencyEntry, provinces: readonly ProvinceCode[]): boolean {
  return provinces.length > 0 && entry.provinceCode !== undefined && !provinces.includes(entry.provinceCode);
}

function keepBest<Entry extends AgencyEntry>(best: Map<string, AgencyMatch<Entry>>, match: AgencyMatch<Entry>): void {
  const known = best.get(match.agency.key);
  if (known === undefined || known.confidence < match.confidence) best.set(match.agency.key, match);
}

function isOwn(match: AgencyMatch, provinces: readonly ProvinceCode[]): boolean {
  return match.agency.provinceCode !== undefined && provinces.includes(match.agency.provinceCode);
}

function compareMatches(a: AgencyMatch, b: AgencyMatch, provinces: readonly ProvinceCode[]): number {
  const byConfidence = b.confidence - a.confidence;
  if (byConfidence !== 0) return byConfidence;
  const byProvince = Number(isOwn(b, provinces)) - Number(isOwn(a, provinces));
  return byProvince === 0 ? (a.agency.key < b.agency.key ? -1 : 1) : byProvince;
}

function isTie(first: AgencyMatch, second: AgencyMatch, context: NameContext): boolean {
  if (first.confidence !== second.confidence) return false;
  const provinces = context.provinceCode === undefined ? [] : [context.provinceCode];
  return isOwn(first, provinces) === isOwn(second, provinces);
}
