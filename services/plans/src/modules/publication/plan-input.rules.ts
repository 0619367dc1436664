import { INDEX_CODES, isIndexCode } from '@lientinh/datasets';
import type { CodedError } from '@lientinh/errors';
import { rowProblem, type RowProblem } from '@lientinh/publishing';
import { metricUnknown } from '../metric/metric.errors';
import { findMetric, nearestMetrics } from '../metric/metric.rules';
import { criterionByCode } from './criterion-match.rules';
import { dueOf, yearOfPeriod } from './draft-of-input.rules';
import type { IndexGoalInput, PlanInput, TargetInput, TaskInput } from './plan-input.types';
import {
  planCriterionUnknown,
  planDueUnreadable,
  planFigureInvalid,
  planGoalEmpty,
  planIndexUnknown,
  planMetricUnitDiffers,
  planPeriodInvalid,
  planTextMissing,
  planTextTooLong,
  planYearInvalid,
} from './plan-publication.errors';

const MOST_YEARS = 20;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
const LONGEST = { title: 1_000, name: 500, label: 2_000, content: 10_000, number: 100, due: 300 } as const;

type Report = (path: string, error: CodedError, value: unknown) => void;

/** How many rows a structured plan has: the plan, its targets, tasks, products and goals. */
export function countInputRows(plan: PlanInput): number {
  const tasks = plan.tasks ?? [];
  const products = tasks.reduce((sum, task) => sum + task.products.length, 0);
  return 1 + (plan.targets?.length ?? 0) + tasks.length + products + (plan.indexGoals?.length ?? 0);
}

/** Everything that is wrong with a structured plan; paths as in the input: `plan.targets[3].value`. */
export function planInputProblems(plan: PlanInput): RowProblem[] {
  const problems: RowProblem[] = [];
  const reportAt =
    (row: number | null, prefix: string): Report =>
    (path, error, value) =>
      problems.push(rowProblem(row, `${prefix}${path}`, error, value));
  const report = reportAt(null, 'plan.');
  checkHeader(plan, report);
  plan.targets?.forEach((target, row) => checkTarget(target, reportAt(row, `plan.targets[${row}].`)));
  const periodYear = yearOfPeriod(plan.periodFrom, plan.periodTo);
  plan.tasks?.forEach((task, row) => checkTask(task, periodYear, reportAt(row, `plan.tasks[${row}].`)));
  plan.indexGoals?.forEach((goal, row) => checkGoal(goal, reportAt(row, `plan.indexGoals[${row}].`)));
  return problems;
}

function checkText(path: string, text: string, limit: number, report: Report): void {
  if (text.trim() === '') report(path, planTextMissing({}), text);
  if (text.length > limit) report(path, planTextTooLong({ characters: text.length, limit }), text);
}

function checkHeader(plan: PlanInput, report: Report): void {
  checkText('title', plan.title, LONGEST.title, report);
  checkText('issuer', plan.issuer, LONGEST.name, report);
  if (typeof plan.number === 'string') checkText('number', plan.number, LONGEST.number, report);
  if (typeof plan.signer === 'string') checkText('signer', plan.signer, LONGEST.name, report);
  const { periodFrom: from, periodTo: to } = plan;
  if (to < from || Number(to.slice(0, 4)) - Number(from.slice(0, 4)) >= MOST_YEARS)
    report('periodTo', planPeriodInvalid({ from, to }), to);
  for (const path of ['periodFrom', 'periodTo', 'issuedOn'] as const) checkYear(path, yearOf(plan[path]), report);
}

const yearOf = (date: string | null | undefined): number | null =>
  date === null || date === undefined ? null : Number(date.slice(0, 4));

function checkYear(path: string, year: number | null | undefined, report: Report): void {
  if (year === null || year === undefined || (year >= FIRST_YEAR && year <= LAST_YEAR)) return;
  report(path, planYearInvalid({ year }), year);
}

function checkTarget(target: TargetInput, report: Report): void {
  const { metric: code, unit, value } = target;
  checkText('label', target.label, LONGEST.label, report);
  checkYear('deadline', yearOf(target.deadline), report);
  if (value < 0) report('value', planFigureInvalid({ value, reason: NEGATIVE }), value);
  if (['RANK', 'RANK_STEP', 'COUNT'].includes(unit) && !Number.isInteger(value))
    report('value', planFigureInvalid({ value, reason: NOT_WHOLE }), value);
  if (code === null || code === undefined) return;
  const metric = findMetric(code);
  if (metric === null) report('metric', metricUnknown({ metric: code, nearest: nearestMetrics(code) }), code);
  else if (metric.unit !== unit)
    report('unit', planMetricUnitDiffers({ metric: code, unit, expected: metric.unit }), unit);
}

const NEGATIVE = { vi: 'không được âm', en: 'it must not be negative' };
const NOT_WHOLE = { vi: 'phải là số nguyên', en: 'it must be a whole number' };
const RANK_BELOW_ONE = { vi: 'thứ hạng bắt đầu từ 1', en: 'ranks begin at 1' };

function checkTask(task: TaskInput, periodYear: number | null, report: Report): void {
  checkText('number', task.number, LONGEST.number, report);
  checkText('content', task.content, LONGEST.content, report);
  checkDue('due', task.due, periodYear, report);
  for (const role of ['leads', 'coordinators'] as const)
    task[role]?.forEach((name, place) => checkText(`${role}[${place}]`, name, LONGEST.name, report));
  task.products.forEach((product, place) => {
    checkText(`products[${place}].name`, product.name, LONGEST.content, report);
    checkDue(`products[${place}].due`, product.due, periodYear, report);
  });
}

function checkDue(path: string, text: string | null | undefined, periodYear: number | null, report: Report): void {
  if (typeof text === 'string' && text.length > LONGEST.due)
    report(path, planTextTooLong({ characters: text.length, limit: LONGEST.due }), text);
  else if (dueOf(text, periodYear)?.kind === 'NONE') report(path, planDueUnreadable({ text: text ?? '' }), text);
}

function checkGoal(goal: IndexGoalInput, report: Report): void {
  const { index, criterion, targetYear } = goal;
  checkText('printedCriterion', goal.printedCriterion, LONGEST.label, report);
  checkYear('targetYear', targetYear, report);
  checkYear('baselineYear', goal.baselineYear, report);
  if (!isIndexCode(index)) report('index', planIndexUnknown({ index, known: INDEX_CODES }), index);
  else if (typeof criterion === 'string' && criterionByCode(index, targetYear, criterion) === null)
    report('criterion', planCriterionUnknown({ index, criterion, year: targetYear }), criterion);
  for (const path of ['baselineScore', 'baselineMax', 'targetScore', 'targetMax', 'targetRankGain'] as const)
    if ((goal[path] ?? 0) < 0)
      report(path, planFigureInvalid({ value: goal[path] ?? 0, reason: NEGATIVE }), goal[path]);
  for (const path of ['baselineRank', 'targetRank'] as const)
    if ((goal[path] ?? 1) < 1)
      report(path, planFigureInvalid({ value: goal[path] ?? 0, reason: RANK_BELOW_ONE }), goal[path]);
  const promised = [goal.targetScore, goal.targetRank, goal.targetRankGain];
  if (promised.every((value) => value === null || value === undefined)) report('targetScore', planGoalEmpty({}), null);
}
