import { referenceDayOfYear } from '@lientinh/contracts';
import { frameworkCatalogue } from '@lientinh/datasets';
import type { CodedError } from '@lientinh/errors';
import { rowProblem, type Finding, type RowProblem } from '@lientinh/publishing';
import { frameworkMissing, indexUnknown } from '../framework/framework.errors';
import { frameworkYears } from '../framework/framework-lookup.rules';
import { nearestCodes } from '../framework/nearest-codes.rules';
import { suggestProvinces } from '../province/province-lookup.rules';
import { AssessmentMethodChoice } from '../score/score.types';
import {
  scoreAboveMaximum,
  scoreCriterionUnknown,
  scoreDuplicateCell,
  scoreMaximumDiffers,
  scoreMethodUnknown,
  scoreNegative,
  scoreNotANumber,
  scoreProvinceUnknown,
  scoreRankInvalid,
  scoreSourceMissing,
  scoreStatusNotPublishable,
} from './scores.errors';
import { sourceKeyOf, type ScoresHeader } from './scores-header';

/** What is wrong with the input as a whole; while it is, rows cannot be judged. */
export function headerProblems(header: ScoresHeader): readonly RowProblem[] {
  const { index, year, status, standing } = header;
  const catalogue = frameworkCatalogue();
  const problems: RowProblem[] = [];
  if (status === 'DERIVED') problems.push(rowProblem(null, 'status', scoreStatusNotPublishable({ status }), status));
  if (standing === 'REPORTED' && sourceKeyOf(header) === '') {
    problems.push(rowProblem(null, 'source', scoreSourceMissing({}), null));
  }
  if (catalogue.index(index) === null) {
    const known = catalogue.indices.map(({ code }) => code);
    problems.push(rowProblem(null, 'index', indexUnknown({ index, known }), index));
  } else if (catalogue.framework(index, year) === null) {
    const years = frameworkYears(index);
    problems.push(rowProblem(null, 'year', frameworkMissing({ index, year, years }), year));
  }
  return problems;
}

type MakeError = (sent: string, detail: string, header: ScoresHeader) => CodedError;

const ERRORS: Readonly<Record<string, MakeError>> = {
  SCORE_PROVINCE_UNKNOWN: (sent, _detail, { year }) =>
    scoreProvinceUnknown({ province: sent, year, suggestions: suggestProvinces(sent, referenceDayOfYear(year)) }),
  SCORE_CRITERION_UNKNOWN: (sent, _detail, { index, year }) => {
    const known =
      frameworkCatalogue()
        .framework(index, year)
        ?.criteria.map(({ code }) => code) ?? [];
    return scoreCriterionUnknown({ index, year, criterion: sent, nearest: nearestCodes(sent, known) });
  },
  SCORE_NOT_A_NUMBER: (sent) => scoreNotANumber({ value: sent }),
  SCORE_NEGATIVE: (sent) => scoreNegative({ value: sent }),
  SCORE_ABOVE_MAXIMUM: (sent, maximum) => scoreAboveMaximum({ value: sent, maximum }),
  SCORE_MAXIMUM_DIFFERS: (sent, maximum) => scoreMaximumDiffers({ value: sent, maximum }),
  SCORE_DUPLICATE_CELL: (sent, firstRow) => scoreDuplicateCell({ cell: sent, firstRow: Number(firstRow) }),
  SCORE_RANK_INVALID: (sent) => scoreRankInvalid({ value: sent }),
  SCORE_METHOD_UNKNOWN: (sent) => scoreMethodUnknown({ value: sent, known: Object.keys(AssessmentMethodChoice) }),
};

/** What a check found, in words. */
export function rowError({ code, value, details }: Finding, header: ScoresHeader): CodedError {
  const make = ERRORS[code];
  if (make === undefined) throw new Error(`check-staged-scores found ${code}, which has no error`);
  return make(value ?? '', typeof details === 'string' ? details : '', header);
}
