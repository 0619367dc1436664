import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { dueOn } from '@lientinh/plan-reader';
import { CalendarDate } from '@lientinh/subgraph';
import { planYearInvalid } from '../publication/plan-publication.errors';
import { ReportDuty } from './report-duty.types';

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

@Resolver(() => ReportDuty)
export class ReportDutyResolver {
  @FieldResolver(() => [CalendarDate], {
    description:
      'Dates in a calendar year, as printed; empty where the plan prints none. A month alone is due on its last day. | Ngày đến hạn.',
  })
  dueOn(@Root() duty: ReportDuty, @Arg('year', () => Int, { description: 'Calendar year.' }) year: number): string[] {
    if (year < FIRST_YEAR || year > LAST_YEAR) throw planYearInvalid({ year });
    return dueOn(duty, year);
  }
}
