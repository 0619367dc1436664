import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { dayInVietnam, type Language } from '@lientinh/contracts';
import { frameworkCatalogue } from '@lientinh/datasets';
import { Instant, type RequestContext } from '@lientinh/subgraph';
import type { IndicatorsServices } from '../../services';
import { getCriterion, getFramework, getIndex, type CriterionInFramework } from '../framework/framework-lookup.rules';
import { toIndex } from '../framework/framework.types';
import { LanguageChoice } from '../framework/language.types';
import { toColumns } from '../province/column.rules';
import { getSheet, maySee } from '../score/score.loaders';
import { compareCriteria } from './comparison.rules';
import { Boundaries, ComparabilityNote, Comparison } from './comparison.types';
import { comparabilityNotes } from './notes.rules';

type Context = RequestContext<IndicatorsServices>;

@Resolver(() => Comparison)
export class ComparisonResolver {
  @Query(() => Comparison, {
    description:
      'The side-by-side table: a row for each criterion, a column for each province. | Bảng so sánh các tỉnh.',
  })
  async comparison(
    @Arg('index', () => ID, { description: 'Code of the index.' }) index: string,
    @Arg('year', () => Int, { description: 'The year scored.' }) year: number,
    @Arg('provinces', () => [ID], { description: 'Codes of the provinces, in the order of the columns.' })
    provinces: string[],
    @Ctx() context: Context,
    @Arg('criteria', () => [ID], { nullable: true, description: 'Only these criteria; `depth` does not matter then.' })
    criteria?: string[] | null,
    @Arg('depth', () => Int, {
      nullable: true,
      defaultValue: 1,
      description: '0: TOTAL; 1: with its parts; 2: with theirs.',
    })
    depth?: number | null,
    @Arg('baselineYear', () => Int, {
      nullable: true,
      description: 'Changes are counted from this year; the year before when absent.',
    })
    baselineYear?: number | null,
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
  ): Promise<Comparison> {
    const definition = getIndex(index);
    const asOf = recordedAsOf ?? null;
    const baselineChosen = chooseBaseline(index, year, baselineYear ?? null);
    const chosen = chooseCriteria(index, year, criteria ?? null, depth ?? 1);
    const columns = toColumns(provinces, {
      year,
      baselineYear: baselineChosen,
      boundaries: boundaries ?? 'HISTORICAL',
      today: dayInVietnam(context.now),
    });
    const [sheet, baseline] = await Promise.all([
      getSheet(context, { index, year, recordedAsOf: asOf }),
      baselineChosen === null ? null : getSheet(context, { index, year: baselineChosen, recordedAsOf: asOf }),
    ]);
    const sees = (figure: Parameters<typeof maySee>[1]): boolean => maySee(context, figure);
    const content = { sheet, baseline, columns, criteria: chosen, recordedAsOf: asOf, sees };
    return {
      index: toIndex(definition),
      year,
      baselineYear: baselineChosen,
      provinces: columns.map(({ unit }) => ({ id: unit.id })),
      rows: compareCriteria(content),
      notes: comparabilityNotes(content),
    };
  }
}

@Resolver(() => ComparabilityNote)
export class ComparabilityNoteResolver {
  @FieldResolver(() => String, { description: 'For a person. | Nội dung lưu ý.' })
  text(
    @Root() { words }: ComparabilityNote,
    @Arg('language', () => LanguageChoice, {
      nullable: true,
      defaultValue: 'VI',
      description: 'Vietnamese unless asked otherwise.',
    })
    language: Language,
  ): string {
    return language === 'EN' ? words.en : words.vi;
  }
}

/** The baseline asked for (throws FRAMEWORK_MISSING), or the year before if the index was measured then. */
function chooseBaseline(index: string, year: number, asked: number | null): number | null {
  if (asked !== null) {
    getFramework(index, asked);
    return asked;
  }
  return frameworkCatalogue().framework(index, year - 1) === null ? null : year - 1;
}

/** The criteria asked for (throws CRITERION_UNKNOWN), or those of the year's framework down to a depth, in print order. */
function chooseCriteria(
  index: string,
  year: number,
  codes: readonly string[] | null,
  depth: number,
): readonly CriterionInFramework[] {
  const framework = getFramework(index, year);
  if (codes === null) {
    return framework.criteria
      .filter((definition) => definition.depth <= depth)
      .map((definition) => ({ framework, definition }));
  }
  return [...new Set(codes)]
    .map((code) => getCriterion(index, year, code))
    .sort((a, b) => a.definition.order - b.definition.order);
}
