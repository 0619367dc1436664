import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ProvinceReference } from '@lientinh/publishing';
import { CalendarDate } from '@lientinh/subgraph';

@ObjectType({
  description:
    'Counts over a period, and the shares that the plans set targets for, as parts of 1. A share is null when its denominator is 0. | Tổng hợp hồ sơ.',
})
export class DossierSummary {
  @Field(() => ProvinceReference, { description: 'The province. | Tỉnh.' })
  readonly province!: ProvinceReference;

  @Field(() => Int, { description: 'Months of the period for which something was published. | Số tháng có số liệu.' })
  readonly months!: number;

  @Field(() => Int, { description: 'Dossiers received. | Tiếp nhận.' })
  readonly received!: number;

  @Field(() => Int, { description: 'Received online. | Tiếp nhận trực tuyến.' })
  readonly receivedOnline!: number;

  @Field(() => Int, { description: 'Received by public post. | Tiếp nhận qua bưu chính.' })
  readonly receivedPostal!: number;

  @Field(() => Int, { description: 'Settled. | Đã giải quyết.' })
  readonly resolved!: number;

  @Field(() => Int, { description: 'Settled in time or before. | Đúng và trước hạn.' })
  readonly onTime!: number;

  @Field(() => Int, { description: 'Settled after the time limit. | Quá hạn.' })
  readonly overdue!: number;

  @Field(() => Int, { description: 'Paid online. | Thanh toán trực tuyến.' })
  readonly paidOnline!: number;

  @Field(() => Int, { description: 'Results digitised. | Kết quả được số hóa.' })
  readonly resultsDigitised!: number;

  @Field(() => Float, { nullable: true, description: 'onTime / resolved. | Tỷ lệ đúng hạn.' })
  readonly onTimeShare!: number | null;

  @Field(() => Float, { nullable: true, description: 'receivedOnline / received. | Tỷ lệ trực tuyến.' })
  readonly onlineShare!: number | null;

  @Field(() => Float, { nullable: true, description: 'receivedPostal / received. | Tỷ lệ qua bưu chính.' })
  readonly postalShare!: number | null;

  @Field(() => Float, { nullable: true, description: 'paidOnline / received. | Tỷ lệ thanh toán trực tuyến.' })
  readonly paidOnlineShare!: number | null;

  @Field(() => Float, { nullable: true, description: 'resultsDigitised / resolved. | Tỷ lệ số hóa kết quả.' })
  readonly digitisedShare!: number | null;
}

@InputType({ description: 'Dossiers of one procedure at one agency in one month. | Số liệu một tháng.' })
export class DossierStatisticsInput {
  @Field(() => ID, { description: 'National code, short or long form.' })
  readonly procedure!: string;

  @Field(() => String, { nullable: true, description: 'Agency that received them, as printed.' })
  readonly agency?: string | null;

  @Field(() => CalendarDate, { description: 'Any day of the month; its first day is kept. Not in the future.' })
  readonly month!: string;

  @Field(() => Int, { description: 'Dossiers received.' })
  readonly received!: number;

  @Field(() => Int, { description: 'Received online; at most received.' })
  readonly receivedOnline!: number;

  @Field(() => Int, { description: 'Received by public post; at most received.' })
  readonly receivedPostal!: number;

  @Field(() => Int, { description: 'Settled; at least onTime and overdue together.' })
  readonly resolved!: number;

  @Field(() => Int, { description: 'Settled in time or before.' })
  readonly onTime!: number;

  @Field(() => Int, { description: 'Settled after the time limit.' })
  readonly overdue!: number;

  @Field(() => Int, { description: 'Paid online.' })
  readonly paidOnline!: number;

  @Field(() => Int, { description: 'Results digitised.' })
  readonly resultsDigitised!: number;
}

@InputType({ description: 'Monthly statistics of one province. | Số liệu hồ sơ của một tỉnh.' })
export class PublishDossierStatisticsInput {
  @Field(() => String, { description: 'One key for each publication; the same key gives the same receipt.' })
  readonly idempotencyKey!: string;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Check and report, write nothing.' })
  readonly dryRun?: boolean | null;

  @Field(() => ID, { description: 'Code of the province; it means the unit that bore it in each month.' })
  readonly province!: string;

  @Field(() => [DossierStatisticsInput], { description: 'The rows, 20,000 at most.' })
  readonly rows!: DossierStatisticsInput[];
}
