import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { PublicationReceipt, toReceipt, type PublishingServices } from '@lientinh/publishing';
import { Access, type RequestContext } from '@lientinh/subgraph';
import { PublishPlanInput } from './plan-input.types';
import { publishPlan, retractPlan } from './publish-plan';

@Resolver()
export class PlanPublicationResolver {
  @Access('publisher')
  @Mutation(() => PublicationReceipt, {
    description:
      'Publishes one plan of the own province, as text or structured: all of it or nothing. The same plan published again supersedes its former version; tasks keep their ids where number and content agree. A dry run counts the rows; the query readPlan shows what the text is read as. | Công bố kế hoạch.',
  })
  async publishPlan(
    @Arg('input', () => PublishPlanInput, { description: 'The plan.' }) input: PublishPlanInput,
    @Ctx() context: RequestContext<PublishingServices>,
  ): Promise<PublicationReceipt> {
    const { idempotencyKey, dryRun, province, text, plan, documentName, corrects, issuerAgency } = input;
    const outcome = await publishPlan(context, {
      idempotencyKey,
      dryRun: dryRun ?? false,
      province,
      text: text ?? null,
      plan: plan ?? null,
      documentName: documentName?.trim() || null,
      corrects: corrects ?? null,
      issuerAgency: issuerAgency ?? null,
    });
    return toReceipt(outcome, context.language);
  }

  @Access('publisher')
  @Mutation(() => PublicationReceipt, {
    description:
      'Takes a plan back: the version that it had superseded is current again; its history stays. | Thu hồi kế hoạch.',
  })
  async retractPlan(
    @Arg('publication', () => ID, { description: 'Id of the publication, for example plan-17.' }) publication: string,
    @Arg('reason', () => String, { description: 'Why; it stays in the ledger.' }) reason: string,
    @Ctx() context: RequestContext<PublishingServices>,
  ): Promise<PublicationReceipt> {
    return toReceipt(await retractPlan(context, publication, reason), context.language);
  }
}
