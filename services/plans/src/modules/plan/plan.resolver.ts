import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { dayInVietnam } from '@lientinh/contracts';
import type { ReformArea } from '@lientinh/plan-reader';
import { loadPublication, ProvinceReference, Publication } from '@lientinh/publishing';
import { Instant, type RequestContext } from '@lientinh/subgraph';
import { groupConnection, type GroupPage } from '../paging/grouped-page';
import { PlanFinding } from '../finding/finding.types';
import { loadIndexGoalsOfPlan } from '../index-goal/index-goal.loaders';
import { IndexGoal } from '../index-goal/index-goal.types';
import { LegalReference } from '../legal-reference/legal-reference.types';
import { publicationId } from '../publication/publication-id';
import { AgencyReference } from '../references/references.types';
import { ReportDuty } from '../report-duty/report-duty.types';
import { Shortcoming } from '../shortcoming/shortcoming.types';
import { loadTargetsOfPlan } from '../target/target.loaders';
import { Target } from '../target/target.types';
import { taskConnection } from '../task/task.resolver';
import { TaskConnection } from '../task/task.types';
import { ReformAreaEnum } from '../vocabulary/vocabulary.types';
import { planCriteria, planPlace } from './plan-filter.rules';
import { loadFindings, loadLegalReferences, loadReportDuties, loadShortcomings } from './plan-parts.loaders';
import { loadDocumentBody } from './plan.loaders';
import type { PlanRow } from './plan.row';
import { findPlans, readPlanPage } from './plan.store';
import { Plan, PlanConnection, PlanFilter } from './plan.types';

@ArgsType()
export class PlanPageArguments {
  @Field(() => PlanFilter, { nullable: true, description: 'Which plans.' })
  readonly filter?: PlanFilter | null;

  @Field(() => Int, { nullable: true, description: '50 unless said otherwise, 500 at most.' })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' })
  readonly after?: string | null;
}

@ArgsType()
class PlansArguments extends PlanPageArguments {
  @Field(() => Instant, { nullable: true, description: 'What the platform knew at this instant.' })
  readonly recordedAsOf?: string | null;
}

@ArgsType()
class PlanTaskArguments {
  @Field(() => ReformAreaEnum, { nullable: true, description: 'Area of reform.' })
  readonly area?: ReformArea | null;

  @Field(() => Int, { nullable: true, description: '50 unless said otherwise, 500 at most.' })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' })
  readonly after?: string | null;
}

/** A page of plans as a connection. */
export function planConnection(
  page: GroupPage<PlanRow> | undefined,
  knownAt: string | null,
  place: Pick<PlanPageArguments, 'first' | 'after'>,
): PlanConnection {
  const plans = page === undefined ? undefined : { ...page, items: page.items.map((plan) => ({ ...plan, knownAt })) };
  return groupConnection(plans, place, ({ rank, periodTo, id }) => [rank, periodTo, id]);
}

@Resolver(() => Plan)
export class PlanResolver {
  @Query(() => Plan, { nullable: true, description: 'A plan by its id. | Một kế hoạch.' })
  async plan(
    @Arg('id', () => ID, { description: 'Id of the plan.' }) id: string,
    @Arg('recordedAsOf', () => Instant, { nullable: true, description: 'What the platform knew at this instant.' })
    recordedAsOf: string | null,
    @Ctx() { database }: RequestContext,
  ): Promise<Plan | null> {
    const [plan] = await findPlans(database.reader, [id], recordedAsOf ?? null);
    return plan === undefined ? null : { ...plan, knownAt: recordedAsOf ?? null };
  }

  @Query(() => PlanConnection, {
    description: 'Plans, latest period first; best match first in a search. | Các kế hoạch.',
  })
  async plans(
    @Args(() => PlansArguments) { filter, recordedAsOf, ...page }: PlansArguments,
    @Ctx() { database }: RequestContext,
  ): Promise<PlanConnection> {
    const knownAt = recordedAsOf ?? null;
    const rows = await readPlanPage(database.reader, planCriteria(filter, knownAt), planPlace(page));
    return planConnection(rows, knownAt, page);
  }

  @FieldResolver(() => ProvinceReference, { description: 'The province on the day of the plan. | Tỉnh.' })
  province(@Root() { provinceId }: Plan): ProvinceReference {
    return { id: provinceId };
  }

