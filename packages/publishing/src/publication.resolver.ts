import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { defineLoader, type RequestContext } from '@lientinh/subgraph';
import { Publication, toPublication } from './publication.types';
import { findPublications } from './publishing.store';

/** Publications of this subgraph's own ledgers, by id. */
export const loadPublication = defineLoader<string, Publication & { readonly supersedesId: string | null }>(
  'publication',
  async (ids, { database }) => {
    const records = await findPublications(database.reader, ids);
    return new Map([...records].map(([id, record]) => [id, toPublication(record)]));
  },
);

@Resolver(() => Publication)
export class PublicationResolver {
  @FieldResolver(() => Publication, { nullable: true })
  async supersedes(
    @Root() publication: Publication & { supersedesId?: string | null },
    @Ctx() context: RequestContext,
  ): Promise<Publication | null> {
    const id = publication.supersedesId;
    return id === null || id === undefined ? null : ((await loadPublication(context).load(id)) ?? null);
  }
}

/** Finds a publication by its key, for other subgraphs. */
export async function resolvePublication({ id }: { id: string }, context: RequestContext): Promise<Publication | null> {
  return (await loadPublication(context).load(id)) ?? null;
}
