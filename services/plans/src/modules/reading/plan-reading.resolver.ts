import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Reader } from '@lientinh/postgres';
import { Access, type RequestContext } from '@lientinh/subgraph';
import { PlanUnreadableError } from '@lientinh/plan-reader';
import { findPlans } from '../plan/plan.store';
import { provinceCodeOf, provinceOn } from '../province/province.rules';
import { agencyResolver } from '../publication/agency-resolver';
import { withoutUnknownIndices } from '../publication/index-goal.rules';
import { dayOfPlan, type PlanDraft } from '../publication/plan-draft';
import { planIdentity, planIdOf } from '../publication/plan-identity.rules';
import { planUnreadable } from '../publication/plan-publication.errors';
import { findCurrentPlanId, listCurrentTaskIds } from '../publication/plan-publication.store';
import { draftOfReading, readPlanText } from '../publication/read-draft';
import { showDraft } from './plan-reading.rules';
import { PlanReading } from './plan-reading.types';

@Resolver()
export class PlanReadingResolver {
  @Access('publisher', 'analyst')
  @Query(() => PlanReading, {
    description:
      'What the platform reads in a text, with the lines of each fact, what it could not read, and the plan that publishing it would supersede. Writes nothing. | Đọc thử kế hoạch.',
  })
  async readPlan(
    @Arg('text', () => String, { description: 'The plan as text; 2,000,000 characters at most.' }) text: string,
    @Arg('province', () => ID, { description: 'Code of the province that the plan is of.' }) province: string,
    @Arg('documentName', () => String, { nullable: true, description: 'Name shown as the source of each fact.' })
    documentName: string | null,
    @Ctx() { database, now }: RequestContext,
  ): Promise<PlanReading> {
    const code = provinceCodeOf(province);
    const draft = readDraft(text, code, now);
    const planId = await placeOf(draft, code, database.reader);
    const issuer = draft.issuer === null ? null : agencyResolver(code, dayOfPlan(draft)).resolve(draft.issuer);
    const shown = showDraft(draft, { planId, documentName: documentName ?? null, issuerId: issuer?.agencyKey ?? null });
    const [former] = planId === null ? [] : await findPlans(database.reader, [planId], null);
    const kept = new Set(shown.tasks.map(({ id }) => id));
    const formerTasks = former === undefined ? [] : await listCurrentTaskIds(database.reader, former.id);
    return {
      ...shown,
      supersedes: former === undefined ? null : { ...former, knownAt: null },
      tasksLost: formerTasks.filter((id) => !kept.has(id)),
    };
  }
}

function readDraft(text: string, provinceCode: string, now: Date): PlanDraft {
  try {
    return withoutUnknownIndices(draftOfReading(readPlanText(text, provinceCode, now)));
  } catch (error) {
    throw error instanceof PlanUnreadableError ? planUnreadable(error) : error;
  }
}

/** The id that the plan has or would get; null without a period. */
async function placeOf(draft: PlanDraft, provinceCode: string, reader: Reader): Promise<string | null> {
  const { periodFrom, periodTo } = draft;
  if (periodFrom === null || periodTo === null) return null;
  const provinceId = provinceOn(provinceCode, dayOfPlan(draft) ?? periodFrom).id;
  const approvingNumber = draft.approvingDecision?.number ?? null;
  const identity = planIdentity({ ...draft, provinceId, approvingNumber, periodFrom, periodTo });
  return (await findCurrentPlanId(reader, identity)) ?? planIdOf(identity);
}
