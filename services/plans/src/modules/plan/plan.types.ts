import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { PlanKind } from '@lientinh/plan-reader';
import { CalendarDate, connectionTypes, Node, type Connection } from '@lientinh/subgraph';
import { PlanKindEnum } from '../vocabulary/vocabulary.types';

@ObjectType({
  description: 'The decision that approves a plan which has no number of its own. | Quyết định phê duyệt.',
})
export class ApprovingDecision {
  @Field(() => String, { description: 'Number as printed.' })
  readonly number!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of issue.' })
  readonly issuedOn!: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description: 'A reform plan as one publication states it. | Kế hoạch cải cách hành chính.',
})
export class Plan implements Node {
  @Field(() => ID, { description: 'Stable over corrections of the plan.' })
  readonly id!: string;

  @Field(() => String, { nullable: true, description: 'Number as printed; null where blank in print. | Số, ký hiệu.' })
  readonly number!: string | null;

  @Field(() => ApprovingDecision, {
    nullable: true,
    description: 'The decision that approves the plan, where it is attached to one.',
  })
  readonly approvingDecision!: ApprovingDecision | null;

  @Field(() => PlanKindEnum, { description: 'What the plan is for.' })
  readonly kind!: PlanKind;

  @Field(() => String, { description: 'Title as printed. | Tên kế hoạch.' })
  readonly title!: string;

  @Field(() => String, { description: 'The issuing agency as printed.' })
  readonly issuerName!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of issue; null where not printed in full.' })
  readonly issuedOn!: string | null;

  @Field(() => CalendarDate, { description: 'First day of the period.' })
  readonly periodFrom!: string;

  @Field(() => CalendarDate, { description: 'Last day of the period.' })
  readonly periodTo!: string;

  @Field(() => String, { nullable: true, description: 'Name of the person who signed. | Người ký.' })
  readonly signer!: string | null;

  @Field(() => String, { nullable: true, description: 'Post of the person who signed.' })
  readonly signerTitle!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the document.' })
  readonly documentName!: string | null;

  readonly provinceId!: string;
  readonly issuerAgency!: string;
  /** Place of the publication in the ledger; tells this version of the plan apart. */
  readonly publicationSequence!: number;
  /** The instant as of which the plan was asked for; null for now. */
  readonly knownAt!: string | null;
  /** Rank in a search; 0 without one. */
  readonly rank!: number;
}

export const PlanConnection = connectionTypes(Plan, 'Plan');
export type PlanConnection = Connection<Plan>;

@InputType({ description: 'Which plans; all conditions hold together. | Bộ lọc kế hoạch.' })
export class PlanFilter {
  @Field(() => [ID], {
    nullable: true,
    description:
      'Province codes, meaning the units of 30 June of `year`, or without a year every unit that bore the code; or ids.',
  })
  readonly provinces?: readonly string[] | null;

  @Field(() => PlanKindEnum, { nullable: true, description: 'What the plan is for.' })
  readonly kind?: PlanKind | null;

  @Field(() => Int, { nullable: true, description: 'A year of the period.' })
  readonly year?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words of number and title, with or without diacritics; best match first.',
  })
  readonly search?: string | null;
}
