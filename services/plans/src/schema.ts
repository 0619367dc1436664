import type { ReferenceResolver, RequestContext, SchemaDefinition } from '@lientinh/subgraph';
import { PublicationResolver, resolvePublication, type PublishingServices } from '@lientinh/publishing';
import { AgencyTasksResolver } from './modules/agency/agency.resolver';
import { PlanFindingResolver } from './modules/finding/finding.resolver';
import { loadIndexGoal } from './modules/index-goal/index-goal.loaders';
import { IndexGoalResolver } from './modules/index-goal/index-goal.resolver';
import { MetricResolver, resolveMetric } from './modules/metric/metric.resolver';
import { loadPlan } from './modules/plan/plan.loaders';
import { PlanResolver } from './modules/plan/plan.resolver';
import { ProgressResolver } from './modules/progress/progress.resolver';
import { ProvincePlansResolver } from './modules/province/province.resolver';
import { PlanPublicationResolver } from './modules/publication/plan-publication.resolver';
import { PlanReadingResolver } from './modules/reading/plan-reading.resolver';
import { ReportDutyResolver } from './modules/report-duty/report-duty.resolver';
import { loadTarget } from './modules/target/target.loaders';
import { TargetResolver } from './modules/target/target.resolver';
import { loadTask } from './modules/task/task.loaders';
import { TaskResolver } from './modules/task/task.resolver';

/** What the plans subgraph needs beside its database. */
export type PlanServices = PublishingServices;

interface ById {
  readonly id: string;
}

const itself: ReferenceResolver<PlanServices> = (reference: object) => reference;

/** Finds entities by id through a loader, so that a batch of them is one statement; null for an id that is not there. */
function through(
  loader: (context: RequestContext) => { load(id: string): Promise<object | undefined> },
): ReferenceResolver<PlanServices> {
  return async ({ id }: ById, context: RequestContext) => (await loader(context).load(id)) ?? null;
}

/** The plans subgraph. */
export const schema: SchemaDefinition<PlanServices> = {
  resolvers: [
    PlanResolver,
    PlanPublicationResolver,
    PlanReadingResolver,
    TargetResolver,
    MetricResolver,
    TaskResolver,
    ProgressResolver,
    IndexGoalResolver,
    ReportDutyResolver,
    PlanFindingResolver,
    ProvincePlansResolver,
    AgencyTasksResolver,
    PublicationResolver,
  ],
  references: {
    Plan: through(loadPlan),
    Task: through(loadTask),
    Target: through(loadTarget),
    IndexGoal: through(loadIndexGoal),
    Metric: resolveMetric,
    Province: itself,
    Agency: itself,
    Publication: resolvePublication,
  },
};
