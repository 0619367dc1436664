import { areaOfHeading } from '../document/reform-area';
import type { PlanPeriod } from '../document/period';
import { type PlanReadingFinding, finding } from '../findings/finding';
import { hasPhrase } from '../text/phrases';
import type { AreaBasis, Comparator, ReformArea } from '../vocabulary';
import { type MentionClause, clausesOf } from './clauses';
import { continuesList, printedComparator } from './comparator';
import { deadlineOf } from './deadline';
import { classifyMetric } from './metric-classifier';
import type { MetricDefinition } from './metric-definition';
import { type QuantityMention, findQuantities, isPastFigure } from './quantity-mention';
import type { TargetReading } from './target';
import type { TargetText } from './target-text';

export interface TargetsReading {
  readonly targets: readonly TargetReading[];
  readonly findings: readonly PlanReadingFinding[];
}

export interface TargetsContext {
  readonly period: PlanPeriod | null;
  readonly metrics: readonly MetricDefinition[];
}

/** More figures than this in one document are not read. */
const MOST_FIGURES = 2_000;
const LONGEST_LABEL = 200;

/** The figures promised in `texts`, in the order of the text. */
export function readTargets(texts: readonly TargetText[], context: TargetsContext): TargetsReading {
  const metrics = new Map(context.metrics.map((metric) => [metric.code, metric]));
  const targets: TargetReading[] = [];
  const findings: PlanReadingFinding[] = [];
  let figures = 0;
  for (const source of texts) {
    const mentions = findQuantities(source.folded);
    figures += mentions.length;
    if (figures > MOST_FIGURES) {
      findings.push(tooMany(source));
      break;
    }
    for (const target of targetsOf(source, mentions, context.period, metrics)) {
      targets.push(target);
      if (target.metric === null) findings.push(withoutMetric(target));
    }
  }
  return { targets, findings };
}

function targetsOf(
  source: TargetText,
  quantities: readonly QuantityMention[],
  period: PlanPeriod | null,
  metrics: ReadonlyMap<string, MetricDefinition>,
): TargetReading[] {
  const { folded } = source;
  const mentions = quantities.filter((mention) => !isPastFigure(folded, mention, period?.firstYear ?? null));
  if (mentions.length === 0) return [];
  const printed = mentions.map((mention) => printedComparator(folded, mention));
  const clauses = clausesOf(
    folded,
    mentions,
    mentions.map((mention, index) => printed[index]?.start ?? mention.start),
  );
  const comparators: Comparator[] = [];
  return mentions.flatMap((mention, index) => {
    const previous = mentions[index - 1];
    const inherited =
      previous !== undefined && continuesList(folded, previous, mention) ? comparators[index - 1] : undefined;
    const comparator = printed[index]?.comparator ?? (mention.unit === 'RANK' ? 'LTE' : (inherited ?? 'EQ'));
    comparators.push(comparator);
    const clause = clauses[index];
    return clause === undefined ? [] : toTarget(source, mention, clause, comparator, metrics);
  });
}

function toTarget(
  source: TargetText,
  mention: QuantityMention,
  clause: MentionClause,
  comparator: Comparator,
  metrics: ReadonlyMap<string, MetricDefinition>,
): TargetReading[] {
  const classified = classifyMetric(mention.unit, clause.scopes);
  const metric = classified === null ? undefined : metrics.get(classified);
  if (classified === null && mention.unit !== 'PERCENT') return [];
  const line = source.lineAt(mention.start);
  return [
    {
      ...areaOf(source, metric, clause.scopes.clause),
      label: labelOf(source.text, clause),
      metric: metric?.code ?? null,
      comparator,
      value: mention.value,
      unit: mention.unit,
      deadline: deadlineOf(source.folded, mention, clause.clause, clause.segment, clause.sentence),
      scope: scopeOf(clause.scopes.clause),
      statedIn: source.statedIn,
      lines: { from: line, to: line },
    },
  ];
}

function areaOf(
  source: TargetText,
  metric: MetricDefinition | undefined,
  clause: string,
): { area: ReformArea; areaBasis: AreaBasis } {
  const isGeneral = metric !== undefined && ['RANK', 'RANK_STEP', 'SCORE'].includes(metric.unit);
  if (source.area !== null) return { area: source.area, areaBasis: 'SECTION' };
  if (isGeneral) return { area: 'STEERING', areaBasis: 'GENERAL' };
  const topic = metric?.usualArea ?? areaOfHeading(clause);
  return topic === null ? { area: 'STEERING', areaBasis: 'GENERAL' } : { area: topic, areaBasis: 'TOPIC' };
}

function labelOf(text: string, clause: MentionClause): string {
  const label = text.slice(clause.clause.start, clause.clause.end);
  let start = 0;
  while (start < label.length && ' ,;:.-+('.includes(label.charAt(start))) start += 1;
  const trimmed = label.slice(start).trim();
  return trimmed.length <= LONGEST_LABEL ? trimmed : `${trimmed.slice(0, LONGEST_LABEL - 1)}…`;
}

const LEVELS = ['cấp tỉnh', 'cấp huyện', 'cấp xã'] as const;
const FOLDED_LEVELS = ['cap tinh', 'cap huyen', 'cap xa'] as const;

/** «cấp tỉnh, cấp huyện»: the levels named in the clause of the figure; null when none or all are. */
function scopeOf(clause: string): string | null {
  const named = LEVELS.filter((_, index) => hasPhrase(clause, FOLDED_LEVELS[index] ?? ''));
  return named.length === 0 || named.length === LEVELS.length ? null : named.join(', ');
}

function withoutMetric(target: TargetReading): PlanReadingFinding {
  return finding(
    'TARGET_WITHOUT_METRIC',
    [target.lines],
    `Chỉ tiêu «${target.label}» không thuộc chỉ số nào trong danh mục.`,
    `The target «${target.label}» is about no metric of the catalogue.`,
  );
}

function tooMany(source: TargetText): PlanReadingFinding {
  const line = source.lineAt(0);
  return finding(
    'TOO_MANY_QUANTITIES',
    [{ from: line, to: line }],
    `Văn bản có hơn ${MOST_FIGURES} con số; phần sau dòng này không được đọc.`,
    `The document holds more than ${MOST_FIGURES} figures; nothing after this line was read.`,
  );
}
