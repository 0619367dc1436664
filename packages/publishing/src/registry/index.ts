export { createPublisherRegistry, type PublisherRegistry, type PublisherRegistryOptions } from './publisher-registry';
export type { RegisteredPublisher, RegistryCopy } from './registered-publisher';
export { registryRoute } from './registry.route';
export { requireRegistered } from './require-registered';
export * from './registry.errors';
