export { PublisherResolver } from './publisher.resolver';
export { PublisherMutations } from './publisher.mutations';
export { seedRegistry } from './publisher.registry';
export { listPublishers } from './publisher.store';
