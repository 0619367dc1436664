import type { CriterionDefinition, Framework } from '@lientinh/datasets';
import { compareDecimals, medianOf, type Decimal } from '../numbers/decimal.rules';
import { rankCompetition, type Placement } from '../numbers/ranking.rules';
import { chooseCounted, deriveSum, isOfficial } from './counting.rules';
import type { AnyScore, StatedScore } from './stated-score';

/** What a sheet is made of: everything stated for one index and year at one instant. */
export interface SheetContent {
  readonly index: string;
  readonly year: number;
  /** Null for a year without a framework: the sheet is empty. */
  readonly framework: Framework | null;
  /** Decimals at which ranks are computed. */
  readonly precision: number;
  readonly stated: readonly StatedScore[];
  /** Criteria that some publication declares complete. */
  readonly declaredComplete: ReadonlySet<string>;
}

/** One criterion over all provinces. */
export interface NationalFigures {
  /** Every unit that the index scores has its value: ranks, median and best mean something. */
  readonly isComplete: boolean;
  readonly ranks: ReadonlyMap<string, Placement>;
  readonly median: Decimal | null;
  readonly best: Decimal | null;
  /** Provinces with a value. */
  readonly count: number;
}

const NOTHING: NationalFigures = { isComplete: false, ranks: new Map(), median: null, best: null, count: 0 };

/** The figures of one index and year: which value counts for each cell, how it ranks, and what else was stated. Immutable. */
export class ScoreSheet {
  readonly index: string;
  readonly year: number;
  readonly framework: Framework | null;
  readonly #precision: number;
  readonly #stated = new Map<string, StatedScore[]>();
  readonly #counted = new Map<string, Map<string, AnyScore>>();
  readonly #complete = new Set<string>();
  readonly #national = new Map<string, NationalFigures>();

  constructor(content: SheetContent) {
    this.index = content.index;
    this.year = content.year;
    this.framework = content.framework;
    this.#precision = content.precision;
    for (const score of content.stated) {
      const key = `${score.criterion} ${score.provinceId}`;
      const known = this.#stated.get(key);
      if (known === undefined) this.#stated.set(key, [score]);
      else known.push(score);
    }
    const provinces = [...new Set(content.stated.map(({ provinceId }) => provinceId))];
    const criteria = content.framework?.criteria ?? [];
    // Parts stand after the whole in print order: from the end, every part is settled before it is added up.
    for (const criterion of [...criteria].reverse()) {
      const parts = criteria.filter(({ parentCode }) => parentCode === criterion.code);
      this.#count(criterion, parts, provinces);
      this.#settleCompleteness(criterion, parts, content.declaredComplete);
    }
  }

  #count(criterion: CriterionDefinition, parts: readonly CriterionDefinition[], provinces: readonly string[]): void {
    const counted = new Map<string, AnyScore>();
    for (const provinceId of provinces) {
      const cell = { index: this.index, year: this.year, provinceId };
      const derived = deriveSum(
        criterion,
        cell,
        parts.map((part) => this.counted(provinceId, part.code)),
      );
      const score = chooseCounted(this.stated(provinceId, criterion.code), derived);
      if (score !== null) counted.set(provinceId, score);
    }
    this.#counted.set(criterion.code, counted);
  }

  #settleCompleteness(
    { code, derivation }: CriterionDefinition,
    parts: readonly CriterionDefinition[],
    declared: ReadonlySet<string>,
  ): void {
    const allParts = derivation !== null && parts.length > 0 && parts.every((part) => this.#complete.has(part.code));
    if (declared.has(code) || allParts) this.#complete.add(code);
  }

  /** The value that counts for a cell, or null. */
  counted(provinceId: string, criterion: string): AnyScore | null {
    return this.#counted.get(criterion)?.get(provinceId) ?? null;
  }

  /** Everything stated for a cell, of every status and source. */
  stated(provinceId: string, criterion: string): readonly StatedScore[] {
    return this.#stated.get(`${criterion} ${provinceId}`) ?? [];
  }

  /** Every value that counts for a criterion, in no order. */
  countedScores(criterion: string): readonly AnyScore[] {
    return [...(this.#counted.get(criterion)?.values() ?? [])];
  }

  /** True when nothing at all was stated for the index and year. */
  get isEmpty(): boolean {
    return this.#stated.size === 0;
  }

  /** Rank among the provinces where the criterion is complete; else the rank that the source prints; else null. */
  placement(score: AnyScore): Placement | { readonly rank: number; readonly rankedAmong: number | null } | null {
    const computed = this.national(score.criterion).ranks.get(score.provinceId);
    const counted = this.counted(score.provinceId, score.criterion);
    if (computed !== undefined && counted !== null && isSameFigure(counted, score)) return computed;
    return printedPlacement(score);
  }

  /** Ranks and national values of a criterion; computed when first asked for. */
  national(criterion: string): NationalFigures {
    const known = this.#national.get(criterion);
    if (known !== undefined) return known;
    const figures = this.#computeNational(criterion);
    this.#national.set(criterion, figures);
    return figures;
  }

  #computeNational(criterion: string): NationalFigures {
    const counted = this.#counted.get(criterion);
    if (counted === undefined) return NOTHING;
    if (!this.#complete.has(criterion)) return { ...NOTHING, count: counted.size };
    const official = new Map(
      [...counted].filter(([, score]) => isOfficial(score)).map(([id, { value }]) => [id, value]),
    );
    const values = [...official.values()];
    return {
      isComplete: true,
      ranks: rankCompetition(official, this.#precision),
      median: medianOf(values),
      best: values.reduce<Decimal | null>((a, b) => (a === null || compareDecimals(b, a) > 0 ? b : a), null),
      count: values.length,
    };
  }
}

/** Whether two figures of one cell are the same: of one publication, or both derived. */
function isSameFigure(a: AnyScore, b: AnyScore): boolean {
  if (a.status === 'DERIVED' || b.status === 'DERIVED') return a.status === b.status;
  return a.sequence === b.sequence;
}

/** The rank that the source prints beside a figure, if any. */
export function printedPlacement(
  score: AnyScore,
): { readonly rank: number; readonly rankedAmong: number | null } | null {
  if (score.status === 'DERIVED' || score.publishedRank === null) return null;
  return { rank: score.publishedRank, rankedAmong: score.publishedRankedAmong };
}
