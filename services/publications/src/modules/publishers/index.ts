export { PublisherResolver } from './publisher.resolver';
export { PublisherMutations } from './publisher.mutations';
export { readRegistry, seedRegistry } from './publisher.registry';
export { listPublishers } from './publisher.store';
