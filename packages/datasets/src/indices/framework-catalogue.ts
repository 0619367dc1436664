import type { BilingualText } from '@lientinh/contracts';
import { parsedOnce } from '../parsed-once';
import { coversYear, type CriterionRow, TOTAL } from './criterion-row';
import { indexDefinitions, type IndexCode, type IndexDefinition } from './index-definitions';
import type { FrameworkVersion, IndexSource } from './index-source';
import { readLevelJumps, type LevelJump } from './level-jumps';
import { dtiSource, parIndexSource, sipasSource } from './ministry-indices';
import { isUnscored, readNotScored, type NotScored } from './not-scored';
import { papiSource } from './papi';
import { pciSource } from './pci';

/** A criterion as a framework states it. */
export interface CriterionDefinition extends CriterionRow {
  /** Changes when the meaning or scale under the same code changes: `PAPI:2.1@2018`. */
  readonly meaningId: string;
  /** Place in print order, from 0 (TOTAL). */
  readonly order: number;
}

/** The criteria of an index over the years in which none of them changes. */
export interface Framework extends FrameworkVersion {
  readonly index: IndexCode;
  /** Points of TOTAL at most. */
  readonly maxScore: number;
  /** Print order, parents before their parts. */
  readonly criteria: readonly CriterionDefinition[];
  readonly totalRule: 'SUM_OF_PARTS' | 'PUBLISHED';
}

/** A year into which no line may be drawn: values before it cannot be compared with values since. */
export interface MethodologyBreak {
  readonly year: number;
  readonly kind: 'FRAMEWORK' | 'LEVEL_JUMP';
  readonly reason: BilingualText;
}

/** The indices, what each measured in each year, and where its figures stop being comparable. */
export class FrameworkCatalogue {
  readonly indices: readonly IndexDefinition[];
  readonly #sources: ReadonlyMap<string, IndexSource>;
  readonly #frameworks: ReadonlyMap<string, readonly Framework[]>;
  readonly #jumps: readonly LevelJump[];
  readonly #notScored: readonly NotScored[];

  constructor(
    indices: readonly IndexDefinition[],
    sources: readonly IndexSource[],
    jumps: readonly LevelJump[],
    notScored: readonly NotScored[],
  ) {
    this.indices = indices;
    this.#sources = new Map(sources.map((source) => [source.index, source]));
    this.#frameworks = new Map(
      sources.map((source) => [source.index, source.versions.map((v) => frameworkOf(source, v))]),
    );
    this.#jumps = jumps;
    this.#notScored = notScored;
  }

  /** The definition of an index; null for an unknown code. */
  index(code: string): IndexDefinition | null {
    return this.indices.find((definition) => definition.code === code) ?? null;
  }

  /** Every framework of an index, oldest first; none for an unknown code. */
  frameworks(index: string): readonly Framework[] {
    return this.#frameworks.get(index) ?? [];
  }

  /** The framework of an index in a year; null before the first year and for an unknown index. */
  framework(index: string, year: number): Framework | null {
    return this.frameworks(index).find((framework) => coversYear(framework, year)) ?? null;
  }

  /** A criterion as it stands in a year; null where the framework of that year has none. */
  criterion(index: string, year: number, code: string): CriterionDefinition | null {
    return this.framework(index, year)?.criteria.find((criterion) => criterion.code === code) ?? null;
  }

  /**
   * The years in which a criterion starts to mean something else, or in which its level jumps without a documented cause: its own,
   * or that of a part it is the sum of; ascending. TOTAL breaks only where its composition changes. Its first year is no break. Empty for an unknown index or criterion.
   */
  methodologyBreaks(index: string, criterion: string): readonly MethodologyBreak[] {
    const source = this.#sources.get(index);
    if (source === undefined) return [];
    const frameworkBreaks = changesOf(source, criterion).map((year): MethodologyBreak => {
      return { year, kind: 'FRAMEWORK', reason: source.reasonFor(criterion, year) };
    });
    const jumps = this.#jumps
      .filter((jump) => jump.index === index && isPartOf(source, jump.criterion, criterion, jump.year))
      .map((jump): MethodologyBreak => ({ year: jump.year, kind: 'LEVEL_JUMP', reason: reasonOf(jump, criterion) }));
    return [...frameworkBreaks, ...jumps].sort((a, b) => a.year - b.year);
  }

  /** The provinces, or single criteria of provinces, that the survey of a year did not score. */
  notScored(index: string, year: number): readonly NotScored[] {
    return this.#notScored.filter((hole) => hole.index === index && hole.year === year);
  }

  /** True for a value that the survey is known not to have: its province, its criterion, or a part that it adds up. */
  isNotScored(index: string, year: number, provinceCode: string, criterion: string): boolean {
    const definition = this.criterion(index, year, criterion);
    return isUnscored(this.notScored(index, year), provinceCode, criterion, definition?.parentCode ?? null);
  }
}

