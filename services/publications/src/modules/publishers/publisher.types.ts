import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import type { Dataset } from '@lientinh/contracts';
import { AssignableDataset } from '@lientinh/publishing';
import { Instant } from '@lientinh/subgraph';
import type { PublisherChangeKind } from './publisher.row';

export const PublisherStanding = {
  ACTIVE: 'ACTIVE',
  SUSPENDED: 'SUSPENDED',
  UNREGISTERED: 'UNREGISTERED',
} as const;
export type PublisherStanding = keyof typeof PublisherStanding;
registerEnumType(PublisherStanding, {
  name: 'PublisherStanding',
  description: 'UNREGISTERED: it has published under a token of the issuer, but the registry does not know it.',
});

export const PublisherChangeKindEnum: { [Kind in PublisherChangeKind]: Kind } = {
  REGISTER: 'REGISTER',
  CHANGE_RIGHTS: 'CHANGE_RIGHTS',
  SUSPEND: 'SUSPEND',
  RESUME: 'RESUME',
};
registerEnumType(PublisherChangeKindEnum, {
  name: 'PublisherChangeKind',
  description: "What was done to a publisher's entry in the registry.",
});

@ObjectType({ description: "A line of the registry's append-only log. | Một lần thay đổi trong sổ đăng ký." })
export class PublisherChangeLine {
  @Field(() => PublisherChangeKindEnum, { description: 'What was done.' })
  readonly kind!: PublisherChangeKind;

  @Field(() => ID, { nullable: true, description: 'Province code after the change; null for the whole country.' })
  readonly provinceCode!: string | null;

  @Field(() => [AssignableDataset], { description: 'Data sets after the change.' })
  readonly datasets!: readonly Dataset[];

  @Field(() => [ID], { description: 'Indices after the change.' })
  readonly indices!: readonly string[];

  @Field(() => Boolean, { description: 'Whether it was active after the change.' })
  readonly active!: boolean;

  @Field(() => String, { nullable: true, description: 'Why, as the administrator said.' })
  readonly reason!: string | null;

  @Field(() => String, { description: 'Client that made the change; `system` for the first start.' })
  readonly changedBy!: string;

  @Field(() => Instant, { description: 'When.' })
  readonly changedAt!: string;
}

@InputType({ description: 'What a publisher may give. | Quyền công bố.' })
export class PublisherRightsInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Two-digit code of the one province it speaks for; absent for the whole country.',
  })
  readonly province?: string | null;

  @Field(() => [AssignableDataset], { description: 'At least one.' })
  readonly datasets!: Dataset[];

  @Field(() => [ID], {
    nullable: true,
    description: 'Codes of the indices whose scores it may give; needed with SCORES, and only with it.',
  })
  readonly indices?: string[] | null;
}

@InputType({ description: 'A new publisher. | Đơn vị công bố mới.' })
export class RegisterPublisherInput extends PublisherRightsInput {
  @Field(() => ID, { description: 'Lower-case letters, digits and hyphens; the `publisher` claim of its tokens.' })
  readonly id!: string;

  @Field(() => String, { description: 'Vietnamese name.' })
  readonly nameVi!: string;

  @Field(() => String, { description: 'English name.' })
  readonly nameEn!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the log.' })
  readonly reason?: string | null;
}

@InputType({ description: 'New rights of a publisher; they replace the old ones. | Quyền mới của đơn vị công bố.' })
export class ChangePublisherRightsInput extends PublisherRightsInput {
  @Field(() => ID, { description: 'Whose.' })
  readonly publisher!: string;

  @Field(() => String, { description: 'Why, for the log.' })
  readonly reason!: string;
}
