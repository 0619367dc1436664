import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { dayInVietnam } from '@lientinh/contracts';
import { getLatestProvince, getProvince, type ProvinceRecord } from '@lientinh/datasets';
import { Instant, type RequestContext } from '@lientinh/subgraph';
import type { IndicatorsServices } from '../../services';
import { yearRangeInvalid } from '../framework/framework.errors';
import { getCriterion, getIndex } from '../framework/framework-lookup.rules';
import { getProvinceWithin } from '../province/province-lookup.rules';
import { getSheet } from '../score/score.loaders';
import { listPublishedYears } from '../score/score.store';
import { Boundaries } from './comparison.types';
import { toSeries } from './series.rules';
import { Series } from './series.types';

type Context = RequestContext<IndicatorsServices>;

/** Years of one series at most. */
const YEARS_LIMIT = 40;

@Resolver()
export class SeriesResolver {
  @Query(() => [Series], {
    description:
      'One criterion of some provinces over the years, holes and methodology breaks marked. | Chuỗi số liệu theo năm.',
  })
  async series(
    @Arg('index', () => ID, { description: 'Code of the index.' }) index: string,
    @Arg('provinces', () => [ID], { description: 'Codes of the provinces.' }) provinces: string[],
    @Ctx() context: Context,
    @Arg('criterion', () => ID, {
      nullable: true,
      defaultValue: 'TOTAL',
      description: 'TOTAL, or the code of a criterion.',
    })
    criterion?: string | null,
    @Arg('from', () => Int, { nullable: true, description: 'First year; the first with figures when absent.' })
    from?: number | null,
    @Arg('to', () => Int, { nullable: true, description: 'Last year; the last with figures when absent.' })
    to?: number | null,
    @Arg('boundaries', () => Boundaries, {
      nullable: true,
      defaultValue: 'HISTORICAL',
      description: 'Which units the codes mean.',
    })
    boundaries?: Boundaries | null,
    @Arg('recordedAsOf', () => Instant, {
      nullable: true,
      description: 'Answer with what the platform knew at this instant.',
    })
    recordedAsOf?: string | null,
  ): Promise<Series[]> {
    const { code } = getIndex(index);
    const asOf = recordedAsOf ?? null;
    const years = await chooseYears(context, code, from ?? null, to ?? null, asOf);
    const wanted = getCriterion(code, years.at(-1) ?? 0, criterion ?? 'TOTAL').definition.code;
    const today = dayInVietnam(context.now);
    const unitOf = (province: string): ProvinceRecord => {
      if (boundaries === 'CURRENT') return getProvince(province, today);
      const last = years.at(-1);
      return last === undefined
        ? getLatestProvince(province, today)
        : getProvinceWithin(province, years[0] ?? last, last);
    };
    const units = [...new Set(provinces)].map(unitOf);
    const sheets = await Promise.all(years.map((year) => getSheet(context, { index: code, year, recordedAsOf: asOf })));
    return units.map((unit) => toSeries(unit, wanted, sheets));
  }
}

/** Every year from the first to the last, ascending; throws YEAR_RANGE_INVALID. */
async function chooseYears(
  context: Context,
  index: string,
  from: number | null,
  to: number | null,
  recordedAsOf: string | null,
): Promise<number[]> {
  const known =
    from !== null && to !== null
      ? []
      : ((await listPublishedYears(context.database.reader, [index], recordedAsOf)).get(index) ?? []);
  const first = from ?? known[0] ?? to;
  const last = to ?? known.at(-1) ?? from;
  if (first === null || last === null) return [];
  const isDefaulted = from === null || to === null;
  if (first > last && isDefaulted) return [];
  if (first > last || last - first >= YEARS_LIMIT)
    throw yearRangeInvalid({ from: first, to: last, limit: YEARS_LIMIT });
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}
