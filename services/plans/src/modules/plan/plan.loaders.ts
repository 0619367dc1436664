import { defineLoader } from '@lientinh/subgraph';
import type { Plan } from './plan.types';
import { findDocumentBodies, findPlans, findPlanVersions } from './plan.store';

/** Current plans by id. */
export const loadPlan = defineLoader<string, Plan>('plan', async (ids, { database }) => {
  const plans = await findPlans(database.reader, ids, null);
  return new Map(plans.map((plan) => [plan.id, { ...plan, knownAt: null }]));
});

/** Which version of a plan, and as of when it was asked for. */
export interface PlanVersionKey {
  readonly publicationSequence: number;
  readonly knownAt: string | null;
}

/** The plan that a fact belongs to: the version that its own publication states. */
export const loadPlanVersion = defineLoader<PlanVersionKey, Plan>(
  'plan-version',
  async (keys, { database }) => {
    const plans = await findPlanVersions(database.reader, [...new Set(keys.map((key) => key.publicationSequence))]);
    const bySequence = new Map(plans.map((plan) => [plan.publicationSequence, plan]));
    return new Map(
      keys.flatMap((key) => {
        const plan = bySequence.get(key.publicationSequence);
        return plan === undefined ? [] : [[versionText(key), { ...plan, knownAt: key.knownAt }] as const];
      }),
    );
  },
  versionText,
);

function versionText({ publicationSequence, knownAt }: PlanVersionKey): string {
  return `${publicationSequence}|${knownAt ?? ''}`;
}

/** The version of the plan that a fact belongs to; a fact without one is a fault. */
export async function planOfFact(fact: PlanVersionKey, context: Parameters<typeof loadPlanVersion>[0]): Promise<Plan> {
  const plan = await loadPlanVersion(context).load(fact);
  if (plan === undefined) throw new Error(`publication ${fact.publicationSequence} has facts and no plan`);
  return plan;
}

/** The text of a publication's document. */
export const loadDocumentBody = defineLoader<number, string>('plan-document', async (publications, { database }) => {
  const bodies = await findDocumentBodies(database.reader, publications);
  return new Map(bodies.map(({ publication, body }) => [String(publication), body]));
});
