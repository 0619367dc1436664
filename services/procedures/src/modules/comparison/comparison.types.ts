import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ProvinceReference } from '@lientinh/publishing';
import { CalendarDate, connectionTypes } from '@lientinh/subgraph';
import { ProcedureOffering } from '../offering/offering.types';
import { Procedure } from '../procedure/procedure.types';

@ObjectType({ description: 'A field in which the provinces that offer a procedure differ. | Điểm khác nhau.' })
export class FieldDifference {
  @Field(() => String, {
    description:
      'Name of the field; fields of ways as ways.ONLINE.feeVnd. An online level is compared as its newest equivalent.',
  })
  readonly field!: string;

  @Field(() => [String], {
    nullable: 'items',
    description: 'Values in the order of the provinces asked for; null where not offered or not stated.',
  })
  readonly values!: readonly (string | null)[];
}

@ObjectType({ description: 'One procedure across the provinces. | Một thủ tục ở các tỉnh.' })
export class CatalogueRow {
  @Field(() => Procedure, { description: 'The procedure.' })
  readonly procedure!: Procedure;

  @Field(() => [ProcedureOffering], {
    nullable: 'items',
    description: 'In the order of the provinces asked for; null where a province does not offer it.',
  })
  readonly offerings!: readonly (ProcedureOffering | null)[];

  @Field(() => [FieldDifference], { description: 'Fields in which those that offer it differ.' })
  readonly differences!: readonly FieldDifference[];
}

export const CatalogueRowConnection = connectionTypes(CatalogueRow, 'CatalogueRow');
export type CatalogueRowConnection = InstanceType<typeof CatalogueRowConnection>;

@ObjectType({ description: 'The catalogue of one province in numbers. | Danh mục của một tỉnh.' })
export class CatalogueColumn {
  @Field(() => ProvinceReference, { description: 'The province.' })
  readonly province!: ProvinceReference;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Day of the catalogue in force; null when the province published none by the day asked for.',
  })
  readonly catalogueAsOf!: string | null;

  @Field(() => Int, { description: 'Procedures offered.' })
  readonly total!: number;

  @Field(() => Int, { description: 'Offered by no other of the provinces asked for.' })
  readonly onlyHere!: number;

  @Field(() => Int, { description: 'Offered by another of the provinces asked for, and not here.' })
  readonly missingHere!: number;

  @Field(() => Float, { nullable: true, description: 'Fully online, as a part of 1. | Tỷ lệ toàn trình.' })
  readonly fullShare!: number | null;

  @Field(() => Float, { nullable: true, description: 'Filing online, as a part of 1. | Tỷ lệ nộp trực tuyến.' })
  readonly onlineShare!: number | null;

  @Field(() => Float, { nullable: true, description: 'One-stop, as a part of 1. | Tỷ lệ một cửa.' })
  readonly oneStopShare!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Published late, as a part of those whose delay is known. | Tỷ lệ công khai chậm.',
  })
  readonly lateShare!: number | null;

  @Field(() => Int, { description: 'Procedures whose publication delay is known.' })
  readonly delayKnown!: number;
}

export const CatalogueNoteKind = {
  NO_CATALOGUE: 'NO_CATALOGUE',
  ONLINE_LEVELS_MAPPED: 'ONLINE_LEVELS_MAPPED',
} as const;
export type CatalogueNoteKind = keyof typeof CatalogueNoteKind;
registerEnumType(CatalogueNoteKind, {
  name: 'CatalogueNoteKind',
  description:
    'NO_CATALOGUE: a province published none by that day. ONLINE_LEVELS_MAPPED: catalogues use levels of different decrees. | Loại ghi chú.',
});

@ObjectType({ description: 'What to know before reading the comparison. | Ghi chú so sánh.' })
export class CatalogueNote {
  @Field(() => CatalogueNoteKind, { description: 'What it is about.' })
  readonly kind!: CatalogueNoteKind;

  @Field(() => ProvinceReference, { nullable: true, description: 'The province it is about.' })
  readonly province!: ProvinceReference | null;

  readonly textVi!: string;
  readonly textEn!: string;
}

@ObjectType({ description: 'The catalogues of provinces side by side. | So sánh danh mục thủ tục.' })
export class CatalogueComparison {
  @Field(() => [ProvinceReference], { description: 'In the order asked for.' })
  readonly provinces!: readonly ProvinceReference[];

  @Field(() => Int, { description: 'Procedures that all of them offer. | Số thủ tục chung.' })
  readonly common!: number;

  @Field(() => [CatalogueColumn], { description: 'One for each province, in the order asked for.' })
  readonly columns!: readonly CatalogueColumn[];

  @Field(() => [CatalogueNote], { description: 'What to know before reading it.' })
  readonly notes!: readonly CatalogueNote[];

  /** Procedures that any of them offers. */
  readonly offeredAnywhere!: number;
  readonly scope!: ComparisonScope;
}

/** What is compared. */
export interface ComparisonScope {
  readonly provinces: readonly string[];
  readonly asOf: string;
  readonly field: string | null;
  readonly level: string | null;
  /** Instant of the knowledge asked for. */
  readonly knownAt: string;
}
