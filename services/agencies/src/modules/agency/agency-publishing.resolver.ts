import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { dayInVietnam, type ProvinceCode } from '@lientinh/contracts';
import { getLatestProvince } from '@lientinh/datasets';
import { mayPublishDataset, notPermitted, throwIfRefused, type Publisher } from '@lientinh/identity';
import {
  contentHash,
  ProblemReport,
  publish,
  PublicationReceipt,
  requireRegistered,
  retract,
  rowsMissing,
  toReceipt,
  tooManyRows,
  type JsonValue,
  type PublishSteps,
} from '@lientinh/publishing';
import { Access, type RequestContext } from '@lientinh/subgraph';
import { PublishAgenciesInput } from './agency-input.types';
import { agenciesDataset, stagedRow } from './agency.dataset';
import { mayPublishAgencies } from './agency.rules';
import type { AgencyServices } from './agency.services';

const MOST_ROWS = 20_000;
const DATASET = 'AGENCIES';

@Resolver()
export class AgencyPublishingResolver {
  @Access('publisher')
  @Mutation(() => PublicationReceipt, {
    description:
      'Publishes agencies of the own province, or of the centre (publishers for the whole country). All rows or none; agencies that are ' +
      'not stated stay as they are. | Công bố danh mục cơ quan.',
  })
  async publishAgencies(
    @Ctx() context: RequestContext<AgencyServices>,
    @Arg('input', () => PublishAgenciesInput, { description: 'What is published. | Nội dung.' })
    input: PublishAgenciesInput,
  ): Promise<PublicationReceipt> {
    const rows = input.agencies.length;
    if (rows === 0) throw rowsMissing({});
    if (rows > MOST_ROWS) throw tooManyRows({ rows, limit: MOST_ROWS });
    const province = input.province ?? null;
    throwIfRefused(mayPublishAgencies(context.principal, province));
    const { registry, signer } = context.services.office;
    await requireRegistered(registry, context.principal, DATASET, [{ dataset: DATASET, province }]);
    const submission = {
      dataset: DATASET,
      publisher: publisherOf(context).publisherId,
      province: province === null ? null : getLatestProvince(province, dayInVietnam(context.now)).id,
      idempotencyKey: input.idempotencyKey,
      dryRun: input.dryRun ?? false,
      scope: { province },
      confidential: null,
    } as const;
    const outcome = await publish(context.database, submission, stepsOf(input, province), signer);
    return toReceipt(outcome, context.language);
  }

  @Access('publisher')
  @Mutation(() => PublicationReceipt, {
    description:
      'Takes an own publication of agencies back: what it had replaced is current again, its history stays. | Thu hồi lần công bố.',
  })
  async retractAgencies(
    @Ctx() context: RequestContext<AgencyServices>,
    @Arg('publication', () => ID, { description: 'Id of the publication: agencies-7. | Lần công bố.' })
    publication: string,
    @Arg('reason', () => String, { description: 'Why; it stays in the ledger. | Lý do.' }) reason: string,
  ): Promise<PublicationReceipt> {
    throwIfRefused(mayPublishDataset(context.principal, DATASET));
    await requireRegistered(context.services.office.registry, context.principal, DATASET);
    const publisher = publisherOf(context).publisherId;
    const outcome = await retract(
      context.database,
      { dataset: DATASET, publisher, publication, reason },
      { restore: agenciesDataset.restore },
    );
    return toReceipt(outcome, context.language);
  }
}

function publisherOf({ principal }: RequestContext): Publisher {
  if (principal.role !== 'publisher') throw notPermitted({ right: 'ROLE', subject: 'publisher' });
  return principal;
}

function stepsOf({ agencies }: PublishAgenciesInput, province: ProvinceCode | null): PublishSteps {
  return {
    async stage(writer) {
      await agenciesDataset.createStaging(writer);
      const rowCount = await agenciesDataset.stage(writer, agencies.map(stagedRow));
      const problems = new ProblemReport();
      await agenciesDataset.check(writer, province, problems);
      // Broken characters cannot be hashed; they are among the problems, and what has problems is never recorded.
      const hash = problems.isEmpty ? contentHash({ scope: { province }, rows: agencies as unknown as JsonValue }) : '';
      return { rowCount, contentHash: hash, problems };
    },
    store: (writer, entry) => agenciesDataset.store(writer, province, entry),
  };
}
