import { Directive, Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import type { AdministrativeLevel, AgencyKind, IsoDate } from '@lientinh/contracts';
import { CalendarDate, connectionTypes, Node } from '@lientinh/subgraph';
import { AdministrativeLevelType, AgencyKindType } from '../vocabulary';

@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description:
    'An agency, body or group that plans and procedures name, as its publisher states it now. | Cơ quan, đơn vị.',
})
export class Agency implements Node {
  @Field(() => ID, {
    description: 'Province code or "central", and the key there: 62/so-noi-vu, central/bo-noi-vu. | Định danh.',
  })
  readonly id!: string;

  @Field(() => String, { description: 'Key inside its province or the centre, as published. | Khóa.' })
  readonly key!: string;

  @Field(() => String, { nullable: true, description: 'Usual abbreviation, for example Sở KH&CN. | Tên viết tắt.' })
  readonly abbreviation!: string | null;

  @Field(() => [String], {
    description: 'Other printed names: older names, variants of spelling and abbreviation. | Tên gọi khác.',
  })
  readonly aliases!: readonly string[];

  @Field(() => AgencyKindType, { description: 'What sort of body it is. | Loại cơ quan.' })
  readonly kind!: AgencyKind;

  @Field(() => AdministrativeLevelType, { description: 'Level of government it works at. | Cấp hành chính.' })
  readonly level!: AdministrativeLevel;

  @Field(() => CalendarDate, { nullable: true, description: 'First day; null when not known. | Ngày thành lập.' })
  readonly validFrom!: IsoDate | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Last day; null while it works, or when not known. | Ngày kết thúc.',
  })
  readonly validTo!: IsoDate | null;
}

@ObjectType({ description: 'An agency that a printed name may mean. | Cơ quan ứng với một tên gọi.' })
export class AgencyMatch {
  @Field(() => Agency, { description: 'The agency. | Cơ quan.' })
  readonly agency!: Agency;

  @Field(() => Float, {
    description:
      '0 to 1: 1 as printed, 0.95 by expanded abbreviation, 0.92 without diacritics, below 0.9 by likeness; nine tenths of that for a successor. | Độ tin cậy.',
  })
  readonly confidence!: number;

  @Field(() => String, { description: 'The name or alias that matched. | Tên đã khớp.' })
  readonly matchedAlias!: string;
}

@InputType({ description: 'Which agencies; a field left out does not restrict. | Bộ lọc cơ quan.' })
export class AgencyFilter {
  @Field(() => ID, {
    nullable: true,
    description:
      'Province code (GSO), read on the day asOf; without a day, the unit that bears it or bore it last. | Mã tỉnh.',
  })
  readonly province?: string | null;

  @Field(() => AgencyKindType, { nullable: true, description: 'Sort of body. | Loại cơ quan.' })
  readonly kind?: AgencyKind | null;

  @Field(() => AdministrativeLevelType, { nullable: true, description: 'Level of government. | Cấp hành chính.' })
  readonly level?: AdministrativeLevel | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Beginnings of words of a name, alias or abbreviation, with or without diacritics; the province may be named too. Best match first. | Tìm theo tên, không cần dấu.',
  })
  readonly search?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Only agencies that worked on the day, as far as their dates are known. | Ngày có hiệu lực.',
  })
  readonly asOf?: IsoDate | null;
}

export const AgencyConnection = connectionTypes(Agency, 'Agency');
