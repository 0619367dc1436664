import { Arg, Ctx, FieldResolver, Float, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { dayInVietnam, type AdministrativeLevel } from '@lientinh/contracts';
import { mayPublish, mayPublishDataset, throwIfRefused } from '@lientinh/identity';
import {
  ProvinceReference,
  PublicationReceipt,
  requireRegistered,
  retract,
  toReceipt,
  type PublishingServices,
} from '@lientinh/publishing';
import { Access, CalendarDate, Instant, type RequestContext } from '@lientinh/subgraph';
import { procedureCode } from '../procedure/procedure-code.rules';
import { procedureCodeUnknown } from '../procedure/procedure.errors';
import { comparedProvinceIds } from '../province/province-lookup.rules';
import { LATEST_INSTANT } from '../reference/instants';
import { findNearestProcedures } from '../register/nearest.store';
import { publisherId } from '../vocabulary/publisher-id';
import { AdministrativeLevelType } from '../vocabulary/vocabulary.types';
import { checkPeriod, metricPercent, NO_DOSSIERS, toSummary } from './dossier-summary.rules';
import { sumDossiers } from './dossier-summary.store';
import { checkRowCount, publishDossiers, retractDossiersSteps } from './dossier.dataset';
import { loadDossierSummary } from './dossier.loaders';
import { DossierSummary, PublishDossierStatisticsInput } from './dossier.types';

@Resolver(() => DossierSummary)
export class DossierResolver {
  @Query(() => [DossierSummary], {
    description:
      'Dossiers of provinces over a period, in the order asked for. A month belongs to the period when its first day does; codes mean the units of its last day. | So sánh kết quả giải quyết hồ sơ.',
  })
  async dossierComparison(
    @Arg('provinces', () => [ID], { description: 'Codes of provinces.' }) provinces: string[],
    @Arg('from', () => CalendarDate, { description: 'First day.' }) from: string,
    @Arg('to', () => CalendarDate, { description: 'Last day.' }) to: string,
    @Arg('procedure', () => ID, { nullable: true, description: 'Only this procedure.' })
    procedure: string | null | undefined,
    @Arg('field', () => String, { nullable: true, description: 'Only this field; case and diacritics do not count.' })
    field: string | null,
    @Arg('level', () => AdministrativeLevelType, { nullable: true, description: 'Only procedures of this level.' })
    level: AdministrativeLevel | null,
    @Arg('recordedAsOf', () => Instant, { nullable: true, description: 'As the platform knew it at this instant.' })
    recordedAsOf: string | null,
    @Ctx() context: RequestContext,
  ): Promise<DossierSummary[]> {
    checkPeriod(from, to);
    const ids = comparedProvinceIds(provinces, to);
    const code = procedure === null || procedure === undefined ? null : await knownCode(procedure, context);
    const found = await sumDossiers(context.database.reader, {
      provinces: ids,
      from,
      to,
      procedure: code,
      field: field ?? null,
      level: level ?? null,
      knownAt: recordedAsOf ?? LATEST_INSTANT,
    });
    return ids.map((id) => toSummary(id, found.get(id) ?? NO_DOSSIERS));
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'What was reached of a metric of the plans, in percent like its targets: ON_TIME_DOSSIER_SHARE, ONLINE_DOSSIER_SHARE, POSTAL_DOSSIER_SHARE, E_PAYMENT_SHARE, RESULT_DIGITISATION_SHARE; null for others. | Tỷ lệ đạt được.',
  })
  metricPercent(
    @Root() summary: DossierSummary,
    @Arg('metric', () => ID, { description: 'Code of the metric.' }) metric: string,
  ): number | null {
    return metricPercent(summary, metric);
  }

  @Access('publisher')
  @Mutation(() => PublicationReceipt, {
    description:
      'Publishes monthly dossier statistics of one province, row by row in place of earlier ones. | Công bố số liệu hồ sơ.',
  })
  async publishDossierStatistics(
    @Arg('input', () => PublishDossierStatisticsInput, { description: 'The rows.' })
    input: PublishDossierStatisticsInput,
    @Ctx() context: RequestContext<PublishingServices>,
  ): Promise<PublicationReceipt> {
    const { province, rows, idempotencyKey } = input;
    const { registry, signer } = context.services.office;
    const right = { dataset: 'DOSSIER_STATISTICS', province } as const;
    throwIfRefused(mayPublish(context.principal, right));
    await requireRegistered(registry, context.principal, right.dataset, [right]);
    checkRowCount(rows);
    const outcome = await publishDossiers(context.database, {
      province,
      rows,
      idempotencyKey,
      dryRun: input.dryRun ?? false,
      publisher: publisherId(context.principal),
      signer,
      today: dayInVietnam(context.now),
    });
    return toReceipt(outcome, context.language);
  }

  @Access('publisher')
  @Mutation(() => PublicationReceipt, {
    description: 'Takes dossier statistics back; what they had replaced is current again. | Thu hồi số liệu hồ sơ.',
  })
  async retractDossierStatistics(
    @Arg('publication', () => ID, { description: 'Id of the publication.' }) publication: string,
    @Arg('reason', () => String, { description: 'Why; kept in the ledger.' }) reason: string,
    @Ctx() context: RequestContext<PublishingServices>,
  ): Promise<PublicationReceipt> {
    throwIfRefused(mayPublishDataset(context.principal, 'DOSSIER_STATISTICS'));
    await requireRegistered(context.services.office.registry, context.principal, 'DOSSIER_STATISTICS');
    const publisher = publisherId(context.principal);
    const order = { dataset: 'DOSSIER_STATISTICS', publisher, publication, reason } as const;
    return toReceipt(await retract(context.database, order, retractDossiersSteps), context.language);
  }
}

async function knownCode(printed: string, { database }: RequestContext): Promise<string> {
  const code = procedureCode(printed);
  if (code !== null) return code;
  const [nearest = []] = await findNearestProcedures(database.reader, [{ printed, name: null }]);
  throw procedureCodeUnknown({ code: printed, nearest });
}

@Resolver(() => ProvinceReference)
export class ProvinceDossiersResolver {
  @FieldResolver(() => DossierSummary, {
    description:
      'Dossiers of the province over a period; a month belongs to it when its first day does. | Kết quả giải quyết hồ sơ của tỉnh.',
  })
  async dossierSummary(
    @Root() { id }: ProvinceReference,
    @Arg('from', () => CalendarDate, { description: 'First day.' }) from: string,
    @Arg('to', () => CalendarDate, { description: 'Last day.' }) to: string,
    @Ctx() context: RequestContext,
  ): Promise<DossierSummary> {
    checkPeriod(from, to);
    return (await loadDossierSummary(context).load({ province: id, from, to })) ?? toSummary(id, NO_DOSSIERS);
  }
}
