import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { IsoDate } from '@lientinh/contracts';
import { CalendarDate, Instant, type RequestContext } from '@lientinh/subgraph';
import { findMetric, getMetric } from '../metric/metric.rules';
import { toMetric } from '../metric/metric.resolver';
import { Metric } from '../metric/metric.types';
import { planOfFact } from '../plan/plan.loaders';
import { Plan } from '../plan/plan.types';
import { comparedProvinces, comparisonColumns } from './target-comparison.rules';
import { listTargetsOfMetric } from './target.store';
import { Target, TargetComparison } from './target.types';

@Resolver(() => Target)
export class TargetResolver {
  @Query(() => TargetComparison, {
    description:
      'What each province promised for one metric, side by side. A window takes the targets whose deadline (the end of the plan where none is printed) lies in it. | So sánh chỉ tiêu giữa các tỉnh.',
  })
  async targetComparison(
    @Arg('metric', () => ID, { description: 'Code of the metric.' }) metric: string,
    @Arg('provinces', () => [ID], { description: 'Codes or ids, in the order of the columns.' }) provinces: string[],
    @Arg('from', () => CalendarDate, { nullable: true, description: 'First day of the window.' }) from: IsoDate | null,
    @Arg('to', () => CalendarDate, { nullable: true, description: 'Last day of the window.' }) to: IsoDate | null,
    @Arg('recordedAsOf', () => Instant, { nullable: true, description: 'What the platform knew at this instant.' })
    recordedAsOf: string | null,
    @Ctx() { database }: RequestContext,
  ): Promise<TargetComparison> {
    const compared = comparedProvinces(provinces, from ?? null, to ?? null);
    const knownAt = recordedAsOf ?? null;
    const targets = await listTargetsOfMetric(database.reader, {
      metric: getMetric(metric).code,
      provinceIds: compared.flatMap(({ unitIds }) => unitIds),
      from: from ?? null,
      to: to ?? null,
      knownAt,
    });
    const columns = comparisonColumns(
      compared,
      targets.map((target) => ({ ...target, knownAt })),
    );
    return {
      metric: toMetric(getMetric(metric)),
      columns: columns.map((column) => ({ province: { id: column.provinceId }, targets: column.targets })),
    };
  }

  @FieldResolver(() => Plan, { description: 'The plan that promises it. | Kế hoạch.' })
  plan(@Root() target: Target, @Ctx() context: RequestContext): Promise<Plan> {
    return planOfFact(target, context);
  }

  @FieldResolver(() => Metric, {
    nullable: true,
    description: 'What the figure is about; null where the catalogue has no such metric. | Chỉ tiêu chung.',
  })
  metric(@Root() { metricCode }: Target): Metric | null {
    const metric = metricCode === null ? null : findMetric(metricCode);
    return metric === null ? null : toMetric(metric);
  }
}
