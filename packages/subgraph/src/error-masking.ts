import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { CodedError, internalError } from '@lientinh/errors';
import type { RequestContext } from './request-context';

/** Codes of graphql-js and Apollo Server that are the caller's to mend; their messages hold nothing of ours. */
const CALLER_FAULTS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

/** Coded errors in the caller's language; every other fault is logged with the request's id and masked. */
export const errorMasking: ApolloServerPlugin<RequestContext> = {
  // eslint-disable-next-line @typescript-eslint/require-await -- Apollo Server wants a promise
  async requestDidStart() {
    return {
      // eslint-disable-next-line @typescript-eslint/require-await -- Apollo Server wants a promise
      async willSendResponse({ response, errors, contextValue }) {
        if (response.body.kind !== 'single' || errors === undefined || errors.length === 0) return;
        response.body.singleResult.errors = errors.map((error) => present(error, contextValue));
      },
    };
  },
};

function present(error: GraphQLError, context: RequestContext): GraphQLFormattedError {
  const place = {
    ...(error.locations === undefined ? {} : { locations: error.locations }),
    ...(error.path === undefined ? {} : { path: error.path }),
  };
  const { requestId, language, logger } = context;
  const coded = findCoded(error);
  if (coded !== null) {
    return {
      message: coded.messageIn(language),
      ...place,
      extensions: { code: coded.code, requestId, details: coded.details },
    };
  }
  const code = error.extensions['code'];
  if (error.originalError === undefined || CALLER_FAULTS.has(String(code))) {
    return { message: error.message, ...place, extensions: { code: code ?? 'GRAPHQL_VALIDATION_FAILED', requestId } };
  }
  logger.error({ error: error.originalError, path: error.path }, 'fault in a resolver');
  const masked = internalError({ requestId });
  return { message: masked.messageIn(language), ...place, extensions: { code: masked.code, requestId } };
}

/** The coded error inside, however often it was wrapped. */
function findCoded(error: unknown): CodedError | null {
  for (
    let current = error;
    current instanceof Error;
    current = current instanceof GraphQLError ? current.originalError : current.cause
  ) {
    if (current instanceof CodedError) return current;
  }
  return null;
}
