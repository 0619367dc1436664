import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { dayInVietnam, type IsoDate } from '@lientinh/contracts';
import { CalendarDate, Instant, type RequestContext } from '@lientinh/subgraph';
import { groupConnection, WHOLE } from '../paging/grouped-page';
import { planOfFact } from '../plan/plan.loaders';
import { Plan } from '../plan/plan.types';
import { loadProgress } from '../progress/progress.loaders';
import { ProgressReport } from '../progress/progress.types';
import { TaskStatusEnum } from '../vocabulary/vocabulary.types';
import type { TaskStatus } from '../vocabulary/task-status';
import { taskCriteria, taskPlace } from './task-filter.rules';
import { taskStatus } from './task-status.rules';
import { loadAgencies, loadProducts, loadTaskPage } from './task.loaders';
import type { TaskCriteria, TaskGrouping } from './task.store';
import { Task, TaskAgency, TaskConnection, TaskFilter, TaskProduct } from './task.types';

@ArgsType()
export class TaskPageArguments {
  @Field(() => TaskFilter, { nullable: true, description: 'Which tasks.' })
  readonly filter?: TaskFilter | null;

  @Field(() => Int, { nullable: true, description: '50 unless said otherwise, 500 at most.' })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' })
  readonly after?: string | null;
}

@ArgsType()
class TasksArguments extends TaskPageArguments {
  @Field(() => Instant, { nullable: true, description: 'What the platform knew at this instant.' })
  readonly recordedAsOf?: string | null;
}

/** A page of the tasks of a parent, as a connection. */
export async function taskConnection(
  context: RequestContext,
  grouping: TaskGrouping,
  parent: string,
  criteria: TaskCriteria,
  page: Pick<TaskPageArguments, 'first' | 'after'>,
): Promise<TaskConnection> {
  const rows = await loadTaskPage(context).load({ grouping, parent, criteria, place: taskPlace(page) });
  const { knownAt } = criteria;
  const tasks = rows === undefined ? undefined : { ...rows, items: rows.items.map((task) => ({ ...task, knownAt })) };
  return groupConnection(tasks, page, ({ rank, planId, ordinal }) => [rank, planId, ordinal]);
}

@Resolver(() => Task)
export class TaskResolver {
  @Query(() => TaskConnection, {
    description: 'Tasks of all current plans, by plan and in print order; best match first in a search. | Nhiệm vụ.',
  })
  tasks(
    @Args(() => TasksArguments) { filter, recordedAsOf, ...page }: TasksArguments,
    @Ctx() context: RequestContext,
  ): Promise<TaskConnection> {
    const criteria = taskCriteria(filter, context.now, recordedAsOf ?? null);
    return taskConnection(context, 'WHOLE', WHOLE, criteria, page);
  }

  @FieldResolver(() => Plan, { description: 'The plan that sets it. | Kế hoạch.' })
  plan(@Root() task: Task, @Ctx() context: RequestContext): Promise<Plan> {
    return planOfFact(task, context);
  }

  @FieldResolver(() => [TaskProduct], { description: 'What it yields, in print order. | Sản phẩm.' })
  async products(@Root() task: Task, @Ctx() context: RequestContext): Promise<TaskProduct[]> {
    const [products, agencies] = await Promise.all([
      loadProducts(context).load(task),
      loadAgencies(context).load(task),
    ]);
    return (products ?? []).map(({ ordinal, product }) => {
      const own = (agencies ?? []).filter((entry) => entry.product === ordinal);
      const ofRole = (role: string): TaskAgency[] =>
        own.filter((entry) => entry.role === role).map(({ agency }) => agency);
      return { ...product, leads: ofRole('LEAD'), coordinators: ofRole('COORDINATOR') };
    });
  }

  @FieldResolver(() => [TaskAgency], { description: 'Who leads, in print order. | Cơ quan chủ trì.' })
  leads(@Root() task: Task, @Ctx() context: RequestContext): Promise<TaskAgency[]> {
    return agenciesOf(task, 'LEAD', context);
  }

  @FieldResolver(() => [TaskAgency], { description: 'Who coordinates, in print order. | Cơ quan phối hợp.' })
  coordinators(@Root() task: Task, @Ctx() context: RequestContext): Promise<TaskAgency[]> {
    return agenciesOf(task, 'COORDINATOR', context);
  }

  @FieldResolver(() => TaskStatusEnum, {
    description:
      'Computed on the day asked for, from the due period and the progress reported up to that day. | Tình trạng.',
  })
  async status(
    @Root() task: Task,
    @Arg('asOf', () => CalendarDate, { nullable: true, description: 'Today in Việt Nam if left out.' })
    asOf: IsoDate | null,
    @Ctx() context: RequestContext,
  ): Promise<TaskStatus> {
    const reports = (await loadProgress(context).load(task)) ?? [];
    return taskStatus(task.earliestDeadline, reports, asOf ?? dayInVietnam(context.now));
  }

  @FieldResolver(() => [ProgressReport], { description: 'What was reported, latest day first. | Tiến độ.' })
  async progress(@Root() task: Task, @Ctx() context: RequestContext): Promise<readonly ProgressReport[]> {
    return (await loadProgress(context).load(task)) ?? [];
  }
}

async function agenciesOf(task: Task, role: 'LEAD' | 'COORDINATOR', context: RequestContext): Promise<TaskAgency[]> {
  const agencies = (await loadAgencies(context).load(task)) ?? [];
  return agencies.filter((entry) => entry.product === 0 && entry.role === role).map(({ agency }) => agency);
}
