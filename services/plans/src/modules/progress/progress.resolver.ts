import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import {
  loadPublication,
  Publication,
  PublicationReceipt,
  toReceipt,
  type PublishingServices,
} from '@lientinh/publishing';
import { Access, type RequestContext } from '@lientinh/subgraph';
import { publicationId } from '../publication/publication-id';
import { ProgressReport, ReportTaskProgressInput } from './progress.types';
import { reportProgress, retractProgress } from './report-progress';

@Resolver(() => ProgressReport)
export class ProgressResolver {
  @Access('publisher')
  @Mutation(() => PublicationReceipt, {
    description:
      'Reports the state of tasks of one plan on one day: all rows or none. Only for the own province. | Báo cáo tiến độ.',
  })
  async reportTaskProgress(
    @Arg('input', () => ReportTaskProgressInput, { description: 'The report.' }) input: ReportTaskProgressInput,
    @Ctx() context: RequestContext<PublishingServices>,
  ): Promise<PublicationReceipt> {
    const outcome = await reportProgress(context, {
      idempotencyKey: input.idempotencyKey,
      dryRun: input.dryRun ?? false,
      plan: input.plan,
      reportedOn: input.reportedOn,
      items: input.items.map(({ task, status, percent, note }) => ({
        task,
        status,
        percent: percent ?? null,
        note: note ?? null,
      })),
    });
    return toReceipt(outcome, context.language);
  }

  @Access('publisher')
  @Mutation(() => PublicationReceipt, {
    description:
      'Takes a progress report back: what it had replaced counts again; its history stays. | Thu hồi báo cáo tiến độ.',
  })
  async retractTaskProgress(
    @Arg('publication', () => ID, { description: 'Id of the publication, for example task-progress-3.' })
    publication: string,
    @Arg('reason', () => String, { description: 'Why; it stays in the ledger.' }) reason: string,
    @Ctx() context: RequestContext<PublishingServices>,
  ): Promise<PublicationReceipt> {
    return toReceipt(await retractProgress(context, publication, reason), context.language);
  }

  @FieldResolver(() => Publication, { description: 'The publication that reported it. | Lần công bố.' })
  async publication(@Root() report: ProgressReport, @Ctx() context: RequestContext): Promise<Publication> {
    const id = publicationId('TASK_PROGRESS', report.publicationSequence);
    const publication = await loadPublication(context).load(id);
    if (publication === undefined) throw new Error(`progress names the publication ${id}, which is not there`);
    return publication;
  }
}
