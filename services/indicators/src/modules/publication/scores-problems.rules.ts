import { referenceDayOfYear } from '@lientinh/contracts';
import { frameworkCatalogue } from '@lientinh/datasets';
import type { CodedError } from '@lientinh/errors';
import { rowProblem, type RowProblem } from '@lientinh/publishing';
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
import type { FailedCheck, RowCheck } from './scores-staging.store';

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

type MakeError = (failed: FailedCheck & { readonly sent: string }, header: ScoresHeader) => CodedError;

const ERRORS: Readonly<Record<RowCheck, MakeError>> = {
  SCORE_PROVINCE_UNKNOWN: ({ sent }, { year }) =>
    scoreProvinceUnknown({ province: sent, year, suggestions: suggestProvinces(sent, referenceDayOfYear(year)) }),
  SCORE_CRITERION_UNKNOWN: ({ sent }, { index, year }) => {
    const known =
      frameworkCatalogue()
        .framework(index, year)
        ?.criteria.map(({ code }) => code) ?? [];
    return scoreCriterionUnknown({ index, year, criterion: sent, nearest: nearestCodes(sent, known) });
  },
  SCORE_NOT_A_NUMBER: ({ sent }) => scoreNotANumber({ value: sent }),
  SCORE_NEGATIVE: ({ sent }) => scoreNegative({ value: sent }),
  SCORE_ABOVE_MAXIMUM: ({ sent, detail }) => scoreAboveMaximum({ value: sent, maximum: detail ?? '' }),
  SCORE_MAXIMUM_DIFFERS: ({ sent, detail }) => scoreMaximumDiffers({ value: sent, maximum: detail ?? '' }),
  SCORE_DUPLICATE_CELL: ({ sent, detail }) => scoreDuplicateCell({ cell: sent, firstRow: Number(detail) }),
  SCORE_RANK_INVALID: ({ sent }) => scoreRankInvalid({ value: sent }),
  SCORE_METHOD_UNKNOWN: ({ sent }) => scoreMethodUnknown({ value: sent, known: Object.keys(AssessmentMethodChoice) }),
};

/** A failed check in words. */
export function checkProblem(failed: FailedCheck, header: ScoresHeader): RowProblem {
  const error = ERRORS[failed.code]({ ...failed, sent: failed.value ?? '' }, header);
  return rowProblem(failed.row, failed.path, error, failed.value);
}
