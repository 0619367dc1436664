import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { loadPublication, Publication } from '@lientinh/publishing';
import type { RequestContext } from '@lientinh/subgraph';
import type { IndicatorsServices } from '../../services';
import { getSheet, loadScore } from './score.loaders';
import { Score, toScore } from './score.types';

type Context = RequestContext<IndicatorsServices>;

@Resolver(() => Score)
export class ScoreResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Competition ranking (1, 2, 2, 4) of the value at the precision at which the index is published; 1 is best. Computed where a publication declares its index and year complete; elsewhere the rank that the source prints; else null. | Thứ hạng.',
  })
  async rank(@Root() score: Score, @Ctx() context: Context): Promise<number | null> {
    return (await placementOf(score, context))?.rank ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Among how many provinces; those without a value are not counted.',
  })
  async rankedAmong(@Root() score: Score, @Ctx() context: Context): Promise<number | null> {
    return (await placementOf(score, context))?.rankedAmong ?? null;
  }

  @FieldResolver(() => Publication, {
    nullable: true,
    description: 'The publication that states it; null for a derived value.',
  })
  async publication(@Root() { figure }: Score, @Ctx() context: Context): Promise<Publication | null> {
    if (figure.status === 'DERIVED') return null;
    return (await loadPublication(context).load(figure.publication)) ?? null;
  }
}

async function placementOf(
  { figure, recordedAsOf }: Score,
  context: Context,
): Promise<{ readonly rank: number; readonly rankedAmong: number | null } | null> {
  const sheet = await getSheet(context, { index: figure.index, year: figure.year, recordedAsOf });
  return sheet.placement(figure);
}

/** Finds a score by its key, for other subgraphs. */
export async function resolveScore({ id }: { readonly id: string }, context: Context): Promise<Score | null> {
  const figure = await loadScore(context).load(id);
  return figure === undefined ? null : toScore(figure, figure.status === 'DERIVED' ? figure.recordedAt : null);
}
