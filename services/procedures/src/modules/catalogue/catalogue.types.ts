import { Field, ID, InputType, Int } from 'type-graphql';
import type { AdministrativeLevel } from '@lientinh/contracts';
import { CalendarDate } from '@lientinh/subgraph';
import {
  AdministrativeLevelType,
  FilingModeType,
  InterlinkedType,
  type FilingMode,
  type Interlinked,
} from '../vocabulary/vocabulary.types';

@InputType({ description: 'A way to file a dossier. | Cách thức nộp hồ sơ.' })
export class FilingWayInput {
  @Field(() => FilingModeType, { description: 'Counter, online or post; each once.' })
  readonly mode!: FilingMode;

  @Field(() => Int, { nullable: true, description: 'Working days to the result.' })
  readonly processingDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'Fee in đồng; 0 is free.' })
  readonly feeVnd?: number | null;
}

@InputType({ description: 'One procedure of a catalogue. | Một thủ tục trong danh mục.' })
export class ProcedureInput {
  @Field(() => ID, { description: '1.001193, or 1.001193.000.00.00.H48: both are one procedure.' })
  readonly code!: string;

  @Field(() => String, { description: 'Name as printed.' })
  readonly name!: string;

  @Field(() => String, { description: 'Field of administration as printed.' })
  readonly field!: string;

  @Field(() => AdministrativeLevelType, { description: 'Level of filing.' })
  readonly level!: AdministrativeLevel;

  @Field(() => String, { nullable: true, description: 'Authority that decides, as printed.' })
  readonly authority?: string | null;

  @Field(() => ID, {
    description: 'Code of an online level in force on the day of the catalogue; see onlineServiceLevels.',
  })
  readonly onlineService!: string;

  @Field(() => InterlinkedType, { nullable: true, description: 'NONE when absent.' })
  readonly interlinked?: Interlinked | null;

  @Field(() => Boolean, { description: 'Settled through the one-stop unit.' })
  readonly oneStop!: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Fees can be paid online; false when absent.' })
  readonly onlinePayment?: boolean | null;

  @Field(() => [FilingWayInput], { nullable: true, description: 'Ways of filing.' })
  readonly ways?: FilingWayInput[] | null;

  @Field(() => [String], { nullable: true, description: 'Who may file.' })
  readonly audience?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What is handed out at the end.' })
  readonly result?: string | null;

  @Field(() => [String], { nullable: true, description: 'Papers of a dossier.' })
  readonly components?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Numbers of the instruments it rests on.' })
  readonly legalReferences?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Number of the decision that publishes it.' })
  readonly decision?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the decision.' })
  readonly decidedOn?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day it entered the national database.' })
  readonly publishedOn?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Made under the shortened procedure; false when absent.' })
  readonly shortenedProcedure?: boolean | null;
}

@InputType({ description: 'The whole catalogue of a province as of a day. | Danh mục của một tỉnh.' })
export class PublishProceduresInput {
  @Field(() => String, { description: 'One key for each publication; the same key gives the same receipt.' })
  readonly idempotencyKey!: string;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Check and report, write nothing.' })
  readonly dryRun?: boolean | null;

  @Field(() => ID, { description: 'Code of the province on the day.' })
  readonly province!: string;

  @Field(() => CalendarDate, {
    description: 'Day from which it holds: what is missing from it ceases there. The same day again replaces it.',
  })
  readonly asOf!: string;

  @Field(() => [ProcedureInput], { description: 'All procedures, 20,000 at most.' })
  readonly procedures!: ProcedureInput[];
}

@InputType({ description: 'One procedure of the national register. | Một thủ tục trong danh mục quốc gia.' })
export class NationalProcedureInput {
  @Field(() => ID, { description: '1.001193, or its long form.' })
  readonly code!: string;

  @Field(() => String, { description: 'Official name.' })
  readonly name!: string;

  @Field(() => String, { description: 'Field of administration.' })
  readonly field!: string;

  @Field(() => AdministrativeLevelType, { description: 'Level of filing.' })
  readonly level!: AdministrativeLevel;

  @Field(() => String, { nullable: true, description: 'Authority, as printed.' })
  readonly authority?: string | null;

  @Field(() => [String], { nullable: true, description: 'Who may file.' })
  readonly audience?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What is handed out at the end.' })
  readonly result?: string | null;

  @Field(() => [String], { nullable: true, description: 'Papers of a dossier.' })
  readonly components?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Numbers of the instruments it rests on.' })
  readonly legalReferences?: string[] | null;

  @Field(() => CalendarDate, { nullable: true, description: 'First day in force.' })
  readonly validFrom?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day in force.' })
  readonly validTo?: string | null;
}

@InputType({ description: 'Procedures of the national register. | Danh mục thủ tục quốc gia.' })
export class PublishNationalProceduresInput {
  @Field(() => String, { description: 'One key for each publication; the same key gives the same receipt.' })
  readonly idempotencyKey!: string;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Check and report, write nothing.' })
  readonly dryRun?: boolean | null;

  @Field(() => [NationalProcedureInput], {
    description: 'Procedures, 20,000 at most; each replaces what the register said of its code, others stay.',
  })
  readonly procedures!: NationalProcedureInput[];
}
