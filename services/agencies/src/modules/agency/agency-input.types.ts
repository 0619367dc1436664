import { Field, ID, InputType } from 'type-graphql';
import type { AdministrativeLevel, AgencyKind, IsoDate } from '@lientinh/contracts';
import { CalendarDate } from '@lientinh/subgraph';
import { AdministrativeLevelType, AgencyKindType } from '../vocabulary';

@InputType({
  description: 'One agency as its publisher states it. It replaces what was stated of its key before. | Một cơ quan.',
})
export class AgencyInput {
  @Field(() => String, {
    description: 'Lower-case letters, digits and hyphens, unique in the province or the centre: so-noi-vu. | Khóa.',
  })
  readonly key!: string;

  @Field(() => String, { description: 'Vietnamese name without the province: Sở Nội vụ. | Tên.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'English name. | Tên tiếng Anh.' })
  readonly nameEn?: string | null;

  @Field(() => String, { nullable: true, description: 'Usual abbreviation. | Tên viết tắt.' })
  readonly abbreviation?: string | null;

  @Field(() => [String], { nullable: true, description: 'Other printed names. | Tên gọi khác.' })
  readonly aliases?: readonly string[] | null;

  @Field(() => AgencyKindType, { description: 'Sort of body. | Loại cơ quan.' })
  readonly kind!: AgencyKind;

  @Field(() => AdministrativeLevelType, {
    description: 'Level of government: CENTRAL for agencies of the centre, and only for them. | Cấp hành chính.',
  })
  readonly level!: AdministrativeLevel;

  @Field(() => String, {
    nullable: true,
    description:
      'The agency it belongs to: a key of the same province or centre, or the id of an agency elsewhere. | Cơ quan chủ quản.',
  })
  readonly parentKey?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'First day, if known. | Ngày thành lập.' })
  readonly validFrom?: IsoDate | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day, if it has ended. | Ngày kết thúc.' })
  readonly validTo?: IsoDate | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Who took its tasks over: keys or ids, as parentKey. | Cơ quan kế thừa.',
  })
  readonly successorKeys?: readonly string[] | null;
}

@InputType({
  description:
    'Agencies of one province or of the centre. Keys that are not stated stay as they are. | Danh mục cơ quan.',
})
export class PublishAgenciesInput {
  @Field(() => String, { description: 'The same key with the same content gives the same receipt. | Khóa chống lặp.' })
  readonly idempotencyKey!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Checks and reports without writing. | Chạy thử.',
  })
  readonly dryRun?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Province code (GSO); null for agencies of the centre. | Mã tỉnh.' })
  readonly province?: string | null;

  @Field(() => [AgencyInput], { description: 'At most 20,000. | Các cơ quan.' })
  readonly agencies!: readonly AgencyInput[];
}
