import { addDays, dayInVietnam, type IsoDate } from '@lientinh/contracts';
import { metricDefinitions, provinceCatalogue } from '@lientinh/datasets';
import {
  readPlan,
  type AgencyReference,
  type AgencyResolver,
  type PlanReading,
  type ReadPlanOptions,
} from '@lientinh/plan-reader';
import { agencyResolver } from './agency-resolver';
import { dayOfPlan, type PlanDraft } from './plan-draft';

/** The day before the mergers of 2025: a plan whose day is not read may name a province of then. */
const BEFORE_MERGERS = addDays('2025-07-01', -1);

/**
 * Reads a plan's text as a province's publication of it; agencies are those in force on the plan's day. That day is known only after
 * reading, so the text is read again in the rare case that a name means another agency on it. Throws the reader's PlanUnreadableError.
 */
export function readPlanText(text: string, provinceCode: string, now: Date): PlanReading {
  const undated = agencyResolver(provinceCode, null);
  const reading = readPlan(text, optionsFor(undated, now));
  const day = dayOfPlan(reading);
  if (day === null) return reading;
  const dated = agencyResolver(provinceCode, day);
  const sameAgencies = agenciesOf(reading).every(
    ({ printedName, agencyKey }) => (dated.resolve(printedName)?.agencyKey ?? null) === agencyKey,
  );
  return sameAgencies ? reading : readPlan(text, optionsFor(dated, now));
}

function optionsFor(directory: AgencyResolver, now: Date): ReadPlanOptions {
  const today = dayInVietnam(now);
  const find = (name: string, on: IsoDate | null) =>
    provinceCatalogue().findByName(name, on ?? today) ?? provinceCatalogue().findByName(name, BEFORE_MERGERS);
  return {
    directory,
    provinces: {
      resolve(name, on) {
        const province = find(name, on);
        return province === null ? null : { code: province.code, name: province.nameVi };
      },
    },
    metrics: metricDefinitions(),
  };
}

function agenciesOf({ tasks, shortcomings }: PlanReading): AgencyReference[] {
  return [
    ...tasks.flatMap(({ leads, coordinators }) => [...leads, ...coordinators]),
    ...shortcomings.flatMap(({ responsible }) => responsible),
  ];
}

/** What a reading says, as a draft. */
export function draftOfReading(reading: PlanReading): PlanDraft {
  return {
    ...reading,
    printedProvince: reading.province?.code ?? null,
    indexGoals: reading.indexGoals.map((goal) => ({ ...goal, criterionCode: null })),
  };
}
