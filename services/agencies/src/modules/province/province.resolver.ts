import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { dayInVietnam, type IsoDate, type Language, type ProvinceKind, type Region } from '@lientinh/contracts';
import { provinceCatalogue, type ProvinceRecord } from '@lientinh/datasets';
import { ProvinceReference } from '@lientinh/publishing';
import { CalendarDate, type RequestContext } from '@lientinh/subgraph';
import { LanguageType, ProvinceKindType, RegionType } from '../vocabulary';
import { legalBasisOf, provinceName, selectProvinces, spellingsOf } from './province.rules';

const AS_OF = 'Day on which the units are in force; today in Việt Nam when absent. | Ngày có hiệu lực.';

/** The unit behind a reference that this subgraph gave out. */
export function unitOf({ id }: ProvinceReference): ProvinceRecord {
  const unit = provinceCatalogue().byId(id);
  if (unit === null) throw new RangeError(`no province ${id}`);
  return unit;
}

/** Finds a province by its key, for other subgraphs; null for an unknown key. Costs no statement. */
export function resolveProvince({ id }: { readonly id: string }): ProvinceReference | null {
  return provinceCatalogue().byId(id) === null ? null : { id };
}

@Resolver(() => ProvinceReference)
export class ProvinceResolver {
  @Query(() => [ProvinceReference], {
    description:
      'The provinces in force on a day, by official code: 64 in 2004, 63 from 2008-08-01, 34 from 2025-07-01. A code that no unit bore ' +
      'on the day is PROVINCE_UNKNOWN. | Các đơn vị hành chính cấp tỉnh vào một ngày.',
  })
  provinces(
    @Ctx() context: RequestContext,
    @Arg('codes', () => [ID], { nullable: true, description: 'Two-digit codes (GSO), for example 62. | Mã tỉnh.' })
    codes?: readonly string[] | null,
    @Arg('region', () => RegionType, { nullable: true, description: 'Only of this region. | Vùng.' })
    region?: Region | null,
    @Arg('asOf', () => CalendarDate, { nullable: true, description: AS_OF }) asOf?: IsoDate | null,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Beginnings of words of any spelling, with or without diacritics. | Tìm theo tên, không cần dấu.',
    })
    search?: string | null,
  ): readonly ProvinceReference[] {
    const on = asOf ?? dayInVietnam(context.now);
    return selectProvinces(provinceCatalogue(), {
      codes: codes ?? null,
      region: region ?? null,
      search: search ?? null,
      on,
    });
  }

  @Query(() => ProvinceReference, {
    nullable: true,
    description: 'The province that bore a code on a day; null when none did. | Đơn vị mang mã vào một ngày.',
  })
  province(
    @Ctx() context: RequestContext,
    @Arg('code', () => ID, { description: 'Two-digit code (GSO). | Mã tỉnh.' }) code: string,
    @Arg('asOf', () => CalendarDate, { nullable: true, description: AS_OF }) asOf?: IsoDate | null,
  ): ProvinceReference | null {
    return provinceCatalogue().find(code, asOf ?? dayInVietnam(context.now));
  }

  @FieldResolver(() => ID, {
    description: 'Two-digit code of the General Statistics Office; means a unit only together with a day. | Mã tỉnh.',
  })
  code(@Root() province: ProvinceReference): string {
    return unitOf(province).code;
  }

  @FieldResolver(() => String, {
    description: 'Name for addresses, without diacritics; unique on a day. | Tên không dấu.',
  })
  slug(@Root() province: ProvinceReference): string {
    return unitOf(province).slug;
  }

  @FieldResolver(() => String, { description: 'Name without "tỉnh" or "thành phố". | Tên.' })
  name(
    @Root() province: ProvinceReference,
    @Arg('language', () => LanguageType, { nullable: true, defaultValue: 'VI', description: 'Language. | Ngôn ngữ.' })
    language: Language | null,
  ): string {
    return provinceName(unitOf(province), language ?? 'VI');
  }

  @FieldResolver(() => [String], { description: 'Every known spelling, the official name first. | Các cách viết.' })
  spellings(@Root() province: ProvinceReference): readonly string[] {
    return spellingsOf(provinceCatalogue(), unitOf(province));
  }

  @FieldResolver(() => ProvinceKindType, { description: 'Province or centrally-run city. | Loại đơn vị.' })
  kind(@Root() province: ProvinceReference): ProvinceKind {
    return unitOf(province).kind;
  }

  @FieldResolver(() => RegionType, { description: 'Region in which it lies. | Vùng.' })
  region(@Root() province: ProvinceReference): Region {
    return unitOf(province).region;
  }

  @FieldResolver(() => CalendarDate, {
    description: 'First day; 2004-01-01 for every unit that is older. | Ngày bắt đầu.',
  })
  validFrom(@Root() province: ProvinceReference): IsoDate {
    return unitOf(province).validFrom;
  }

  @FieldResolver(() => CalendarDate, {
    nullable: true,
    description: 'Last day; null while in force. | Ngày kết thúc.',
  })
  validTo(@Root() province: ProvinceReference): IsoDate | null {
    return unitOf(province).validTo;
  }

  @FieldResolver(() => [ProvinceReference], {
    description: 'The units that went directly into this one. | Các đơn vị tiền thân.',
  })
  predecessors(@Root() province: ProvinceReference): readonly ProvinceReference[] {
    return provinceCatalogue().predecessors(province.id);
  }

  @FieldResolver(() => [ProvinceReference], {
    description: 'The unit that this one went into directly. | Đơn vị kế thừa.',
  })
  successors(@Root() province: ProvinceReference): readonly ProvinceReference[] {
    return provinceCatalogue().successors(province.id);
  }

  @FieldResolver(() => [String], {
    description: 'The resolutions that made the unit out of others. | Căn cứ pháp lý.',
  })
  legalBasis(@Root() province: ProvinceReference): readonly string[] {
    return legalBasisOf(provinceCatalogue(), unitOf(province));
  }
}
