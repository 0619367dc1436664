import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { dayInVietnam } from '@lientinh/contracts';
import { ProvinceReference } from '@lientinh/publishing';
import { CalendarDate, decodeCursor, pageSize, toConnection, type RequestContext } from '@lientinh/subgraph';
import { loadOfferings } from '../offering/offering.loaders';
import { ProcedureOffering } from '../offering/offering.types';
import { provinceIds } from '../province/province-lookup.rules';
import { AgencyReference } from '../vocabulary/vocabulary.types';
import { procedureCode } from './procedure-code.rules';
import { authorityId, loadProcedure, loadProcedurePage } from './procedure.loaders';
import { toProcedure } from './procedure.row';
import type { ProcedureQuery } from './procedure.store';
import { Procedure, ProcedureConnection, ProcedureFilter } from './procedure.types';
import { searchTerms } from './search-terms.rules';

/** What a list of procedures was asked with. */
interface ListArguments {
  readonly filter: ProcedureFilter | null | undefined;
  readonly first: number | null | undefined;
  readonly after: string | null | undefined;
}

function toQuery({ filter, first, after }: ListArguments, province: string | null, today: string): ProcedureQuery {
  const asOf = filter?.asOf ?? today;
  const key = decodeCursor(after, 2);
  const named = filter?.provinces ? provinceIds(filter.provinces, asOf) : null;
  return {
    provinces: province === null ? named : [province].filter((id) => named === null || named.includes(id)),
    field: filter?.field ?? null,
    level: filter?.level ?? null,
    onlineService: filter?.onlineService ?? null,
    search: searchTerms(filter?.search),
    asOf,
    size: pageSize(first),
    after: key === null ? null : { score: Number(key[0]), code: String(key[1]) },
  };
}

async function findPage(query: ProcedureQuery, context: RequestContext): Promise<ProcedureConnection> {
  const found = await loadProcedurePage(context).load(query);
  const scores = new Map(found?.rows.map(({ score, procedure }) => [procedure.code, score]));
  const rows = (found?.rows ?? []).map(({ procedure }) => toProcedure(procedure));
  const page = { rows, size: query.size, totalCount: found?.total ?? 0, afterCursor: query.after !== null };
  return toConnection<Procedure>(page, ({ code }) => [scores.get(code) ?? 0, code]);
}

@Resolver(() => Procedure)
export class ProcedureResolver {
  @Query(() => Procedure, {
    nullable: true,
    description: 'The procedure of a code in its short or long form; null when nobody published it. | Thủ tục theo mã.',
  })
  async procedure(
    @Arg('code', () => ID, { description: '1.001193 or 1.001193.000.00.00.H48.' }) code: string,
    @Ctx() context: RequestContext,
  ): Promise<Procedure | null> {
    const canonical = procedureCode(code);
    return canonical === null ? null : ((await loadProcedure(context).load(canonical)) ?? null);
  }

  @Query(() => ProcedureConnection, {
    description: 'Procedures by code, or best match first when searched. | Danh sách thủ tục.',
  })
  procedures(
    @Arg('filter', () => ProcedureFilter, { nullable: true, description: 'Which; all when absent.' })
    filter: ProcedureFilter | null,
    @Arg('first', () => Int, { nullable: true, description: 'Size of the page: 50, at most 500.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last row of the page before.' })
    after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<ProcedureConnection> {
    return findPage(toQuery({ filter, first, after }, null, dayInVietnam(context.now)), context);
  }

  @FieldResolver(() => AgencyReference, {
    nullable: true,
    description: 'The authority that decides; null when its printed name is unknown or ambiguous. | Cơ quan thực hiện.',
  })
  authority(@Root() { printedAuthority }: Procedure): AgencyReference | null {
    const id = authorityId(printedAuthority);
    return id === null ? null : { id };
  }

  @FieldResolver(() => [ProcedureOffering], {
    description: 'How provinces offer it, by the catalogues in force on a day; by province. | Các tỉnh cung cấp.',
  })
  async offerings(
    @Root() { code }: Procedure,
    @Arg('provinces', () => [ID], { nullable: true, description: 'Codes of provinces; every one when absent.' })
    provinces: string[] | null,
    @Arg('asOf', () => CalendarDate, { nullable: true, description: 'The day; today if absent.' })
    asOf: string | null,
    @Ctx() context: RequestContext,
  ): Promise<readonly ProcedureOffering[]> {
    const day = asOf ?? dayInVietnam(context.now);
    const ids = provinces ? provinceIds(provinces, day) : null;
    return (await loadOfferings(context).load({ code, provinces: ids, asOf: day })) ?? [];
  }
}

@Resolver(() => ProvinceReference)
export class ProvinceProceduresResolver {
  @FieldResolver(() => ProcedureConnection, {
    description: 'Procedures in the catalogue of the province in force on a day. | Danh mục thủ tục của tỉnh.',
  })
  procedures(
    @Root() { id }: ProvinceReference,
    @Arg('filter', () => ProcedureFilter, { nullable: true, description: 'Which; all when absent.' })
    filter: ProcedureFilter | null,
    @Arg('first', () => Int, { nullable: true, description: 'Size of the page: 50, at most 500.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last row of the page before.' })
    after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<ProcedureConnection> {
    return findPage(toQuery({ filter, first, after }, id, dayInVietnam(context.now)), context);
  }
}
