import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { ReformArea, Unit } from '@lientinh/plan-reader';
import { ReformAreaEnum, UnitEnum } from '../vocabulary/vocabulary.types';

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Something that plans set targets for, under one name whatever the wording. | Chỉ tiêu.' })
export class Metric {
  @Field(() => ID, { description: 'Stable code, for example ON_TIME_DOSSIER_SHARE.' })
  readonly code!: string;

  @Field(() => UnitEnum, { description: 'Unit of its figures.' })
  readonly unit!: Unit;

  @Field(() => ReformAreaEnum, { description: 'Area of reform in which plans usually state it.' })
  readonly usualArea!: ReformArea;

  @Field(() => Boolean, { description: 'Whether more is better.' })
  readonly higherIsBetter!: boolean;

  @Field(() => String, { description: 'What is counted, in Vietnamese. | Định nghĩa.' })
  readonly definition!: string;

  @Field(() => [ID], { description: 'Codes of metrics that read alike and mean something else.' })
  readonly notToBeConfusedWith!: readonly string[];

  readonly nameVi!: string;
}
