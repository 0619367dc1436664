import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { dayInVietnam } from '@lientinh/contracts';
import { mayAdminister, throwIfRefused } from '@lientinh/identity';
import { PublisherReference } from '@lientinh/publishing';
import { Access, type RequestContext } from '@lientinh/subgraph';
import {
  changePublisherRights,
  registerPublisher,
  type RegistryChange,
  setPublisherActive,
} from './publisher.registry';
import { ChangePublisherRightsInput, RegisterPublisherInput } from './publisher.types';

@Resolver()
export class PublisherMutations {
  @Access('admin')
  @Mutation(() => PublisherReference, {
    description: 'Enters a new publisher into the registry. | Đăng ký đơn vị công bố.',
  })
  async registerPublisher(
    @Arg('input', () => RegisterPublisherInput) input: RegisterPublisherInput,
    @Ctx() context: RequestContext,
  ): Promise<PublisherReference> {
    const { id, nameVi, nameEn, datasets } = input;
    const publisher = { id, nameVi, nameEn, datasets, province: input.province ?? null, indices: input.indices ?? [] };
    await registerPublisher(context.database, publisher, change(context, input.reason ?? null));
    return { id };
  }

  @Access('admin')
  @Mutation(() => PublisherReference, {
    description: 'Replaces what a publisher may give. | Thay đổi quyền của đơn vị công bố.',
  })
  async changePublisherRights(
    @Arg('input', () => ChangePublisherRightsInput) input: ChangePublisherRightsInput,
    @Ctx() context: RequestContext,
  ): Promise<PublisherReference> {
    const rights = { province: input.province ?? null, datasets: input.datasets, indices: input.indices ?? [] };
    await changePublisherRights(context.database, input.publisher, rights, change(context, input.reason));
    return { id: input.publisher };
  }

  @Access('admin')
  @Mutation(() => PublisherReference, {
    description: 'Suspends a publisher; what it published stays. | Tạm dừng đơn vị công bố.',
  })
  async suspendPublisher(
    @Arg('publisher', () => ID) publisher: string,
    @Arg('reason', () => String, { description: 'Why, for the log.' }) reason: string,
    @Ctx() context: RequestContext,
  ): Promise<PublisherReference> {
    await setPublisherActive(context.database, publisher, false, change(context, reason));
    return { id: publisher };
  }

  @Access('admin')
  @Mutation(() => PublisherReference, {
    description: 'Lets a suspended publisher go on. | Cho đơn vị công bố hoạt động lại.',
  })
  async resumePublisher(
    @Arg('publisher', () => ID) publisher: string,
    @Arg('reason', () => String, { description: 'Why, for the log.' }) reason: string,
    @Ctx() context: RequestContext,
  ): Promise<PublisherReference> {
    await setPublisherActive(context.database, publisher, true, change(context, reason));
    return { id: publisher };
  }
}

/** Who changes what: only an administrator has a name here. */
function change({ principal, now }: RequestContext, reason: string | null): RegistryChange {
  throwIfRefused(mayAdminister(principal));
  const changedBy = principal.role === 'viewer' ? '' : principal.client;
  return { changedBy, today: dayInVietnam(now), reason };
}
