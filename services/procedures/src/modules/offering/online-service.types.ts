import { Field, ID, ObjectType } from 'type-graphql';
import { CalendarDate } from '@lientinh/subgraph';

@ObjectType({
  description:
    'A level of online service, as a decree defines it for a time: LEVEL_1 to LEVEL_4 (Decree 43/2011), INFORMATION, PARTIAL, FULL (Decree 42/2022); NONE is always there. | Mức độ dịch vụ công trực tuyến.',
})
export class OnlineServiceLevel {
  @Field(() => ID, { description: 'Code, for example FULL.' })
  readonly code!: string;

  @Field(() => String, { nullable: true, description: 'Number of the decree; null for NONE. | Nghị định.' })
  readonly decree!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'First day in force. | Có hiệu lực từ.' })
  readonly validFrom!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day in force. | Có hiệu lực đến.' })
  readonly validTo!: string | null;

  @Field(() => Boolean, { description: 'Filing is possible online. | Nộp được trực tuyến.' })
  readonly online!: boolean;

  @Field(() => Boolean, { description: 'Every step is online. | Toàn bộ các bước trực tuyến.' })
  readonly fullyOnline!: boolean;

  readonly nameVi!: string;
  readonly nameEn!: string;
  readonly mapsToCode!: string | null;
}
