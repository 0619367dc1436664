import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { AdministrativeLevel } from '@lientinh/contracts';
import { ProvinceReference } from '@lientinh/publishing';
import { CalendarDate } from '@lientinh/subgraph';
import {
  AdministrativeLevelType,
  FilingModeType,
  InterlinkedType,
  type FilingMode,
  type Interlinked,
} from '../vocabulary/vocabulary.types';
import { OnlineServiceLevel } from './online-service.types';

@ObjectType({ description: 'A way to file a dossier. | Cách thức nộp hồ sơ.' })
export class FilingWay {
  @Field(() => FilingModeType, { description: 'Counter, online or post.' })
  readonly mode!: FilingMode;

  @Field(() => Int, { nullable: true, description: 'Working days to the result; null where not stated. | Số ngày.' })
  readonly processingDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'Fee in đồng; null where not stated, 0 is free. | Phí, lệ phí.' })
  readonly feeVnd!: number | null;
}

export const DelayMissing = { NOT_STATED: 'NOT_STATED', CALENDAR_UNKNOWN: 'CALENDAR_UNKNOWN' } as const;
export type DelayMissing = keyof typeof DelayMissing;
registerEnumType(DelayMissing, {
  name: 'PublicationDelayMissing',
  description:
    'Why a publication delay is null. NOT_STATED: a date is missing. CALENDAR_UNKNOWN: holidays of a year are not known to the platform. | Lý do thiếu.',
});

@ObjectType({ description: 'One procedure as one province offers it. | Thủ tục theo danh mục của một tỉnh.' })
export class ProcedureOffering {
  @Field(() => ProvinceReference, { description: 'The province. | Tỉnh.' })
  readonly province!: ProvinceReference;

  @Field(() => CalendarDate, { description: 'Day of the catalogue that says so. | Ngày của danh mục.' })
  readonly asOf!: string;

  @Field(() => String, { description: 'Name as this province prints it. | Tên theo tỉnh.' })
  readonly printedName!: string;

  @Field(() => String, { description: 'Field as this province prints it. | Lĩnh vực theo tỉnh.' })
  readonly printedField!: string;

  @Field(() => AdministrativeLevelType, { description: 'Level as this province states it. | Cấp theo tỉnh.' })
  readonly level!: AdministrativeLevel;

  @Field(() => String, { nullable: true, description: 'Authority as this province prints it. | Cơ quan.' })
  readonly printedAuthority!: string | null;

  @Field(() => OnlineServiceLevel, { description: 'How far it is online. | Mức độ trực tuyến.' })
  readonly onlineService!: OnlineServiceLevel;

  @Field(() => InterlinkedType, { description: 'One counter for several agencies. | Liên thông.' })
  readonly interlinked!: Interlinked;

  @Field(() => Boolean, { description: 'Settled through the one-stop unit. | Theo cơ chế một cửa.' })
  readonly oneStop!: boolean;

  @Field(() => Boolean, { description: 'Fees can be paid online. | Thanh toán trực tuyến.' })
  readonly onlinePayment!: boolean;

  @Field(() => [FilingWay], { description: 'Ways of filing. | Cách thức nộp.' })
  readonly ways!: readonly FilingWay[];

  @Field(() => String, {
    nullable: true,
    description: 'Number of the decision that publishes it. | Quyết định công bố.',
  })
  readonly decision!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the decision. | Ngày quyết định.' })
  readonly decidedOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day it entered the national database. | Ngày công khai.' })
  readonly publishedOn!: string | null;

  @Field(() => Boolean, { description: 'Under the shortened procedure: the limit is 2 days. | Trình tự rút gọn.' })
  readonly shortenedProcedure!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'Working days after the day of the decision until it was in the national database; holidays, observed days and exchanged days counted as they were. | Số ngày làm việc.',
  })
  readonly publicationDelayDays!: number | null;

  @Field(() => DelayMissing, { nullable: true, description: 'Why the delay is null. | Lý do thiếu.' })
  readonly publicationDelayMissing!: DelayMissing | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Later than the limit: 5 working days, or 2. | Công khai chậm.',
  })
  readonly publishedLate!: boolean | null;

  readonly procedureCode!: string;
}
