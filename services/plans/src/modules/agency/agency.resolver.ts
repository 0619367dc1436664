import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@lientinh/subgraph';
import { AgencyReference } from '../references/references.types';
import { taskCriteria } from '../task/task-filter.rules';
import { taskConnection, TaskPageArguments } from '../task/task.resolver';
import { TaskConnection } from '../task/task.types';

@Resolver(() => AgencyReference)
export class AgencyTasksResolver {
  @FieldResolver(() => TaskConnection, {
    description: 'Tasks that the agency leads, by plan and in print order. | Nhiệm vụ chủ trì.',
  })
  leads(
    @Root() { id }: AgencyReference,
    @Args(() => TaskPageArguments) { filter, ...page }: TaskPageArguments,
    @Ctx() context: RequestContext,
  ): Promise<TaskConnection> {
    return taskConnection(context, 'LEAD', id, taskCriteria(filter, context.now, null), page);
  }
}
