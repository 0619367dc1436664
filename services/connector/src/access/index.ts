export { type AccessOptions, type ConnectorAccess, createAccess, type KnownCaller } from './access';
export { AUTHENTICATION_CHALLENGES } from './challenges';
export { keyRoutes, type KeyRouteOptions, USABLE_KEYS_PER_MAKER } from './key-routes';
export { type AttemptLimits, DEFAULT_ATTEMPT_LIMITS } from './attempt-limit';
