import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Instant, Node, SourceReference } from '@lientinh/subgraph';
import { ProvinceReference } from '@lientinh/publishing';
import { getCriterion } from '../framework/framework-lookup.rules';
import { Criterion, toCriterion } from '../framework/framework.types';
import { toFloat } from '../numbers/decimal.rules';
import { scoreId } from './score-identity.rules';
import type { AnyScore, AssessmentMethod, Standing } from './stated-score';

export const ScoreStatus = {
  SELF_ASSESSED: 'SELF_ASSESSED',
  APPRAISED: 'APPRAISED',
  PUBLISHED: 'PUBLISHED',
  DERIVED: 'DERIVED',
} as const;
export type ScoreStatus = keyof typeof ScoreStatus;
registerEnumType(ScoreStatus, {
  name: 'ScoreStatus',
  description:
    'SELF_ASSESSED: claimed by the province for itself. APPRAISED: after appraisal, not yet published. PUBLISHED: the published result. DERIVED: the sum of published parts, where the framework defines it; computed, never published.',
});

export const ScoreStanding = { OFFICIAL: 'OFFICIAL', REPORTED: 'REPORTED' } as const;
registerEnumType(ScoreStanding, {
  name: 'ScoreStanding',
  description:
    "OFFICIAL: the index owner's own figure. REPORTED: a figure as a third source states it (the press, a province's page); it never displaces an official one.",
});

export const AssessmentMethodChoice = {
  APPRAISAL: 'APPRAISAL',
  LEADER_SURVEY: 'LEADER_SURVEY',
  CITIZEN_SURVEY: 'CITIZEN_SURVEY',
  STATISTICS: 'STATISTICS',
  SURVEY: 'SURVEY',
  COMPOSITE: 'COMPOSITE',
} as const;
registerEnumType(AssessmentMethodChoice, {
  name: 'AssessmentMethod',
  description:
    'How a score came about: the same 100 points of the PAR INDEX are split by area and, across the areas, by method.',
});

@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description: 'One figure of one province for one criterion and year, and where it comes from. | Điểm số.',
})
export class Score implements Node {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ProvinceReference, { description: 'The unit of that year.' })
  readonly province!: ProvinceReference;

  @Field(() => Criterion)
  readonly criterion!: Criterion;

  @Field(() => Int)
  readonly year!: number;

  @Field(() => Float, { description: 'As published, not rounded. | Điểm như đã công bố.' })
  readonly value!: number;

  @Field(() => Float, { nullable: true, description: 'Points at most. | Điểm tối đa.' })
  readonly maxScore!: number | null;

  @Field(() => ScoreStatus)
  readonly status!: ScoreStatus;

  @Field(() => ScoreStanding, {
    description: 'Whose figure it is. A derived value is OFFICIAL when all its parts are.',
  })
  readonly standing!: Standing;

  @Field(() => AssessmentMethodChoice, {
    nullable: true,
    description: 'How it was measured, where the publisher says so.',
  })
  readonly method!: AssessmentMethod | null;

  @Field(() => SourceReference, { nullable: true, description: 'The document it stands in; null for a derived value.' })
  readonly source!: SourceReference | null;

  @Field(() => Instant, { description: 'When it became durable; for a derived value, when the last of its parts did.' })
  readonly recordedAt!: string;

  readonly figure!: AnyScore;
  /** The instant as of which ranks are computed; null for now. */
  readonly recordedAsOf!: string | null;
}

/** The source of a figure as the graph shows it. */
export function toSource(figure: AnyScore): SourceReference | null {
  if (figure.status === 'DERIVED' || figure.source === null) return null;
  return { ...figure.source, lineFrom: null, lineTo: null };
}

/** A figure as the graph shows it; its rank is looked up where it is asked for. */
export function toScore(figure: AnyScore, recordedAsOf: string | null): Score {
  const derived = figure.status === 'DERIVED';
  return {
    id: scoreId(figure),
    province: { id: figure.provinceId },
    criterion: toCriterion(getCriterion(figure.index, figure.year, figure.criterion)),
    year: figure.year,
    value: toFloat(figure.value),
    maxScore: figure.maxScore,
    status: figure.status,
    standing: derived ? (figure.fromOfficial ? 'OFFICIAL' : 'REPORTED') : figure.standing,
    method: derived ? null : figure.method,
    source: toSource(figure),
    recordedAt: figure.recordedAt,
    figure,
    recordedAsOf,
  };
}
