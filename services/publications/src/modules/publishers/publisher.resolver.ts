import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type Dataset, dayInVietnam, inLanguage, type Language } from '@lientinh/contracts';
import { getLatestProvince } from '@lientinh/datasets';
import { AssignableDataset, ProvinceReference, PublisherReference } from '@lientinh/publishing';
import { Access, type RequestContext } from '@lientinh/subgraph';
import { AssignableLanguage } from '../language';
import { loadPublisher, loadPublisherChanges } from './publisher.loaders';
import { listPublishers } from './publisher.store';
import { PublisherChangeLine, PublisherStanding } from './publisher.types';

@Resolver(() => PublisherReference)
export class PublisherResolver {
  @Query(() => [PublisherReference], {
    description: 'The registry: who may publish what, by Vietnamese name. | Sổ đăng ký các đơn vị công bố.',
  })
  async publishers(@Ctx() context: RequestContext): Promise<PublisherReference[]> {
    const publishers = await listPublishers(context.database.reader);
    for (const publisher of publishers) loadPublisher(context).prime(publisher.id, publisher);
    return publishers.map(({ id }) => ({ id }));
  }

  @FieldResolver(() => String, { description: 'Its name; the id while the registry does not know it. | Tên.' })
  async name(
    @Root() { id }: PublisherReference,
    @Arg('language', () => AssignableLanguage, { nullable: true, defaultValue: 'VI' })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<string> {
    const publisher = await loadPublisher(context).load(id);
    return publisher === undefined ? id : inLanguage({ vi: publisher.nameVi, en: publisher.nameEn }, language ?? 'VI');
  }

  @FieldResolver(() => ProvinceReference, {
    nullable: true,
    description:
      'The province it speaks for, as the unit that bears the code now or bore it last; null for the whole country.',
  })
  async province(
    @Root() { id }: PublisherReference,
    @Ctx() context: RequestContext,
  ): Promise<ProvinceReference | null> {
    const code = (await loadPublisher(context).load(id))?.province ?? null;
    return code === null ? null : { id: getLatestProvince(code, dayInVietnam(context.now)).id };
  }

  @FieldResolver(() => [AssignableDataset], { description: 'What it may publish. | Các bộ dữ liệu được công bố.' })
  async datasets(@Root() { id }: PublisherReference, @Ctx() context: RequestContext): Promise<readonly Dataset[]> {
    return (await loadPublisher(context).load(id))?.datasets ?? [];
  }

  @FieldResolver(() => [ID], { description: 'Codes of the indices whose scores it may publish. | Các chỉ số.' })
  async indices(@Root() { id }: PublisherReference, @Ctx() context: RequestContext): Promise<readonly string[]> {
    return (await loadPublisher(context).load(id))?.indices ?? [];
  }

  @FieldResolver(() => PublisherStanding, { description: 'Whether it may publish at present. | Tình trạng.' })
  async standing(@Root() { id }: PublisherReference, @Ctx() context: RequestContext): Promise<PublisherStanding> {
    const publisher = await loadPublisher(context).load(id);
    if (publisher === undefined) return 'UNREGISTERED';
    return publisher.active ? 'ACTIVE' : 'SUSPENDED';
  }

  @Access('admin')
  @FieldResolver(() => [PublisherChangeLine], {
    description: 'Who changed its entry and when, oldest first. For administrators. | Lịch sử thay đổi.',
  })
  async changes(@Root() { id }: PublisherReference, @Ctx() context: RequestContext): Promise<PublisherChangeLine[]> {
    const changes = (await loadPublisherChanges(context).load(id)) ?? [];
    return changes.map(({ kind, reason, changedBy, changedAt, state }) => ({
      kind,
      reason,
      changedBy,
      changedAt,
      provinceCode: state.province,
      datasets: state.datasets,
      indices: state.indices,
      active: state.active,
    }));
  }
}
