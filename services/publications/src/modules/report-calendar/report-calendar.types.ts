import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Dataset } from '@lientinh/contracts';
import { AssignableDataset, Publication, ProvinceReference } from '@lientinh/publishing';
import { CalendarDate, SourceReference } from '@lientinh/subgraph';
import type { ReportPeriod } from './report-calendar.rules';

export const AssignableReportPeriod: { [Period in ReportPeriod]: Period } = {
  MONTH: 'MONTH',
  QUARTER: 'QUARTER',
  HALF_YEAR: 'HALF_YEAR',
  FIRST_HALF: 'FIRST_HALF',
  YEAR: 'YEAR',
};
registerEnumType(AssignableReportPeriod, {
  name: 'ReportPeriod',
  description:
    'What a report is about, again and again. FIRST_HALF: January to June only, where the annual report stands for the second half.',
});

@ObjectType({
  description:
    'A report that a province owes for a period, and the publication that met it, if any. | Báo cáo tỉnh phải gửi theo kỳ.',
})
export class ExpectedReport {
  @Field(() => ProvinceReference, { description: 'The unit that bears the code on the due day.' })
  readonly province!: ProvinceReference;

  @Field(() => AssignableDataset, { description: 'Publications of this data set meet it.' })
  readonly dataset!: Dataset;

  @Field(() => String, { description: 'What it is about: 2021-03, 2021-Q1, 2021-H1 or 2021.' })
  readonly period!: string;

  @Field(() => CalendarDate, { description: 'The last day on time: "before the 22nd" is the 21st.' })
  readonly dueOn!: string;

  @Field(() => Publication, {
    nullable: true,
    description:
      'The first publication on a day of the period that was received by `asOf` and not retracted then; null when there is none.',
  })
  readonly metBy!: Publication | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day in Việt Nam on which that was received.' })
  readonly metOn!: string | null;

  @Field(() => Int, {
    description: 'Days after `dueOn` until it was met, or until `asOf` while it is not; 0 when in time or not yet due.',
  })
  readonly overdueDays!: number;

  @Field(() => String, { description: 'The circular or letter whose calendar asks for it.' })
  readonly circular!: string;
}

@ObjectType('ReportCalendarDuty', { description: 'A report that a calendar asks of every province for every period.' })
export class ReportCalendarDuty {
  @Field(() => ID, { description: 'Unique in its calendar.' })
  readonly code!: string;

  @Field(() => AssignableDataset, { description: 'Publications of this data set meet it.' })
  readonly dataset!: Dataset;

  @Field(() => AssignableReportPeriod, { description: 'What it is about.' })
  readonly period!: ReportPeriod;

  @Field(() => Int, { description: 'Month in which it is due, counted from the first of the period.' })
  readonly dueMonth!: number;

  @Field(() => Int, { description: 'The first day of that month that is too late.' })
  readonly beforeDay!: number;

  @Field(() => Int, {
    description: 'A publication meets it that reports on a day of these last months, the due month among them.',
  })
  readonly windowMonths!: number;
}

@ObjectType('ReportCalendar', {
  description: 'The reports that one circular asks for. | Lịch báo cáo theo một văn bản.',
})
export class ReportCalendarType {
  @Field(() => String, { description: 'Number of the circular or letter.' })
  readonly circular!: string;

  @Field(() => CalendarDate, { description: 'It governs periods that begin on or after this day, until another does.' })
  readonly validFrom!: string;

  @Field(() => SourceReference, { nullable: true, description: 'Where the calendar is printed.' })
  readonly source!: SourceReference | null;

  @Field(() => [ReportCalendarDuty], { description: 'The reports.' })
  readonly duties!: readonly ReportCalendarDuty[];
}

@InputType({ description: 'A report of a calendar. | Một báo cáo trong lịch.' })
export class ReportCalendarDutyInput {
  @Field(() => ID, { description: 'Upper-case letters, digits and underscores; unique in the calendar.' })
  readonly code!: string;

  @Field(() => String, { description: 'Vietnamese name.' })
  readonly nameVi!: string;

  @Field(() => String, { description: 'English name.' })
  readonly nameEn!: string;

  @Field(() => AssignableDataset, { description: 'Publications of this data set meet it.' })
  readonly dataset!: Dataset;

  @Field(() => AssignableReportPeriod, { description: 'What it is about.' })
  readonly period!: ReportPeriod;

  @Field(() => Int, { description: '1 to 24, counted from the first month of the period.' })
  readonly dueMonth!: number;

  @Field(() => Int, { description: '1 to 28: the first day that is too late.' })
  readonly beforeDay!: number;

  @Field(() => Int, { description: '1 to 12.' })
  readonly windowMonths!: number;
}

@InputType({ description: "A circular's calendar. | Lịch báo cáo của một văn bản." })
export class ReportCalendarInput {
  @Field(() => String, { description: 'Number of the circular or letter.' })
  readonly circular!: string;

  @Field(() => CalendarDate, { description: 'It governs periods that begin on or after this day.' })
  readonly validFrom!: string;

  @Field(() => String, { nullable: true, description: 'Document in which it is printed.' })
  readonly sourceDocument?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of that document.' })
  readonly sourceUrl?: string | null;

  @Field(() => [ReportCalendarDutyInput], { description: 'All reports; they replace those of the calendar before.' })
  readonly duties!: ReportCalendarDutyInput[];
}
