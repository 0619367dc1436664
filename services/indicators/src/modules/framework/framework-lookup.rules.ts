import {
  frameworkCatalogue,
  type CriterionDefinition,
  type Framework as FrameworkRecord,
  type IndexDefinition,
} from '@lientinh/datasets';
import { criterionUnknown, frameworkMissing, indexUnknown } from './framework.errors';
import { nearestCodes } from './nearest-codes.rules';

/** A criterion together with the framework it stands in. */
export interface CriterionInFramework {
  readonly framework: FrameworkRecord;
  readonly definition: CriterionDefinition;
}

/** The index; throws INDEX_UNKNOWN. */
export function getIndex(code: string): IndexDefinition {
  const index = frameworkCatalogue().index(code);
  if (index === null)
    throw indexUnknown({ index: code, known: frameworkCatalogue().indices.map((known) => known.code) });
  return index;
}

/** The years of every framework of an index, for a reader: `2011–2015, 2016–2017, 2018–`. */
export function frameworkYears(index: string): string {
  return frameworkCatalogue()
    .frameworks(index)
    .map(({ validFromYear, validToYear }) => `${validFromYear}–${validToYear ?? ''}`)
    .join(', ');
}

/** The framework of an index in a year; throws FRAMEWORK_MISSING. */
export function getFramework(index: string, year: number): FrameworkRecord {
  const framework = frameworkCatalogue().framework(index, year);
  if (framework === null) throw frameworkMissing({ index, year, years: frameworkYears(index) });
  return framework;
}

/** The criterion as `framework` states it, or null. */
export function findCriterion(framework: FrameworkRecord, code: string): CriterionInFramework | null {
  const definition = framework.criteria.find((criterion) => criterion.code === code);
  return definition === undefined ? null : { framework, definition };
}

/**
 * The criterion of a code: as the framework of the year states it, else as the nearest other framework does; throws CRITERION_UNKNOWN
 * when no framework of the index has it.
 */
export function getCriterion(index: string, year: number, code: string): CriterionInFramework {
  const own = frameworkCatalogue().framework(index, year);
  return (own === null ? null : findCriterion(own, code)) ?? getNearestCriterion(index, year, code);
}

function getNearestCriterion(index: string, year: number, code: string): CriterionInFramework {
  const distance = ({ validFromYear, validToYear }: FrameworkRecord): number =>
    Math.max(validFromYear - year, year - (validToYear ?? year), 0);
  const frameworks = [...frameworkCatalogue().frameworks(index)].sort((a, b) => distance(a) - distance(b));
  for (const framework of frameworks) {
    const found = findCriterion(framework, code);
    if (found !== null) return found;
  }
  const known = [...new Set(frameworks.flatMap(({ criteria }) => criteria.map((criterion) => criterion.code)))];
  throw criterionUnknown({ index, criterion: code, nearest: nearestCodes(code, known) });
}

/** Key of a criterion in the graph: index, first year of its framework, code: `PAPI:2018:2.1`. */
export function criterionId({ framework, definition }: CriterionInFramework): string {
  return `${framework.index}:${framework.validFromYear}:${definition.code}`;
}

const MEANING = /^([^:]+):([^:]+)@(\d{4})$/;

/**
 * The criterion of a key; any year of the framework is understood. A meaning id (`PAPI:2.1@2018`), by which other subgraphs may refer to
 * a criterion, gives it as it stands in the first year of that meaning. Null when there is none.
 */
export function criterionById(id: string): CriterionInFramework | null {
  const [, meantIndex, meantCode, since] = MEANING.exec(id) ?? [];
  const [index = '', year = '', code = ''] = since === undefined ? id.split(':') : [meantIndex, since, meantCode];
  const framework = /^\d{4}$/.test(year) ? frameworkCatalogue().framework(index, Number(year)) : null;
  return framework === null ? null : findCriterion(framework, code);
}
