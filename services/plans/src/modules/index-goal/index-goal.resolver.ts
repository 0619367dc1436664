import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@lientinh/subgraph';
import { planOfFact } from '../plan/plan.loaders';
import { Plan } from '../plan/plan.types';
import { IndexGoal } from './index-goal.types';

@Resolver(() => IndexGoal)
export class IndexGoalResolver {
  @FieldResolver(() => Plan, { description: 'The plan that promises it. | Kế hoạch.' })
  plan(@Root() goal: IndexGoal, @Ctx() context: RequestContext): Promise<Plan> {
    return planOfFact(goal, context);
  }
}
