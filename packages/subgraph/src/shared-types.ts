import { Directive, Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql';

@InterfaceType({ description: 'Anything with an id that is unique in the whole graph for its type.' })
export abstract class Node {
  @Field(() => ID)
  readonly id!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'Where a page stands in its list (Relay cursor connections).' })
export class PageInfo {
  @Field(() => Boolean)
  readonly hasNextPage!: boolean;

  @Field(() => Boolean)
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  readonly startCursor!: string | null;

  @Field(() => String, { nullable: true })
  readonly endCursor!: string | null;
}

@Directive('@shareable')
@ObjectType('Source', {
  description: "Where a fact stands in its source: the publication's document, and the 1-based lines there.",
})
export class SourceReference {
  @Field(() => String, { nullable: true, description: 'Title or file name of the document.' })
  readonly document!: string | null;

  @Field(() => String, { nullable: true })
  readonly url!: string | null;

  @Field(() => Int, { nullable: true })
  readonly lineFrom!: number | null;

  @Field(() => Int, { nullable: true })
  readonly lineTo!: number | null;
}
