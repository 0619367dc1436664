import type { PlanReading } from '../src';
import { compare, hasSharedPlans, readExpectation, readSharedPlan } from './support/shared-plans';

/** The real plans are not part of the repository: without `../shared` there is nothing to read. */
const withShared = hasSharedPlans ? describe : describe.skip;

const SHARE = 0.97;

function legalFacts(reading: PlanReading) {
  return reading.legalReferences.map((reference) => ({
    number: reference.number,
    kind: reference.kind,
    issued_on: reference.issuedOn,
    line: reference.citedAt[0]?.from ?? null,
  }));
}

function targetFacts(reading: PlanReading) {
  return reading.targets.map(({ area, comparator, value, unit, metric, lines }) => ({
    area,
    comparator,
    value,
    unit,
    metric,
    line: lines.from,
  }));
}

function goalFacts(reading: PlanReading) {
  return reading.indexGoals.map((goal) => ({
    index: goal.index,
    level: goal.level,
    criterion: goal.criterion,
    baseline_year: goal.baselineYear,
    baseline_score: goal.baselineScore,
    baseline_max: goal.baselineMax,
    baseline_rank: goal.baselineRank,
    target_year: goal.targetYear,
    target_score: goal.targetScore,
    target_max: goal.targetMax,
    target_rank: goal.targetRank,
    rank_gain: goal.targetRankGain,
    line: goal.lines.from,
  }));
}

function shortcomingFacts(reading: PlanReading) {
  return reading.shortcomings.map(({ number, score, maxScore, lines }) => ({
    number,
    score,
    max: maxScore,
    line: lines.from,
  }));
}

withShared('plans with an expectation in ../shared', () => {
  it.each(['kon-tum-2019', 'tuyen-quang-2021'])(
    '%s: targets and legal references are found, and nothing else',
    (name) => {
      const reading = readSharedPlan(name);
      const expected = readExpectation(name);
      for (const shares of [
        compare(expected.legal_references, legalFacts(reading)),
        compare(expected.targets, targetFacts(reading)),
      ]) {
        expect(shares.recall).toBeGreaterThanOrEqual(SHARE);
        expect(shares.precision).toBeGreaterThanOrEqual(SHARE);
      }
    },
  );

  it('kon-tum-2019: 49 index goals and 30 shortcomings with every number exact', () => {
    const reading = readSharedPlan('kon-tum-2019');
    const expected = readExpectation('kon-tum-2019');
    expect(reading.indexGoals).toHaveLength(49);
    expect(compare(expected.index_goals, goalFacts(reading))).toEqual({ recall: 1, precision: 1 });
    expect(reading.shortcomings).toHaveLength(30);
    expect(compare(expected.shortcomings, shortcomingFacts(reading))).toEqual({ recall: 1, precision: 1 });
  });

  it('kon-tum-2019: the printed contradictions are findings with their lines', () => {
    const { findings } = readSharedPlan('kon-tum-2019');
    const linesOf = (code: string) =>
      findings.filter((entry) => entry.code === code).map((entry) => entry.lines.map((span) => span.from));
    expect(linesOf('LEGAL_REFERENCE_TWO_DATES')).toEqual([[15, 427]]);
    expect(linesOf('INDEX_GOAL_LOSS_MISMATCH')).toEqual([[177, 179, 181, 183, 185]]);
    expect(linesOf('INDEX_GOAL_OUT_OF_REACH')).toEqual([[251, 253, 255, 257]]);
    expect(linesOf('INDEX_GOAL_WITHOUT_GAIN')).toEqual([[359]]);
    expect(linesOf('TARGETS_DISAGREE')).toEqual([[363, 375]]);
    expect(linesOf('CRITERION_NOT_IN_SHORTCOMINGS')).toEqual([[257], [351]]);
    const mismatch = findings.find((entry) => entry.code === 'INDEX_GOAL_LOSS_MISMATCH');
    expect(mismatch?.message.vi).toContain('1,03');
    expect(mismatch?.message.vi).toContain('3,28');
  });
});

withShared('plans without an expectation in ../shared', () => {
  it('thua-thien-hue-2019: 35 tasks in seven parts, each with a lead and a due', () => {
    const { tasks, approvingDecision } = readSharedPlan('thua-thien-hue-2019');
    const byPart = new Map<string | null, number>();
    for (const task of tasks) byPart.set(task.section, (byPart.get(task.section) ?? 0) + 1);
    expect([...byPart.values()]).toEqual([5, 5, 6, 3, 2, 4, 10]);
    expect(tasks.filter((task) => task.leads.length === 0 || task.due === null)).toEqual([]);
    expect(new Set(tasks.map((task) => task.reference)).size).toBe(35);
    expect(approvingDecision).toEqual({ number: '2847/QĐ-UBND', issuedOn: '2018-12-07' });
  });

  it('hung-yen-2018: 50 tasks in eight parts; the one lead cell that copies a product stays empty', () => {
    const { tasks, number } = readSharedPlan('hung-yen-2018');
    expect(number).toBe('105/KH-UBND');
    expect(tasks).toHaveLength(50);
    expect(new Set(tasks.map((task) => task.section))).toEqual(
      new Set(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']),
    );
    expect(tasks.filter((task) => task.leads.length === 0).map((task) => task.lines.from)).toEqual([240]);
    expect(
      tasks
        .flatMap((task) => [...task.leads, ...task.coordinators])
        .filter((agency) => agency.canonicalName.startsWith('Kế hoạch')),
    ).toEqual([]);
  });

  it('thua-thien-hue-ldtbxh-2022-2025: a department’s plan for a period, without tasks', () => {
    const reading = readSharedPlan('thua-thien-hue-ldtbxh-2022-2025');
    expect(reading).toMatchObject({
      kind: 'PERIOD_PLAN',
      number: null,
      signerTitle: 'Phó Giám đốc',
      periodTo: '2025-12-31',
      tasks: [],
    });
    expect(reading.targets).toHaveLength(28);
    expect(reading.targets.filter((target) => target.metric === null)).toEqual([]);
  });
});
