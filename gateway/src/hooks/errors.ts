import { CodedError, internalError, invalidRequest } from '@lientinh/errors';
import type { Language } from '@lientinh/contracts';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { inputInvalid, operationInvalid, operationTooLarge, operationUnreadable } from '../gateway.errors';

/** For whom an error is put into words. */
export interface Audience {
  readonly language: Language;
  /** Named in the error, so that the operator finds it in the log. */
  readonly requestId?: string;
  /** Most tokens of an operation, for the message of an operation beyond it. */
  readonly maxTokens?: number;
}

/** An error as the caller sees it, and whether it is a fault of ours whose cause must be logged. */
export interface PresentedError {
  readonly error: GraphQLFormattedError;
  readonly masked: boolean;
}

/**
 * Puts an error of the GraphQL door into words: code, sentence in the caller's language, request id, and for the failure of a subgraph
 * its name and the fields that are missing. Addresses, stacks, SQL and unknown messages never pass: what has no code is INTERNAL_ERROR.
 */
export function presentError(error: GraphQLError, audience: Audience): PresentedError {
  const coded = codedErrorOf(error) ?? fromLibrary(error, audience);
  if (coded !== undefined) return { error: shape(error, coded, audience), masked: coded.code === internalError.code };
  const passed = fromSubgraph(error, audience);
  if (passed !== undefined) return { error: passed, masked: false };
  return { error: shape(error, internalError(requestIdOf(audience)), audience), masked: true };
}

/** The body of a coded failure outside GraphQL; the same shape, so that a client needs one reader. */
export function errorBody(error: CodedError, audience: Audience): { errors: GraphQLFormattedError[] } {
  return { errors: [{ message: error.messageIn(audience.language), extensions: codedExtensions(error, audience) }] };
}

function codedErrorOf(error: GraphQLError): CodedError | undefined {
  if (error.extensions['coded'] instanceof CodedError) return error.extensions['coded'];
  const cause: unknown = error.originalError;
  if (cause instanceof CodedError) return cause;
  return cause instanceof GraphQLError && cause !== error ? codedErrorOf(cause) : undefined;
}

function fromLibrary(error: GraphQLError, audience: Audience): CodedError | undefined {
  if (error.extensions['serviceName'] !== undefined) return undefined;
  const reason = withoutSuggestions(error.message);
  switch (error.extensions['code']) {
    case 'GRAPHQL_PARSE_FAILED':
      return /more that? \d+ tokens/.test(reason)
        ? operationTooLarge({ measure: 'tokens', limit: audience.maxTokens ?? 0 })
        : operationUnreadable({ reason });
    case 'GRAPHQL_VALIDATION_FAILED':
      return operationInvalid({ reason });
    case 'BAD_USER_INPUT':
      return inputInvalid({ reason });
    case 'BAD_REQUEST':
    case 'OPERATION_RESOLUTION_FAILURE':
    case 'PERSISTED_QUERY_NOT_SUPPORTED':
      return invalidRequest({ reason: { vi: reason, en: reason } });
    default:
      return NO_SUCH_OPERATION.test(reason) ? invalidRequest({ reason: { vi: reason, en: reason } }) : undefined;
  }
}

/** What graphql-js says, without a code, when a document has several operations and none or another one is named. */
const NO_SUCH_OPERATION = /^(Must provide (operation name|an operation)|Unknown operation named)/;

/** Codes that a library gives to faults of the subgraph itself; they say nothing to a caller. */
const FAULTS = new Set(['INTERNAL_SERVER_ERROR', 'INTERNAL_ERROR', 'DOWNSTREAM_SERVICE_ERROR', 'BAD_REQUEST']);
const CODE = /^[A-Z][A-Z0-9_]{2,63}$/;

function fromSubgraph(error: GraphQLError, audience: Audience): GraphQLFormattedError | undefined {
  const { code, serviceName, details } = error.extensions;
  if (typeof serviceName !== 'string' || typeof code !== 'string' || !CODE.test(code) || FAULTS.has(code)) {
    return undefined;
  }
  return {
    message: withoutSuggestions(error.message),
    ...placeOf(error),
    extensions: {
      code,
      ...(isPlainObject(details) && { details }),
      service: serviceName,
      ...requestIdOf(audience),
    },
  };
}

function shape(error: GraphQLError, coded: CodedError, audience: Audience): GraphQLFormattedError {
  const { serviceName, service = serviceName, missing } = error.extensions;
  return {
    message: coded.messageIn(audience.language),
    ...placeOf(error),
    extensions: {
      ...codedExtensions(coded, audience),
      ...(typeof service === 'string' && { service }),
      ...(Array.isArray(missing) && { missing }),
    },
  };
}

function codedExtensions(error: CodedError, audience: Audience): Record<string, unknown> {
  const details = Object.keys(error.details).length === 0 ? {} : { details: error.details };
  return { code: error.code, ...requestIdOf(audience), ...details };
}

function placeOf(error: GraphQLError): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  const inOperation = error.extensions['serviceName'] === undefined && error.locations !== undefined;
  return {
    ...(inOperation && { locations: error.locations }),
    ...(error.path !== undefined && { path: error.path }),
  };
}

function requestIdOf({ requestId }: Audience): { requestId?: string } {
  return requestId === undefined ? {} : { requestId };
}

function withoutSuggestions(message: string): string {
  return message.replace(/ ?Did you mean .*\?$/su, '');
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
