import { PublicationResolver, resolvePublication } from '@lientinh/publishing';
import type { SchemaDefinition } from '@lientinh/subgraph';
import { ComparabilityNoteResolver, ComparisonResolver } from './modules/comparison/comparison.resolver';
import { SeriesResolver } from './modules/comparison/series.resolver';
import { CriterionResolver, FrameworkResolver, resolveCriterion } from './modules/framework/criterion.resolver';
import { IndexResolver, resolveIndex } from './modules/framework/index.resolver';
import { IndexGoalResolver } from './modules/goal/goal.resolver';
import { IndexGoal } from './modules/goal/goal.types';
import { ProvinceScoresResolver } from './modules/province/province.resolver';
import { ScoresPublicationResolver } from './modules/publication/scores-publication.resolver';
import { ScoreListResolver } from './modules/score/score-list.resolver';
import { resolveScore, ScoreResolver } from './modules/score/score.resolver';
import type { IndicatorsServices } from './services';

/** Everything this subgraph adds to the graph. */
export const schema: SchemaDefinition<IndicatorsServices> = {
  resolvers: [
    IndexResolver,
    FrameworkResolver,
    CriterionResolver,
    ScoreResolver,
    ScoreListResolver,
    ComparisonResolver,
    ComparabilityNoteResolver,
    SeriesResolver,
    ProvinceScoresResolver,
    IndexGoalResolver,
    ScoresPublicationResolver,
    PublicationResolver,
  ],
  orphanedTypes: [IndexGoal],
  references: {
    Index: resolveIndex,
    Criterion: resolveCriterion,
    Score: resolveScore,
    Publication: resolvePublication,
    Province: (reference: { readonly id: string }) => reference,
    IndexGoal: (reference: { readonly id: string }) => reference,
  },
};
