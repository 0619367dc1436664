import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { referenceDayOfYear } from '@lientinh/contracts';
import { frameworkCatalogue, provinceCatalogue, type ProvinceRecord } from '@lientinh/datasets';
import type { RequestContext } from '@lientinh/subgraph';
import type { IndicatorsServices } from '../../services';
import { compareMeanings } from '../comparison/comparability.rules';
import { sameTerritoryOn } from '../province/province-lookup.rules';
import { getSheet } from '../score/score.loaders';
import { Score, toScore } from '../score/score.types';
import type { AnyScore } from '../score/stated-score';
import { judgeGoal, type GoalOutcome } from './goal-outcome.rules';
import { GoalOutcomeChoice, IndexGoal } from './goal.types';

type Context = RequestContext<IndicatorsServices>;

@Resolver(() => IndexGoal)
export class IndexGoalResolver {
  @Directive('@requires(fields: "indexCode criterionCode provinceId targetYear")')
  @FieldResolver(() => Score, {
    nullable: true,
    description: 'The figure of the target year; null while there is none, or none that can be held against the goal.',
  })
  async actual(@Root() goal: IndexGoal, @Ctx() context: Context): Promise<Score | null> {
    const found = await findActual(goal, context);
    const figure = found?.figure ?? null;
    return figure === null ? null : toScore(figure, null);
  }

  @Directive(
    '@requires(fields: "indexCode criterionCode provinceId targetYear targetScore targetMax targetRank targetRankGain baselineYear baselineRank")',
  )
  @FieldResolver(() => GoalOutcomeChoice, {
    description:
      'Whether the promise was kept: score, rank or places gained, all that the plan states. | Kết quả thực hiện.',
  })
  async outcome(@Root() goal: IndexGoal, @Ctx() context: Context): Promise<GoalOutcome> {
    const found = await findActual(goal, context);
    if (found === null) return 'NOT_COMPARABLE';
    const { indexCode, criterionCode, baselineYear, targetYear } = goal;
    const code = criterionCode ?? '';
    const catalogue = frameworkCatalogue();
    return judgeGoal(goal, {
      value: found.figure?.value ?? null,
      rank: found.rank,
      maxScore: catalogue.criterion(indexCode, targetYear, code)?.maxScore ?? null,
      sameMeaning: baselineYear === null || compareMeanings(indexCode, code, baselineYear, targetYear).comparable,
      precision: catalogue.index(indexCode)?.precision ?? 2,
    });
  }
}

/** The figure a goal is held against; null where there can be none: no such criterion or province in the target year, or not surveyed. */
async function findActual(
  { indexCode, criterionCode, provinceId, targetYear }: IndexGoal,
  context: Context,
): Promise<{ readonly figure: AnyScore | null; readonly rank: number | null } | null> {
  const unit = unitOfYear(provinceId, targetYear);
  const criterion = frameworkCatalogue().criterion(indexCode, targetYear, criterionCode ?? '');
  if (unit === null || criterion === null) return null;
  const sheet = await getSheet(context, { index: indexCode, year: targetYear, recordedAsOf: null });
  const figure = sheet.counted(unit.id, criterion.code);
  if (figure === null) {
    const isLeftOut = frameworkCatalogue().isNotScored(indexCode, targetYear, unit.code, criterion.code);
    return isLeftOut ? null : { figure, rank: null };
  }
  return { figure, rank: sheet.placement(figure)?.rank ?? null };
}

function unitOfYear(provinceId: string, year: number): ProvinceRecord | null {
  const unit = provinceCatalogue().byId(provinceId);
  return unit === null ? null : sameTerritoryOn(unit, referenceDayOfYear(year));
}
