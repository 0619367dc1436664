import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Language } from '@lientinh/contracts';
import { frameworkCatalogue } from '@lientinh/datasets';
import type { RequestContext } from '@lientinh/subgraph';
import { loadPublishedYears } from './framework.loaders';
import { Framework, Index, toIndex } from './framework.types';
import { LanguageChoice } from './language.types';
import { toFramework } from './framework.shape';

@Resolver(() => Index)
export class IndexResolver {
  @Query(() => [Index], { description: 'Every index that the platform carries. | Các chỉ số.' })
  indices(): Index[] {
    return frameworkCatalogue().indices.map(toIndex);
  }

  @Query(() => Index, { nullable: true, description: 'One index by its code; null when there is none.' })
  index(@Arg('code', () => ID, { description: 'PAPI, PCI, PAR_INDEX, SIPAS or DTI.' }) code: string): Index | null {
    const definition = frameworkCatalogue().index(code);
    return definition === null ? null : toIndex(definition);
  }

  @FieldResolver(() => String, { description: 'Official name. | Tên chỉ số.' })
  name(
    @Root() { definition }: Index,
    @Arg('language', () => LanguageChoice, {
      nullable: true,
      defaultValue: 'VI',
      description: 'Vietnamese unless asked otherwise.',
    })
    language: Language,
  ): string {
    return language === 'EN' ? definition.nameEn : definition.nameVi;
  }

  @FieldResolver(() => [Int], { description: 'The years of which there are figures, ascending. | Các năm có số liệu.' })
  async years(@Root() { code }: Index, @Ctx() context: RequestContext): Promise<readonly number[]> {
    return (await loadPublishedYears(context).load(code)) ?? [];
  }

  @FieldResolver(() => Framework, {
    nullable: true,
    description: 'The criteria of a year; null where the index had none.',
  })
  framework(
    @Root() { code }: Index,
    @Arg('year', () => Int, { description: 'The year scored.' }) year: number,
  ): Framework | null {
    const record = frameworkCatalogue().framework(code, year);
    return record === null ? null : toFramework(record);
  }
}

/** Finds an index by its key, for other subgraphs. */
export function resolveIndex({ code }: { readonly code: string }): Index | null {
  const definition = frameworkCatalogue().index(code);
  return definition === null ? null : toIndex(definition);
}
