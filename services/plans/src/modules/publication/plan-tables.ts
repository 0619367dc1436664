/** Columns of a table of facts as they are sent to the database, with their types there. `publication` comes with the insert. */
export interface FactTable {
  readonly table: string;
  readonly columns: Readonly<Record<string, string>>;
}

const LINES = { line_from: 'int', line_to: 'int' };
const DUE = { due_kind: 'text', due_from: 'date', due_to: 'date', due_text: 'text' };
const PLAN = { plan_id: 'text', ordinal: 'int' };

export const TARGET: FactTable = {
  table: 'target',
  columns: {
    ...PLAN,
    province_id: 'text',
    target_id: 'text',
    area: 'text',
    area_basis: 'text',
    label: 'text',
    metric: 'text',
    comparator: 'text',
    value: 'numeric',
    unit: 'text',
    deadline: 'date',
    effective_deadline: 'date',
    scope: 'text',
    stated_in: 'text',
    ...LINES,
  },
};

export const TASK: FactTable = {
  table: 'task',
  columns: {
    ...PLAN,
    province_id: 'text',
    task_id: 'text',
    reference: 'text',
    number: 'text',
    section: 'text',
    section_title: 'text',
    area: 'text',
    area_basis: 'text',
    content: 'text',
    search_text: 'text',
    ...DUE,
    earliest_deadline: 'date',
    ...LINES,
  },
};

export const TASK_PRODUCT: FactTable = {
  table: 'task_product',
  columns: { task_id: 'text', ordinal: 'int', name: 'text', ...DUE, ...LINES },
};

export const TASK_AGENCY: FactTable = {
  table: 'task_agency',
  columns: { task_id: 'text', product: 'int', role: 'text', ordinal: 'int', printed_name: 'text', agency: 'text' },
};

export const INDEX_GOAL: FactTable = {
  table: 'index_goal',
  columns: {
    ...PLAN,
    province_id: 'text',
    goal_id: 'text',
    index_code: 'text',
    level: 'text',
    criterion_code: 'text',
    criterion_id: 'text',
    printed_criterion: 'text',
    baseline_year: 'int',
    baseline_score: 'numeric',
    baseline_max: 'numeric',
    baseline_rank: 'int',
    ranked_among: 'int',
    target_year: 'int',
    target_score: 'numeric',
    target_max: 'numeric',
    target_rank: 'int',
    target_rank_gain: 'int',
    comparator: 'text',
    ...LINES,
  },
};

export const SHORTCOMING: FactTable = {
  table: 'shortcoming',
  columns: {
    ...PLAN,
    number: 'text',
    section: 'text',
    criterion: 'text',
    score: 'numeric',
    max_score: 'numeric',
    ...LINES,
  },
};

export const SHORTCOMING_AGENCY: FactTable = {
  table: 'shortcoming_agency',
  columns: { shortcoming: 'int', ordinal: 'int', printed_name: 'text', agency: 'text' },
};

export const REPORT_DUTY: FactTable = {
  table: 'report_duty',
  columns: {
    ...PLAN,
    text: 'text',
    reporter: 'text',
    recipient: 'text',
    via: 'text',
    recurrence: 'text',
    rule_before: 'boolean',
    rule_day: 'int',
    rule_month: 'int',
    rule_month_of_quarter: 'int',
    rule_first_year: 'int',
    ...LINES,
  },
};

export const LEGAL_REFERENCE: FactTable = {
  table: 'legal_reference',
  columns: {
    ...PLAN,
    number: 'text',
    kind: 'text',
    issued_on: 'date',
    printed: 'text',
    cited_from: 'int[]',
    cited_to: 'int[]',
  },
};

export const FINDING: FactTable = {
  table: 'finding',
  columns: {
    ...PLAN,
    code: 'text',
    message_vi: 'text',
    message_en: 'text',
    lines_from: 'int[]',
    lines_to: 'int[]',
  },
};

export const PLAN_DOCUMENT: FactTable = { table: 'plan_document', columns: { plan_id: 'text', body: 'text' } };

/** The tables that hang on a plan's publication. */
export const FACT_TABLES = {
  target: TARGET,
  task: TASK,
  taskProduct: TASK_PRODUCT,
  taskAgency: TASK_AGENCY,
  indexGoal: INDEX_GOAL,
  shortcoming: SHORTCOMING,
  shortcomingAgency: SHORTCOMING_AGENCY,
  reportDuty: REPORT_DUTY,
  legalReference: LEGAL_REFERENCE,
  finding: FINDING,
  document: PLAN_DOCUMENT,
} as const;
export type FactTableName = keyof typeof FACT_TABLES;
