import { referenceDayOfYear, type ProvinceCode } from '@lientinh/contracts';
import { frameworkCatalogue, type CriterionDefinition } from '../indices/framework-catalogue';
import { isIndexCode, type IndexCode } from '../indices/index-definitions';
import { parsedOnce } from '../parsed-once';
import { provinceCatalogue } from '../provinces/province-catalogue';
import { mapCriterion } from './criterion-mapping';
import { indexFacts, isNationalArea, type IndexFact } from './fact-rows';

/** Why a figure of the collection is in no publication. */
export const EXCLUSION_REASONS = [
  /** The index is none of the product's (ICT Index, the monthly 766 set). */
  'INDEX_NOT_CARRIED',
  /** The province did not exist on 30 June of the year. */
  'PROVINCE_NOT_IN_FORCE',
  /** The framework of the year has no such criterion, or its criteria are unknown. */
  'CRITERION_NOT_IN_FRAMEWORK',
  /** The figure states a criterion on another scale than its points. */
  'OTHER_SCALE',
  /** The page prints a rank and no score. */
  'RANK_ONLY',
  /** The score is above the most that the framework of the year allows, or below zero. */
  'OUT_OF_RANGE',
  /** The same page states the same cell twice; the first statement is carried. */
  'DUPLICATE_IN_SOURCE',
] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** A figure left out, and why. */
export interface ExcludedFact {
  readonly fact: IndexFact;
  readonly reason: ExclusionReason;
}

/** One score as the mutation `publishScores` takes it. */
export interface FactScore {
  readonly province: ProvinceCode;
  readonly criterion: string;
  readonly value: number;
  readonly maxScore: number | null;
  readonly publishedRank: number | null;
  readonly publishedRankedAmong: number | null;
}

/** The figures that one page states for one index and year, ready to be published. */
export interface FactPublication {
  /** Client id of the publisher of the index. */
  readonly publisher: string;
  readonly index: IndexCode;
  readonly year: number;
  readonly status: 'PUBLISHED';
  readonly coverage: 'PARTIAL';
  readonly source: { readonly document: string; readonly url: string };
  readonly scores: readonly FactScore[];
  /** Figures of the same page, index and year that are not among the scores. */
  readonly notCarried: readonly ExcludedFact[];
}

interface SortedFacts {
  readonly publications: readonly FactPublication[];
  readonly excluded: readonly ExcludedFact[];
  readonly national: readonly IndexFact[];
}

/** Compared at two decimals more than printed, so that a third of ten (3.33) does not exceed its printed maximum. */
const RANGE_TOLERANCE = 0.005;

type Verdict =
  { readonly criterion: CriterionDefinition; readonly index: IndexCode } | { readonly reason: ExclusionReason };

/** The criterion of a fact in the framework of its year, or why the fact cannot be carried. */
function judge(fact: IndexFact): Verdict {
  if (!isIndexCode(fact.index)) return { reason: 'INDEX_NOT_CARRIED' };
  if (provinceCatalogue().find(fact.provinceCode, referenceDayOfYear(fact.year)) === null) {
    return { reason: 'PROVINCE_NOT_IN_FORCE' };
  }
  const mapping = mapCriterion(fact.index, fact.criterion);
  if ('unmapped' in mapping) return { reason: mapping.unmapped };
  const criterion = frameworkCatalogue().criterion(fact.index, fact.year, mapping.criterion);
  if (criterion === null) return { reason: 'CRITERION_NOT_IN_FRAMEWORK' };
  if (fact.score === null) return { reason: 'RANK_ONLY' };
  const statedOtherScale =
    fact.maxScore !== null && criterion.maxScore !== null && fact.maxScore !== criterion.maxScore;
  if (statedOtherScale) return { reason: 'OTHER_SCALE' };
  const isAbove = criterion.maxScore !== null && fact.score > criterion.maxScore + RANGE_TOLERANCE;
  return isAbove || fact.score < 0 ? { reason: 'OUT_OF_RANGE' } : { criterion, index: fact.index };
}

class PublicationDraft {
  readonly scores = new Map<string, FactScore>();
  readonly notCarried: ExcludedFact[] = [];
  readonly first: IndexFact;

  constructor(first: IndexFact) {
    this.first = first;
  }

  take(fact: IndexFact): void {
    const verdict = judge(fact);
    if ('reason' in verdict) {
      this.notCarried.push({ fact, reason: verdict.reason });
      return;
    }
    const cell = `${fact.provinceCode} ${verdict.criterion.code}`;
    if (this.scores.has(cell)) {
      this.notCarried.push({ fact, reason: 'DUPLICATE_IN_SOURCE' });
      return;
    }
    this.scores.set(cell, {
      province: fact.provinceCode,
      criterion: verdict.criterion.code,
      value: fact.score ?? 0,
      maxScore: fact.maxScore ?? verdict.criterion.maxScore,
      publishedRank: fact.rank,
      publishedRankedAmong: fact.rankedAmong,
    });
  }

  /** Null when no score is left to publish. */
  finish(): FactPublication | null {
    const definition = frameworkCatalogue().index(this.first.index);
    if (definition === null || this.scores.size === 0) return null;
    return Object.freeze({
      publisher: definition.publisher,
      index: definition.code,
      year: this.first.year,
      status: 'PUBLISHED',
      coverage: 'PARTIAL',
      source: { document: this.first.sourceTitle, url: this.first.sourceUrl },
      scores: [...this.scores.values()],
      notCarried: this.notCarried,
    });
  }
}

/** Sorts facts into publications (one for each index, year and page), exclusions and national figures; all in a fixed order. */
export function sortFacts(facts: readonly IndexFact[]): SortedFacts {
  const drafts = new Map<string, PublicationDraft>();
  for (const fact of facts.filter((candidate) => !isNationalArea(candidate.provinceCode))) {
    const key = `${fact.index}\t${fact.year}\t${fact.sourceUrl}`;
    const draft = drafts.get(key) ?? new PublicationDraft(fact);
    drafts.set(key, draft);
    draft.take(fact);
  }
  const inOrder = [...drafts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, draft]) => draft);
  return {
    publications: inOrder.flatMap((draft) => draft.finish() ?? []),
    excluded: inOrder.flatMap((draft) => draft.notCarried),
    national: facts.filter((fact) => isNationalArea(fact.provinceCode)),
  };
}

const sortedFacts = parsedOnce(() => sortFacts(indexFacts()));

/** The collected figures as payloads for `publishScores`, by index, year and page; the same on every call. */
export function factPublications(): readonly FactPublication[] {
  return sortedFacts().publications;
}

/** Figures of provinces that no publication carries, with the reason. */
export function excludedFacts(): readonly ExcludedFact[] {
  return sortedFacts().excluded;
}

/** Figures on the whole country (`00`: average, median, least, most) and on the regions (`V1`–`V6`). */
export function nationalFacts(): readonly IndexFact[] {
  return sortedFacts().national;
}
