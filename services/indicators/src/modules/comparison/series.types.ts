import { Field, Float, Int, ObjectType } from 'type-graphql';
import { ProvinceReference } from '@lientinh/publishing';
import { ScoreStatus } from '../score/score.types';
import { MissingReason } from './comparison.types';

@ObjectType({ description: 'One year of a series. | Một năm.' })
export class SeriesPoint {
  @Field(() => Int)
  readonly year!: number;

  @Field(() => Float, { nullable: true, description: 'The value that counts; null with a reason in `missing`.' })
  readonly value!: number | null;

  @Field(() => Int, { nullable: true, description: 'As Score.rank.' })
  readonly rank!: number | null;

  @Field(() => Int, { nullable: true, description: 'As Score.rankedAmong.' })
  readonly rankedAmong!: number | null;

  @Field(() => Boolean, {
    description: 'A new framework starts here: do not draw a line into this point. | Đổi phương pháp.',
  })
  readonly methodologyBreak!: boolean;

  @Field(() => ScoreStatus, { nullable: true })
  readonly status!: ScoreStatus | null;

  @Field(() => MissingReason, { nullable: true, description: 'Why there is no value; null when there is one.' })
  readonly missing!: MissingReason | null;
}

@ObjectType({ description: 'One criterion of one province over the years. | Chuỗi số liệu theo năm.' })
export class Series {
  @Field(() => ProvinceReference, {
    description: 'The unit: the last one that bore the code in the years asked for, or the one of today.',
  })
  readonly province!: ProvinceReference;

  @Field(() => [SeriesPoint], { description: 'One for each year, ascending, holes included.' })
  readonly points!: readonly SeriesPoint[];
}
