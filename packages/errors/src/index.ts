export { editDistance } from './edit-distance';
export { CodedError } from './coded-error';
export { defineError, listErrorDefinitions, type ErrorDefinition, type ErrorFactory } from './registry';
export { renderErrorReference } from './reference';
export { internalError, invalidRequest, notFound, serviceUnavailable, requestTooLarge } from './common-errors';
