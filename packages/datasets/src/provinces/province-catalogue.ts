import { foldName, tidyName } from '@lientinh/agency-names';
import type { IsoDate, ProvinceCode, ProvinceId } from '@lientinh/contracts';
import { parsedOnce } from '../parsed-once';
import {
  readLineage,
  readProvinceAliases,
  readProvinces,
  type LineageStep,
  type ProvinceAlias,
  type ProvinceRecord,
} from './province-rows';

function coversDay(province: ProvinceRecord, on: IsoDate): boolean {
  return province.validFrom <= on && (province.validTo === null || on <= province.validTo);
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Provinces over time: what a code or a name meant on a day, and what became of each unit. */
export class ProvinceCatalogue {
  readonly all: readonly ProvinceRecord[];
  readonly lineage: readonly LineageStep[];
  readonly aliases: readonly ProvinceAlias[];
  readonly #byId: ReadonlyMap<ProvinceId, ProvinceRecord>;
  readonly #byCode: ReadonlyMap<ProvinceCode, readonly ProvinceRecord[]>;
  readonly #byPredecessor: ReadonlyMap<string, readonly LineageStep[]>;
  readonly #bySuccessor: ReadonlyMap<string, readonly LineageStep[]>;
  readonly #bySpelling: ReadonlyMap<string, readonly ProvinceAlias[]>;
  readonly #byFoldedSpelling: ReadonlyMap<string, readonly ProvinceAlias[]>;

  /** Throws RangeError when the lineage or an alias names a unit that is not there. */
  constructor(
    provinces: readonly ProvinceRecord[],
    lineage: readonly LineageStep[],
    aliases: readonly ProvinceAlias[],
  ) {
    this.all = provinces;
    this.lineage = lineage;
    this.aliases = aliases;
    this.#byId = new Map(provinces.map((province) => [province.id, province]));
    this.#byCode = groupBy(provinces, (province) => province.code);
    this.#byPredecessor = groupBy(lineage, (step) => step.predecessorId);
    this.#bySuccessor = groupBy(lineage, (step) => step.successorId);
    this.#bySpelling = groupBy(aliases, (alias) => tidyName(alias.alias).toLowerCase());
    this.#byFoldedSpelling = groupBy(aliases, (alias) => foldName(alias.alias));
    const named = [
      ...lineage.flatMap((step) => [step.predecessorId, step.successorId]),
      ...aliases.map((a) => a.provinceId),
    ];
    const unknown = named.find((id) => !this.#byId.has(id));
    if (unknown !== undefined) throw new RangeError(`No province ${unknown}`);
  }

  /** The unit of a key such as `24@2004-01-01`; null when there is none. */
  byId(id: ProvinceId): ProvinceRecord | null {
    return this.#byId.get(id) ?? null;
  }

  /** The unit that bore a code on a day; null when none did. */
  find(code: ProvinceCode, on: IsoDate): ProvinceRecord | null {
    return this.#byCode.get(code)?.find((province) => coversDay(province, on)) ?? null;
  }

  /** The units in force on a day, by code. */
  inForce(on: IsoDate): readonly ProvinceRecord[] {
    return this.all.filter((province) => coversDay(province, on));
  }

  /** The units that went directly into this one. */
  predecessors(id: ProvinceId): readonly ProvinceRecord[] {
    return this.#records((this.#bySuccessor.get(id) ?? []).map((step) => step.predecessorId));
  }

  /** The unit that this one went into, directly: one or none. */
  successors(id: ProvinceId): readonly ProvinceRecord[] {
    return this.#records((this.#byPredecessor.get(id) ?? []).map((step) => step.successorId));
  }

  /** What the unit is on a later day, through every merger; null on a day before it began or for an unknown key. */
  currentUnitOf(id: ProvinceId, on: IsoDate): ProvinceRecord | null {
    let unit = this.byId(id);
    while (unit !== null && !coversDay(unit, on)) {
      if (on < unit.validFrom) return null;
      unit = this.successors(unit.id)[0] ?? null;
    }
    return unit;
  }

  /** The units in force on a day that make up this one: itself, or the earlier units that went into it. By code. */
  constituents(id: ProvinceId, on: IsoDate): readonly ProvinceRecord[] {
    const unit = this.byId(id);
    if (unit === null) return [];
    if (coversDay(unit, on)) return [unit];
    return this.predecessors(id)
      .flatMap((predecessor) => this.constituents(predecessor.id, on))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /**
   * The unit in force on a day that a spelling names: any alias without regard to case and blanks, then without
   * diacritics. Null when it names none, or without diacritics more than one.
   */
  findByName(spelling: string, on: IsoDate): ProvinceRecord | null {
    const exact = this.#named(this.#bySpelling.get(tidyName(spelling).toLowerCase()), on);
    if (exact.length > 0) return exact.length === 1 ? (exact[0] ?? null) : null;
    const folded = this.#named(this.#byFoldedSpelling.get(foldName(spelling)), on);
    return folded.length === 1 ? (folded[0] ?? null) : null;
  }

  #named(aliases: readonly ProvinceAlias[] | undefined, on: IsoDate): readonly ProvinceRecord[] {
    const ids = [...new Set((aliases ?? []).map((alias) => alias.provinceId))];
    return this.#records(ids).filter((province) => coversDay(province, on));
  }

  #records(ids: readonly ProvinceId[]): readonly ProvinceRecord[] {
    return ids.flatMap((id) => this.byId(id) ?? []);
  }
}

/** The provinces of Việt Nam since 2004-01-01; source: `data/SOURCES.md`. */
export const provinceCatalogue = parsedOnce(
  () => new ProvinceCatalogue(readProvinces(), readLineage(), readProvinceAliases()),
);
