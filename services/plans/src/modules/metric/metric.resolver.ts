import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Language } from '@lientinh/contracts';
import { metricDefinitions, type MetricDefinition } from '@lientinh/datasets';
import { pageSize, type RequestContext } from '@lientinh/subgraph';
import { groupConnection } from '../paging/grouped-page';
import { sortKeyAfter } from '../paging/sort-key';
import { provinceIds } from '../province/province.rules';
import { loadTargetPageOfMetric } from '../target/target.loaders';
import { TargetConnection } from '../target/target.types';
import { LanguageEnum } from '../vocabulary/vocabulary.types';
import { metricNameEn } from './metric-names';
import { findMetric } from './metric.rules';
import { Metric } from './metric.types';

/** A metric of the catalogue as the graph shows it. */
export function toMetric(metric: MetricDefinition): Metric {
  return {
    code: metric.code,
    unit: metric.unit,
    usualArea: metric.usualArea,
    higherIsBetter: metric.direction === 'HIGHER_BETTER',
    definition: metric.definitionVi,
    notToBeConfusedWith: metric.notToBeConfusedWith,
    nameVi: metric.nameVi,
  };
}

/** Finds a metric by its key, for other subgraphs. */
export function resolveMetric({ code }: { code: string }): Metric | null {
  const metric = findMetric(code);
  return metric === null ? null : toMetric(metric);
}

@ArgsType()
class MetricTargetArguments {
  @Field(() => [ID], {
    nullable: true,
    description: 'Codes (every unit that bore them) or ids; all provinces if left out.',
  })
  readonly provinces?: string[] | null;

  @Field(() => Int, { nullable: true, description: '50 unless said otherwise, 500 at most.' })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' })
  readonly after?: string | null;
}

@Resolver(() => Metric)
export class MetricResolver {
  @Query(() => [Metric], { description: 'Everything that targets are compared by. | Danh mục chỉ tiêu.' })
  metrics(): Metric[] {
    return metricDefinitions().map(toMetric);
  }

  @FieldResolver(() => String, { description: 'Name. | Tên.' })
  name(
    @Root() metric: Metric,
    @Arg('language', () => LanguageEnum, {
      nullable: true,
      defaultValue: 'VI',
      description: 'Vietnamese unless English is asked for.',
    })
    language: Language,
  ): string {
    return language === 'EN' ? metricNameEn(metric.code) : metric.nameVi;
  }

  @FieldResolver(() => TargetConnection, {
    description: 'What provinces promise for it, by deadline. | Chỉ tiêu của các tỉnh.',
  })
  async targets(
    @Root() { code }: Metric,
    @Args(() => MetricTargetArguments) { provinces, first, after }: MetricTargetArguments,
    @Ctx() context: RequestContext,
  ): Promise<TargetConnection> {
    const page = await loadTargetPageOfMetric(context).load({
      metric: code,
      provinceIds: provinceIds(provinces, null),
      limit: pageSize(first) + 1,
      after: sortKeyAfter(after, ['date', 'text']),
    });
    const known =
      page === undefined ? undefined : { ...page, items: page.items.map((item) => ({ ...item, knownAt: null })) };
    return groupConnection(known, { first, after }, ({ effectiveDeadline, id }) => [effectiveDeadline, id]);
  }
}
