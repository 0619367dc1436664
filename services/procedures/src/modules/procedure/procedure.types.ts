import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import type { AdministrativeLevel } from '@lientinh/contracts';
import { CalendarDate, connectionTypes, Node, SourceReference } from '@lientinh/subgraph';
import { AdministrativeLevelType } from '../vocabulary/vocabulary.types';

@Directive('@shareable')
@ObjectType('LegalReference', { description: 'An instrument of law that something rests on. | Căn cứ pháp lý.' })
export class LegalReference {
  @Field(() => String, { description: 'Number as printed, for example 61/2018/NĐ-CP.' })
  readonly number!: string;

  @Field(() => String, { description: 'LAW, DECREE, DECISION, RESOLUTION, CIRCULAR … OTHER.' })
  readonly kind!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Null where it was not stated.' })
  readonly issuedOn!: string | null;

  @Field(() => [SourceReference], { description: 'Where it is cited.' })
  readonly citedAt!: readonly SourceReference[];
}

@Directive('@key(fields: "code")')
@ObjectType({
  implements: Node,
  description:
    'A national administrative procedure. What the register says of it; where no register lists it, what the latest catalogue of a province says. | Thủ tục hành chính.',
})
export class Procedure implements Node {
  @Field(() => ID, { description: 'The code.' })
  readonly id!: string;

  @Field(() => ID, { description: 'National code in its short form, for example 1.001193. | Mã thủ tục.' })
  readonly code!: string;

  @Field(() => String, { description: 'Official name. | Tên thủ tục.' })
  readonly name!: string;

  @Field(() => String, { description: 'Field of administration (lĩnh vực). | Lĩnh vực.' })
  readonly field!: string;

  @Field(() => AdministrativeLevelType, { description: 'Level at which dossiers are filed. | Cấp thực hiện.' })
  readonly level!: AdministrativeLevel;

  @Field(() => String, { nullable: true, description: 'Name of the authority as printed. | Cơ quan, như in.' })
  readonly printedAuthority!: string | null;

  @Field(() => [String], { description: 'Who may file. | Đối tượng thực hiện.' })
  readonly audience!: readonly string[];

  @Field(() => String, { nullable: true, description: 'What is handed out at the end. | Kết quả.' })
  readonly result!: string | null;

  @Field(() => [String], { description: 'Papers of a dossier. | Thành phần hồ sơ.' })
  readonly components!: readonly string[];

  @Field(() => [LegalReference], { description: 'Instruments it rests on. | Căn cứ pháp lý.' })
  readonly legalReferences!: readonly LegalReference[];

  @Field(() => Boolean, { description: 'The national register lists it now. | Có trong danh mục quốc gia.' })
  readonly registered!: boolean;
}

export const ProcedureConnection = connectionTypes(Procedure, 'Procedure');
export type ProcedureConnection = InstanceType<typeof ProcedureConnection>;

@InputType({ description: 'Which procedures; every condition must hold. | Điều kiện lọc thủ tục.' })
export class ProcedureFilter {
  @Field(() => [ID], { nullable: true, description: 'Offered by one of these provinces on the day. | Mã tỉnh.' })
  readonly provinces?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Field, without regard to case and diacritics. | Lĩnh vực.' })
  readonly field?: string | null;

  @Field(() => AdministrativeLevelType, { nullable: true, description: 'Level of filing. | Cấp thực hiện.' })
  readonly level?: AdministrativeLevel | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Offered at this level of online service on the day. | Mức độ dịch vụ công trực tuyến.',
  })
  readonly onlineService?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words of the name or field, with or without diacritics, in any order and each from its beginning; or a code. Best match first. | Từ khóa.',
  })
  readonly search?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the catalogues; today if absent. | Ngày.' })
  readonly asOf?: string | null;
}