/** Whether the criterion is the one that jumps, or the dimension whose sum the jump goes into. */
function isPartOf(source: IndexSource, jumping: string, criterion: string, year: number): boolean {
  if (jumping === criterion) return true;
  const row = (code: string) => source.rows.find((other) => other.code === code && coversYear(other, year));
  const parent = row(jumping)?.parentCode;
  return parent === criterion && criterion !== TOTAL && row(criterion)?.derivation === 'SUM_OF_CHILDREN';
}

function reasonOf({ criterion: jumping, reason }: LevelJump, criterion: string): BilingualText {
  if (jumping === criterion) return reason;
  return { vi: `thành phần ${jumping}: ${reason.vi}`, en: `part ${jumping}: ${reason.en}` };
}

/** Years in which the signature of a criterion differs from the last year that had it; its first year excepted. */
function changesOf(source: IndexSource, criterion: string): number[] {
  const years: number[] = [];
  let before: string | null = null;
  const firstYear = source.versions[0]?.validFromYear ?? 0;
  const lastStart = source.versions[source.versions.length - 1]?.validFromYear ?? -1;
  for (let year = firstYear; year <= lastStart; year += 1) {
    const signature = source.signatureOf(criterion, year);
    if (signature === null) continue;
    if (before !== null && signature !== before) years.push(year);
    before = signature;
  }
  return years;
}

/** The year since which a criterion has meant what it means in `year`. */
function meaningSince(source: IndexSource, criterion: string, row: CriterionRow, year: number): number {
  const first = source.rows.filter((other) => other.code === criterion).map((other) => other.validFromYear);
  const starts = [Math.min(row.validFromYear, ...first), ...changesOf(source, criterion)];
  return Math.max(...starts.filter((start) => start <= year));
}

function frameworkOf(source: IndexSource, version: FrameworkVersion): Framework {
  const year = version.validFromYear;
  const rows = source.rows.filter((row) => coversYear(row, year));
  const criteria = inPrintOrder(rows).map((row, order): CriterionDefinition => {
    const meaningId = `${source.index}:${row.code}@${meaningSince(source, row.code, row, year)}`;
    return Object.freeze({ ...row, order, meaningId });
  });
  const maxScore = criteria[0]?.maxScore ?? 0;
  return Object.freeze({ index: source.index, ...version, maxScore, criteria, totalRule: source.totalRule });
}

/** Parents before their parts, in the order of the source otherwise. */
function inPrintOrder(rows: readonly CriterionRow[], parent: string | null = null): readonly CriterionRow[] {
  return rows.filter((row) => row.parentCode === parent).flatMap((row) => [row, ...inPrintOrder(rows, row.code)]);
}

/** The five indices of the product; sources: `data/SOURCES.md`. */
export const frameworkCatalogue = parsedOnce(
  () =>
    new FrameworkCatalogue(
      indexDefinitions(),
      [papiSource(), pciSource(), parIndexSource(), sipasSource(), dtiSource()],
      readLevelJumps(),
      readNotScored(),
    ),
);
