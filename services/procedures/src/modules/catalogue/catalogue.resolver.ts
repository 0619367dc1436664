import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { ProvinceCode } from '@lientinh/contracts';
import { getProvince } from '@lientinh/datasets';
import { mayPublish, mayPublishDataset, throwIfRefused } from '@lientinh/identity';
import {
  PublicationReceipt,
  requireRegistered,
  retract,
  toReceipt,
  type PublishingServices,
} from '@lientinh/publishing';
import { Access, type RequestContext } from '@lientinh/subgraph';
import { checkRowCount } from '../dossier/dossier.dataset';
import { publisherId } from '../vocabulary/publisher-id';
import { publishCatalogue, publishRegister, retractProceduresSteps } from './catalogue.dataset';
import { PublishNationalProceduresInput, PublishProceduresInput } from './catalogue.types';

@Resolver()
export class CatalogueResolver {
  @Access('publisher')
  @Mutation(() => PublicationReceipt, {
    description:
      'Publishes the whole catalogue of a province as of a day; what is missing from it ceases there. | Công bố danh mục thủ tục.',
  })
  async publishProcedures(
    @Arg('input', () => PublishProceduresInput, { description: 'The catalogue.' }) input: PublishProceduresInput,
    @Ctx() context: RequestContext<PublishingServices>,
  ): Promise<PublicationReceipt> {
    await requireRight(context, input.province);
    checkRowCount(input.procedures);
    const catalogue = { province: getProvince(input.province, input.asOf).id, asOf: input.asOf };
    const outcome = await publishCatalogue(context.database, orderOf(input, context), catalogue, input.procedures);
    return toReceipt(outcome, context.language);
  }

  @Access('publisher')
  @Mutation(() => PublicationReceipt, {
    description:
      'Publishes procedures of the national register: from then on codes that it does not list are refused. Needs the right to procedures of the whole country. | Công bố danh mục thủ tục quốc gia.',
  })
  async publishNationalProcedures(
    @Arg('input', () => PublishNationalProceduresInput, { description: 'The procedures.' })
    input: PublishNationalProceduresInput,
    @Ctx() context: RequestContext<PublishingServices>,
  ): Promise<PublicationReceipt> {
    await requireRight(context, null);
    checkRowCount(input.procedures);
    const outcome = await publishRegister(context.database, orderOf(input, context), input.procedures);
    return toReceipt(outcome, context.language);
  }

  @Access('publisher')
  @Mutation(() => PublicationReceipt, {
    description:
      'Takes a catalogue or a part of the register back; what it had replaced is current again. | Thu hồi danh mục.',
  })
  async retractProcedures(
    @Arg('publication', () => ID, { description: 'Id of the publication.' }) publication: string,
    @Arg('reason', () => String, { description: 'Why; kept in the ledger.' }) reason: string,
    @Ctx() context: RequestContext<PublishingServices>,
  ): Promise<PublicationReceipt> {
    throwIfRefused(mayPublishDataset(context.principal, 'PROCEDURES'));
    await requireRegistered(context.services.office.registry, context.principal, 'PROCEDURES');
    const publisher = publisherId(context.principal);
    const order = { dataset: 'PROCEDURES', publisher, publication, reason } as const;
    return toReceipt(await retract(context.database, order, retractProceduresSteps), context.language);
  }
}

/** Token and registry both allow procedures of this province, or of the country. */
async function requireRight(
  { principal, services }: RequestContext<PublishingServices>,
  province: ProvinceCode | null,
): Promise<void> {
  const right = { dataset: 'PROCEDURES', province } as const;
  throwIfRefused(mayPublish(principal, right));
  await requireRegistered(services.office.registry, principal, right.dataset, [right]);
}

function orderOf(
  input: { readonly idempotencyKey: string; readonly dryRun?: boolean | null },
  { principal, services }: RequestContext<PublishingServices>,
) {
  const { idempotencyKey, dryRun } = input;
  return { publisher: publisherId(principal), idempotencyKey, dryRun: dryRun ?? false, signer: services.office.signer };
}
