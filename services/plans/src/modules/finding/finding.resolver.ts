import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { inLanguage, type Language } from '@lientinh/contracts';
import { LanguageEnum } from '../vocabulary/vocabulary.types';
import { PlanFinding } from './finding.types';

@Resolver(() => PlanFinding)
export class PlanFindingResolver {
  @FieldResolver(() => String, { description: 'For a person. | Nội dung.' })
  message(
    @Root() { messageVi, messageEn }: PlanFinding,
    @Arg('language', () => LanguageEnum, {
      nullable: true,
      defaultValue: 'VI',
      description: 'Vietnamese unless English is asked for.',
    })
    language: Language,
  ): string {
    return inLanguage({ vi: messageVi, en: messageEn }, language);
  }
}
