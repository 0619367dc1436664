import { agrees, fold } from './compare.mjs';

const sameFold = (left, right) => fold(left) === fold(right);
const sameSet = (left, right) =>
  JSON.stringify([...(left ?? [])].map(fold).sort()) === JSON.stringify([...(right ?? [])].map(fold).sort());
const canonical = (agencies) => agencies.map((agency) => agency.canonicalName);

export const legalReferences = {
  key: 'legal_references',
  of: (reading) => reading.legalReferences,
  isCandidate: (expected, actual) =>
    expected.number === null
      ? actual.number === null && sameFold(expected.title_vi, actual.title)
      : agrees(expected, 'number', actual.number),
  fields: {
    kind: (expected, actual) => agrees(expected, 'kind', actual.kind),
    issued_on: (expected, actual) => agrees(expected, 'issued_on', actual.issuedOn),
    line: (expected, actual) => expected.line === actual.citedAt[0].from,
  },
};

export const targets = (periodEnd, goalLines) => ({
  key: 'targets',
  of: (reading) => reading.targets,
  isCandidate: (expected, actual) =>
    expected.line === actual.lines.from && expected.value === actual.value && expected.unit === actual.unit,
  isIgnored: (actual) => goalLines.has(actual.lines.from) && ['SCORE', 'RANK'].includes(actual.unit),
  fields: {
    comparator: (expected, actual) =>
      agrees(expected, 'comparator', actual.comparator) ||
      (expected.comparator === 'GT' && actual.comparator === 'GTE') ||
      (expected.comparator === 'RANK_LTE' && actual.comparator === 'LTE'),
    metric: (expected, actual) => agrees(expected, 'metric', actual.metric),
    area: (expected, actual) => agrees(expected, 'area', actual.area),
    deadline: (expected, actual) =>
      agrees(expected, 'deadline', actual.deadline, (left, right) => (left ?? periodEnd) === (right ?? periodEnd)),
  },
});

const goalComparator = (goal) => {
  if (goal.targetRankGain !== null) return `RANK_GAIN_${goal.comparator}`;
  return goal.targetRank !== null ? `RANK_${goal.comparator}` : goal.comparator;
};

const goalField = (expectedName, actualName) => (expected, actual) =>
  agrees(expected, expectedName, actual[actualName]);

export const indexGoals = {
  key: 'index_goals',
  of: (reading) => reading.indexGoals,
  isCandidate: (expected, actual) => expected.line === actual.lines.from && expected.index === actual.index,
  fields: {
    level: goalField('level', 'level'),
    criterion: (expected, actual) => agrees(expected, 'criterion', actual.criterion, sameFold),
    baseline_year: goalField('baseline_year', 'baselineYear'),
    baseline_score: goalField('baseline_score', 'baselineScore'),
    baseline_max: goalField('baseline_max', 'baselineMax'),
    baseline_rank: goalField('baseline_rank', 'baselineRank'),
    target_year: goalField('target_year', 'targetYear'),
    target_score: goalField('target_score', 'targetScore'),
    target_max: goalField('target_max', 'targetMax'),
    target_rank: goalField('target_rank', 'targetRank'),
    rank_gain: goalField('rank_gain', 'targetRankGain'),
    comparator: (expected, actual) => agrees(expected, 'comparator', goalComparator(actual)),
  },
};

export const shortcomings = {
  key: 'shortcomings',
  of: (reading) => reading.shortcomings,
  isCandidate: (expected, actual) => expected.line === actual.lines.from,
  fields: {
    number: (expected, actual) => agrees(expected, 'number', actual.number),
    criterion: (expected, actual) => agrees(expected, 'criterion', actual.criterion, sameFold),
    score: (expected, actual) => agrees(expected, 'score', actual.score),
    max: (expected, actual) => agrees(expected, 'max', actual.maxScore),
    responsible: (expected, actual) => sameSet(expected.responsible_canonical, canonical(actual.responsible)),
  },
};

const dueMatches = (expected, due) =>
  expected.due_kind === (due?.kind ?? 'NONE') &&
  (expected.due_from ?? null) === (due?.from ?? null) &&
  (expected.due_to ?? null) === (due?.to ?? null);

export const tasks = {
  key: 'tasks',
  of: (reading) => reading.tasks,
  isCandidate: (expected, actual) => expected.line === actual.lines.from && agrees(expected, 'number', actual.number),
  fields: {
    area: (expected, actual) => agrees(expected, 'area', actual.area),
    leads: (expected, actual) => sameSet(expected.leads, canonical(actual.leads)),
    coordinators: (expected, actual) => sameSet(expected.coordinators, canonical(actual.coordinators)),
    products: (expected, actual) =>
      expected.products.length === actual.products.length &&
      expected.products.every(
        (product, index) => product === null || sameFold(product.name ?? product, actual.products[index].name),
      ),
    due: (expected, actual) => dueMatches(expected, actual.products[0]?.due ?? actual.due),
  },
};

export const reportDuties = {
  key: 'report_deadlines',
  of: (reading) => reading.reportDuties,
  isCandidate: (expected, actual) => expected.line === actual.lines.from && expected.frequency === actual.recurrence,
  fields: {
    recipient: (expected, actual) => agrees(expected, 'recipient', actual.recipient, sameFold),
    day: (expected, actual) =>
      (expected.rule?.day ?? null) === (actual.rule?.day ?? null) &&
      (expected.rule?.month ?? null) === (actual.rule?.month ?? null),
  },
};

/** The header facts, by the names of the expectation. */
export const headerFields = {
  number: (reading) => reading.number,
  kind: (reading) => reading.kind,
  title_vi: (reading) => reading.title,
  issuer_canonical_vi: (reading) => reading.issuerCanonical,
  province_code: (reading) => reading.province?.code ?? null,
  issued_on: (reading) => reading.issuedOn,
  period_from: (reading) => reading.periodFrom,
  period_to: (reading) => reading.periodTo,
  signer: (reading) => reading.signer,
  signer_title: (reading) => reading.signerTitle,
  signer_capacity: (reading) => reading.signerCapacity,
  approving_decision_number: (reading) => reading.approvingDecision?.number ?? null,
  approving_decision_issued_on: (reading) => reading.approvingDecision?.issuedOn ?? null,
};
