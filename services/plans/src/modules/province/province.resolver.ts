import { Arg, Args, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { ProvinceReference } from '@lientinh/publishing';
import type { RequestContext } from '@lientinh/subgraph';
import { planCriteria, planPlace } from '../plan/plan-filter.rules';
import { planConnection, PlanPageArguments } from '../plan/plan.resolver';
import { PlanConnection } from '../plan/plan.types';
import { loadTargetsOfProvince } from '../target/target.loaders';
import { Target } from '../target/target.types';
import { taskCriteria } from '../task/task-filter.rules';
import { taskConnection, TaskPageArguments } from '../task/task.resolver';
import { TaskConnection } from '../task/task.types';
import { loadPlanPageOfProvince } from './province.loaders';

@Resolver(() => ProvinceReference)
export class ProvincePlansResolver {
  @FieldResolver(() => PlanConnection, { description: 'Plans of this unit, latest period first. | Kế hoạch của tỉnh.' })
  async plans(
    @Root() { id }: ProvinceReference,
    @Args(() => PlanPageArguments) { filter, ...page }: PlanPageArguments,
    @Ctx() context: RequestContext,
  ): Promise<PlanConnection> {
    const criteria = planCriteria(filter, null);
    const rows = await loadPlanPageOfProvince(context).load({ provinceId: id, criteria, place: planPlace(page) });
    return planConnection(rows, null, page);
  }

  @FieldResolver(() => [Target], { description: 'What this unit promises, by deadline. | Chỉ tiêu của tỉnh.' })
  async targets(
    @Root() { id }: ProvinceReference,
    @Arg('metric', () => ID, { nullable: true, description: 'Code of a metric.' }) metric: string | null,
    @Arg('year', () => Int, { nullable: true, description: 'A year of the period of the plan.' }) year: number | null,
    @Ctx() context: RequestContext,
  ): Promise<Target[]> {
    const key = { provinceId: id, metric: metric ?? null, year: year ?? null };
    const targets = (await loadTargetsOfProvince(context).load(key)) ?? [];
    return targets.map((target) => ({ ...target, knownAt: null }));
  }

  @FieldResolver(() => TaskConnection, {
    description: 'Tasks of the plans of this unit, by plan and in print order. | Nhiệm vụ của tỉnh.',
  })
  tasks(
    @Root() { id }: ProvinceReference,
    @Args(() => TaskPageArguments) { filter, ...page }: TaskPageArguments,
    @Ctx() context: RequestContext,
  ): Promise<TaskConnection> {
    return taskConnection(context, 'PROVINCE', id, taskCriteria(filter, context.now, null), page);
  }
}
