import { type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from './shared-types';

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

/** A Relay cursor connection. */
export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/**
 * The GraphQL types `<name>Edge` and `<name>Connection` of a node type. `shared`: other subgraphs give the same connection too.
 */
export function connectionTypes<T extends object>(
  node: ClassType<T>,
  name: string,
  shared = false,
): ClassType<Connection<T>> {
  const sharing = shared ? [Directive('@shareable')] : [];

  @ObjectType(`${name}Edge`)
  class EdgeType implements Edge<T> {
    @Field(() => String)
    readonly cursor!: string;

    @Field(() => node)
    readonly node!: T;
  }

  @ObjectType(`${name}Connection`)
  class ConnectionType implements Connection<T> {
    @Field(() => [EdgeType])
    readonly edges!: readonly EdgeType[];

    @Field(() => [node])
    readonly nodes!: readonly T[];

    @Field(() => PageInfo)
    readonly pageInfo!: PageInfo;

    @Field(() => Int)
    readonly totalCount!: number;
  }
  for (const directive of sharing) for (const type of [EdgeType, ConnectionType]) (directive as ClassDecorator)(type);
  return ConnectionType;
}
