import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { Framework as FrameworkRecord, IndexDefinition } from '@lientinh/datasets';
import { Node } from '@lientinh/subgraph';
import { criterionId, type CriterionInFramework } from './framework-lookup.rules';

@Directive('@key(fields: "code")')
@ObjectType({ description: 'An index by which provinces are compared. | Chỉ số đánh giá cấp tỉnh.' })
export class Index {
  @Field(() => ID, { description: 'PAPI, PCI, PAR_INDEX, SIPAS or DTI.' })
  readonly code!: string;

  @Field(() => String, { description: 'Who computes and publishes it. | Đơn vị công bố.' })
  readonly publisher!: string;

  @Field(() => Int, {
    description:
      'Decimals at which scores are published and ranks are computed; values themselves are given in full. | Số chữ số thập phân.',
  })
  readonly precision!: number;

  readonly definition!: IndexDefinition;
}

@ObjectType({ description: 'The criteria of an index over the years in which none of them changes. | Bộ tiêu chí.' })
export class Framework {
  @Field(() => Index, { description: 'The index it belongs to.' })
  readonly index!: Index;

  @Field(() => String, { description: 'Its name in the source, for example PAPI-2018.' })
  readonly version!: string;

  @Field(() => Int, { description: 'First year it holds for.' })
  readonly validFromYear!: number;

  @Field(() => Int, { nullable: true, description: 'Last year; null while in use.' })
  readonly validToYear!: number | null;

  @Field(() => Float, { description: 'Points of the whole index at most. | Điểm tối đa.' })
  readonly maxScore!: number;

  readonly record!: FrameworkRecord;
}

@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'One criterion as one framework states it. | Tiêu chí.' })
export class Criterion implements Node {
  @Field(() => ID, {
    description: 'Index, first year of the framework, code: PAPI:2018:2.1. Any year of the framework is understood.',
  })
  readonly id!: string;

  @Field(() => ID, {
    description:
      'TOTAL for the whole index, else the code of the publisher. A code means one thing only within a framework.',
  })
  readonly code!: string;

  @Field(() => String, {
    description: 'Equal in two years exactly if the criterion means the same in both: PAPI:2.1@2018.',
  })
  readonly meaningId!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Points at most; null where no source states them. | Điểm tối đa.',
  })
  readonly maxScore!: number | null;

  @Field(() => Int, { description: '0 for TOTAL, 1 for its parts, 2 for theirs.' })
  readonly depth!: number;

  readonly place!: CriterionInFramework;
}

export function toIndex(definition: IndexDefinition): Index {
  const { code, publisherName, precision } = definition;
  return { code, publisher: publisherName, precision, definition };
}

export function toCriterion(place: CriterionInFramework): Criterion {
  const { code, meaningId, maxScore, depth } = place.definition;
  return { id: criterionId(place), code, meaningId, maxScore, depth, place };
}
