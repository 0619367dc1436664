import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { ProvinceReference } from '@lientinh/publishing';
import type { RequestContext } from '@lientinh/subgraph';
import type { IndicatorsServices } from '../../services';
import { getCriterion, getFramework, getIndex } from '../framework/framework-lookup.rules';
import { getSheet } from '../score/score.loaders';
import { Score, toScore } from '../score/score.types';

@Resolver(() => ProvinceReference)
export class ProvinceScoresResolver {
  @FieldResolver(() => [Score], {
    description:
      'The figures that count for this unit in one index and year, in print order; nothing for a criterion without a figure. | Điểm của tỉnh.',
  })
  async scores(
    @Root() { id }: ProvinceReference,
    @Arg('index', () => ID, { description: 'Code of the index.' }) index: string,
    @Arg('year', () => Int, { description: 'The year scored.' }) year: number,
    @Arg('criteria', () => [ID], { nullable: true, description: 'Only these; all of the framework when absent.' })
    criteria: string[] | null,
    @Ctx() context: RequestContext<IndicatorsServices>,
  ): Promise<Score[]> {
    const framework = getFramework(getIndex(index).code, year);
    const wanted = criteria ?? framework.criteria.map(({ code }) => code);
    const codes = wanted.map((code) => getCriterion(index, year, code).definition.code);
    const sheet = await getSheet(context, { index, year, recordedAsOf: null });
    return codes.flatMap((code) => {
      const figure = sheet.counted(id, code);
      return figure === null ? [] : [toScore(figure, null)];
    });
  }
}
