import { Directive, Field, ObjectType } from 'type-graphql';
import { CalendarDate, SourceReference } from '@lientinh/subgraph';

@Directive('@shareable')
@ObjectType({ description: 'An instrument that is cited. | Căn cứ pháp lý.' })
export class LegalReference {
  @Field(() => String, { description: 'Number as printed; the title of a law that is cited by name.' })
  readonly number!: string;

  @Field(() => String, {
    description:
      'LAW, DECREE, DECISION, RESOLUTION, DIRECTIVE, CIRCULAR, NOTICE, PLAN, PROGRAMME, REPORT, OFFICIAL_LETTER, or the printed kind.',
  })
  readonly kind!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of issue, where printed.' })
  readonly issuedOn!: string | null;

  @Field(() => [SourceReference], { description: 'Where it is cited.' })
  readonly citedAt!: readonly SourceReference[];
}