  @FieldResolver(() => AgencyReference, { description: 'Who issued it. | Cơ quan ban hành.' })
  issuer(@Root() { issuerAgency }: Plan): AgencyReference {
    return { id: issuerAgency };
  }

  @FieldResolver(() => [LegalReference], {
    description: 'What it cites, in the order of first citation. | Căn cứ pháp lý.',
  })
  async legalReferences(@Root() plan: Plan, @Ctx() context: RequestContext): Promise<readonly LegalReference[]> {
    return (await loadLegalReferences(context).load(plan.publicationSequence)) ?? [];
  }

  @FieldResolver(() => [Target], { description: 'The figures it promises, in print order. | Chỉ tiêu.' })
  async targets(
    @Root() { publicationSequence, knownAt }: Plan,
    @Arg('area', () => ReformAreaEnum, { nullable: true, description: 'Area of reform.' }) area: ReformArea | null,
    @Ctx() context: RequestContext,
  ): Promise<Target[]> {
    const targets = (await loadTargetsOfPlan(context).load(publicationSequence)) ?? [];
    return targets.filter((target) => (area ?? target.area) === target.area).map((target) => ({ ...target, knownAt }));
  }

  @FieldResolver(() => TaskConnection, { description: 'Its tasks, in print order. | Nhiệm vụ.' })
  tasks(
    @Root() { publicationSequence, knownAt }: Plan,
    @Args(() => PlanTaskArguments) { area, ...page }: PlanTaskArguments,
    @Ctx() context: RequestContext,
  ): Promise<TaskConnection> {
    const criteria = {
      ...{ provinceIds: null, planId: null, leads: null, status: null, dueBefore: null, search: null },
      ...{ area: area ?? null, asOf: dayInVietnam(context.now), knownAt },
    };
    return taskConnection(context, 'PLAN', String(publicationSequence), criteria, page);
  }

  @FieldResolver(() => [IndexGoal], {
    description: 'What it promises for indices, in print order. | Mục tiêu về chỉ số.',
  })
  async indexGoals(
    @Root() { publicationSequence, knownAt }: Plan,
    @Arg('index', () => ID, { nullable: true, description: 'Code of an index.' }) index: string | null,
    @Ctx() context: RequestContext,
  ): Promise<IndexGoal[]> {
    const goals = (await loadIndexGoalsOfPlan(context).load(publicationSequence)) ?? [];
    return goals.filter(({ indexCode }) => (index ?? indexCode) === indexCode).map((goal) => ({ ...goal, knownAt }));
  }

  @FieldResolver(() => [Shortcoming], { description: 'Where it says points were lost. | Hạn chế.' })
  async shortcomings(@Root() plan: Plan, @Ctx() context: RequestContext): Promise<readonly Shortcoming[]> {
    return (await loadShortcomings(context).load(plan.publicationSequence)) ?? [];
  }

  @FieldResolver(() => [ReportDuty], { description: 'The reports it asks for. | Chế độ báo cáo.' })
  async reportDuties(@Root() plan: Plan, @Ctx() context: RequestContext): Promise<readonly ReportDuty[]> {
    return (await loadReportDuties(context).load(plan.publicationSequence)) ?? [];
  }

  @FieldResolver(() => [PlanFinding], {
    description:
      'Where the document contradicts itself or could not be read: sums that do not add up, two maxima for one criterion, a due text without a date. | Phát hiện.',
  })
  async findings(@Root() plan: Plan, @Ctx() context: RequestContext): Promise<readonly PlanFinding[]> {
    return (await loadFindings(context).load(plan.publicationSequence)) ?? [];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The text as it was sent, for showing the lines that facts come from; null for a structured plan. | Văn bản.',
  })
  async documentText(@Root() plan: Plan, @Ctx() context: RequestContext): Promise<string | null> {
    return (await loadDocumentBody(context).load(plan.publicationSequence)) ?? null;
  }

  @FieldResolver(() => Publication, {
    nullable: true,
    description: 'The publication that states this version. | Lần công bố.',
  })
  async publication(@Root() plan: Plan, @Ctx() context: RequestContext): Promise<Publication | null> {
    return (await loadPublication(context).load(publicationId('PLAN', plan.publicationSequence))) ?? null;
  }
}
