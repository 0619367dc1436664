import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { dayInVietnam } from '@lientinh/contracts';
import { Publication } from '@lientinh/publishing';
import { type Connection, decodeCursor, pageSize, type RequestContext, toConnection } from '@lientinh/subgraph';
import type { Services } from '../../services';
import { loadListedPublication } from './publication.loaders';
import { type ListedPublication, toPublication } from './publication.row';
import { checkCursor, toConditions } from './publication.rules';
import { countPublications, listPublications } from './publication.store';
import { PublicationConnection, PublicationFilter } from './publication.types';

type Context = RequestContext<Services>;

@Resolver(() => Publication)
export class ListedPublicationResolver {
  @Query(() => Publication, {
    nullable: true,
    description: 'One publication of any data set; null when there is none. | Một lần công bố.',
  })
  async publication(
    @Arg('id', () => ID, { description: 'For example scores-17.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Publication | null> {
    return (await loadListedPublication(context).load(id)) ?? null;
  }

  @Query(() => PublicationConnection, {
    description:
      'Everything that was published, newest first, with what became of it; includes every publication acknowledged before the question. | Danh sách các lần công bố.',
  })
  async publications(
    @Arg('filter', () => PublicationFilter, { nullable: true, description: 'Which; all when absent.' })
    filter: PublicationFilter | null | undefined,
    @Arg('first', () => Int, { nullable: true, description: 'Page size: 50 unless asked, 500 at most.' })
    first: number | null | undefined,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Connection<Publication>> {
    const size = pageSize(first);
    const place = checkCursor(decodeCursor(after, 2));
    const conditions = toConditions(filter, dayInVietnam(context.now));
    await context.services.feeds.catchUp(context);
    const { reader } = context.database;
    const [rows, totalCount] = await Promise.all([
      listPublications(reader, conditions, place, size + 1),
      countPublications(reader, conditions),
    ]);
    return toConnection(
      { rows: rows.map(toPublication), size, totalCount, afterCursor: place !== null },
      ({ receivedAt, id }) => [receivedAt, id],
    );
  }

  @FieldResolver(() => Publication, { nullable: true })
  async supersedes(@Root() publication: ListedPublication, @Ctx() context: Context): Promise<Publication | null> {
    const { supersedesId } = publication;
    return supersedesId === null ? null : ((await loadListedPublication(context).load(supersedesId)) ?? null);
  }
}

/** A publication that another subgraph refers to. */
export async function resolveListedPublication({ id }: { id: string }, context: Context): Promise<Publication | null> {
  return (await loadListedPublication(context).load(id)) ?? null;
}
