import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { dayInVietnam, type IsoDate, type Language } from '@lientinh/contracts';
import { provinceCatalogue } from '@lientinh/datasets';
import { loadPublication, ProvinceReference, Publication, publicationId } from '@lientinh/publishing';
import { CalendarDate, type Connection, type RequestContext } from '@lientinh/subgraph';
import { LanguageType } from '../vocabulary';
import { unitOf } from '../province';
import { agencyPage } from './agency-page';
import { loadAgency } from './agency.loaders';
import type { AgencyRecord } from './agency.row';
import { agencyName, scopeOf, scopeWithin, unitMeant, unitOfAgency } from './agency.rules';
import type { AgencyServices } from './agency.services';
import { Agency, AgencyConnection, AgencyFilter, AgencyMatch } from './agency.types';

const MOST_MATCHES = 100;
const FIRST = 'Page size: 50 unless stated, 500 at most. | Số mục mỗi trang.';
const AFTER = 'endCursor of the page before. | Con trỏ trang trước.';
const LIST_ORDER = 'best match first where there is a search, then by Vietnamese name';

/** Finds an agency by its key, for other subgraphs. */
export async function resolveAgencyReference({ id }: { id: string }, context: RequestContext): Promise<Agency | null> {
  return (await loadAgency(context).load(id)) ?? null;
}

@Resolver(() => Agency)
export class AgencyResolver {
  @Query(() => Agency, {
    nullable: true,
    description: 'An agency by id; null when nobody publishes it. | Một cơ quan.',
  })
  async agency(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'For example 62/so-noi-vu. | Định danh.' }) id: string,
  ): Promise<Agency | null> {
    return (await loadAgency(context).load(id)) ?? null;
  }

  @Query(() => AgencyConnection, { description: `Agencies, ${LIST_ORDER}. | Danh mục cơ quan.` })
  agencies(
    @Ctx() context: RequestContext,
    @Arg('filter', () => AgencyFilter, { nullable: true, description: 'Which. | Bộ lọc.' })
    filter?: AgencyFilter | null,
    @Arg('first', () => Int, { nullable: true, description: FIRST }) first?: number | null,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after?: string | null,
  ): Promise<Connection<Agency>> {
    const parts = scopeOf(filter ?? {}, provinceCatalogue(), dayInVietnam(context.now));
    return agencyPage(context, { scope: 'agencies', parts, filter: filter ?? {}, first, after });
  }

  @Query(() => [AgencyMatch], {
    description:
      'Which agency a name as printed in a document means, best match first, 100 at most: abbreviations, old names, spelling variants. ' +
      'With a day, agencies that had ended give way to their successors. | Tên in trong văn bản là cơ quan nào.',
  })
  async resolveAgency(
    @Ctx() context: RequestContext<AgencyServices>,
    @Arg('name', () => String, { description: 'The name as printed. | Tên như in.' }) name: string,
    @Arg('province', () => ID, {
      nullable: true,
      description:
        'Code (GSO) of the province whose document it is, read on asOf; a province named in the name itself goes before. | Mã tỉnh.',
    })
    province?: string | null,
    @Arg('asOf', () => CalendarDate, { nullable: true, description: 'Day of the document. | Ngày văn bản.' })
    asOf?: IsoDate | null,
  ): Promise<readonly AgencyMatch[]> {
    const code = province ?? null;
    if (code !== null) unitMeant(code, asOf, dayInVietnam(context.now));
    const directory = await context.services.names.current(context.database.reader);
    const place = code === null ? {} : { provinceCode: code };
    const day = asOf === null || asOf === undefined ? {} : { asOf };
    return directory
      .resolve(name, { ...place, ...day })
      .slice(0, MOST_MATCHES)
      .map(({ agency, confidence, matchedAlias }) => ({ agency: agency.record, confidence, matchedAlias }));
  }

  @FieldResolver(() => String, { description: 'Name without the province; English where it is published. | Tên.' })
  name(
    @Root() agency: AgencyRecord,
    @Arg('language', () => LanguageType, { nullable: true, defaultValue: 'VI', description: 'Language. | Ngôn ngữ.' })
    language: Language | null,
  ): string {
    return agencyName(agency, language ?? 'VI');
  }

  @FieldResolver(() => ProvinceReference, {
    nullable: true,
    description: 'Its province: the latest unit of the code while it worked; null for agencies of the centre. | Tỉnh.',
  })
  province(@Root() agency: AgencyRecord): ProvinceReference | null {
    return unitOfAgency(agency, provinceCatalogue());
  }

  @FieldResolver(() => Agency, { nullable: true, description: 'The agency it belongs to. | Cơ quan chủ quản.' })
  async parent(@Root() { parentId }: AgencyRecord, @Ctx() context: RequestContext): Promise<Agency | null> {
    return parentId === null ? null : ((await loadAgency(context).load(parentId)) ?? null);
  }

  @FieldResolver(() => [Agency], { description: 'Who took its tasks over. | Cơ quan kế thừa.' })
  async successors(@Root() { successorIds }: AgencyRecord, @Ctx() context: RequestContext): Promise<readonly Agency[]> {
    const found = await Promise.all(successorIds.map((id) => loadAgency(context).load(id)));
    return found.filter((agency) => agency !== undefined);
  }

  @FieldResolver(() => Publication, { nullable: true, description: 'The publication that states it. | Lần công bố.' })
  async publication(@Root() agency: AgencyRecord, @Ctx() context: RequestContext): Promise<Publication | null> {
    return (await loadPublication(context).load(publicationId('AGENCIES', agency.publication))) ?? null;
  }
}

@Resolver(() => ProvinceReference)
export class ProvinceAgenciesResolver {
  @FieldResolver(() => AgencyConnection, {
    description: `Its agencies, those of its districts and communes included; ${LIST_ORDER}. | Các cơ quan của tỉnh.`,
  })
  agencies(
    @Root() province: ProvinceReference,
    @Ctx() context: RequestContext,
    @Arg('filter', () => AgencyFilter, { nullable: true, description: 'Which. | Bộ lọc.' })
    filter?: AgencyFilter | null,
    @Arg('first', () => Int, { nullable: true, description: FIRST }) first?: number | null,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after?: string | null,
  ): Promise<Connection<Agency>> {
    const parts = scopeWithin(unitOf(province), filter ?? {});
    return agencyPage(context, { scope: province.id, parts, filter: filter ?? {}, first, after });
  }
}
