import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { dayInVietnam, type Language } from '@lientinh/contracts';
import { CalendarDate, type RequestContext } from '@lientinh/subgraph';
import { LanguageType } from '../vocabulary/vocabulary.types';
import { levelOf, levelsInForce, toOnlineServiceLevel } from './online-service.rules';
import { OnlineServiceLevel } from './online-service.types';

@Resolver(() => OnlineServiceLevel)
export class OnlineServiceLevelResolver {
  @Query(() => [OnlineServiceLevel], {
    description: 'The levels of online service in force on a day, lowest first. | Các mức độ dịch vụ công trực tuyến.',
  })
  onlineServiceLevels(
    @Arg('asOf', () => CalendarDate, { nullable: true, description: 'The day; today if absent.' })
    asOf: string | null,
    @Ctx() { now }: RequestContext,
  ): OnlineServiceLevel[] {
    return levelsInForce(asOf ?? dayInVietnam(now)).map(toOnlineServiceLevel);
  }

  @FieldResolver(() => String, { description: 'Name of the level. | Tên mức độ.' })
  name(
    @Root() level: OnlineServiceLevel,
    @Arg('language', () => LanguageType, { nullable: true, defaultValue: 'VI', description: 'Language of the name.' })
    language: Language | null,
  ): string {
    return language === 'EN' ? level.nameEn : level.nameVi;
  }

  @FieldResolver(() => OnlineServiceLevel, {
    nullable: true,
    description:
      'The level of the following decree that stands for this one in comparisons: LEVEL_4 for FULL. | Mức độ tương ứng sau này.',
  })
  mapsTo(@Root() { mapsToCode }: OnlineServiceLevel): OnlineServiceLevel | null {
    return mapsToCode === null ? null : toOnlineServiceLevel(levelOf(mapsToCode));
  }
}
