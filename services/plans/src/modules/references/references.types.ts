import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Agency', { description: 'An agency; its own fields come from the agencies subgraph. | Cơ quan.' })
export class AgencyReference {
  @Field(() => ID, { description: 'Province code (or `central`) and the key of the directory.' })
  readonly id!: string;
}

@Directive('@key(fields: "code")')
@ObjectType('Index', { description: 'An index; its own fields come from the indicators subgraph. | Chỉ số.' })
export class IndexReference {
  @Field(() => ID, { description: 'Code of the index, for example PAPI.' })
  readonly code!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Criterion', {
  description: 'A criterion of an index; its own fields come from the indicators subgraph. | Tiêu chí.',
})
export class CriterionReference {
  @Field(() => ID, { description: 'Key of the criterion in one meaning of its code.' })
  readonly id!: string;
}
