import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Language } from '@lientinh/contracts';
import { criterionById, findCriterion } from './framework-lookup.rules';
import { Criterion, Framework, toCriterion } from './framework.types';
import { LanguageChoice } from './language.types';

@Resolver(() => Framework)
export class FrameworkResolver {
  @FieldResolver(() => [Criterion], { description: 'In print order, each before its parts. | Các tiêu chí.' })
  criteria(
    @Root() { record }: Framework,
    @Arg('depth', () => Int, { nullable: true, description: '0: TOTAL only; 1: with its parts; all when absent.' })
    depth: number | null | undefined,
  ): Criterion[] {
    return record.criteria
      .filter((definition) => depth === null || depth === undefined || definition.depth <= depth)
      .map((definition) => toCriterion({ framework: record, definition }));
  }
}

@Resolver(() => Criterion)
export class CriterionResolver {
  @FieldResolver(() => String, {
    description: 'Name; the Vietnamese one where no source gives an English one. | Tên tiêu chí.',
  })
  name(
    @Root() { place }: Criterion,
    @Arg('language', () => LanguageChoice, {
      nullable: true,
      defaultValue: 'VI',
      description: 'Vietnamese unless asked otherwise.',
    })
    language: Language,
  ): string {
    const { nameVi, nameEn } = place.definition;
    return language === 'EN' ? (nameEn ?? nameVi) : nameVi;
  }

  @FieldResolver(() => Criterion, { nullable: true, description: 'The criterion it is part of; null for TOTAL.' })
  parent(@Root() { place }: Criterion): Criterion | null {
    const { parentCode } = place.definition;
    const parent = parentCode === null ? null : findCriterion(place.framework, parentCode);
    return parent === null ? null : toCriterion(parent);
  }

  @FieldResolver(() => [Criterion], { description: 'Its parts, in print order.' })
  children(@Root() { place: { framework, definition } }: Criterion): Criterion[] {
    return framework.criteria
      .filter(({ parentCode }) => parentCode === definition.code)
      .map((child) => toCriterion({ framework, definition: child }));
  }
}

/** Finds a criterion by its key, for other subgraphs. */
export function resolveCriterion({ id }: { readonly id: string }): Criterion | null {
  const place = criterionById(id);
  return place === null ? null : toCriterion(place);
}
