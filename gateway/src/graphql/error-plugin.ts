import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { Logger } from '@lientinh/logger';
import { GraphQLError, type FormattedExecutionResult } from 'graphql';
import { answerIncomplete } from '../gateway.errors';
import { presentError, type Audience } from '../hooks/errors';
import type { GatewayContext } from './context';

type Answered = GraphQLRequestContextWillSendResponse<GatewayContext>;

/** Puts the errors of every answer into the caller's language, and logs the causes of those that are masked. */
export function errorPlugin(logger: Logger, maxTokens: number): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: (answered) => {
          presentErrors(answered, logger, maxTokens);
          return Promise.resolve();
        },
      }),
  };
}

function presentErrors(answered: Answered, logger: Logger, maxTokens: number): void {
  if (answered.response.body.kind !== 'single') return;
  const { contextValue } = answered;
  const audience = { language: contextValue.language, requestId: contextValue.requestId, maxTokens };
  const result = answered.response.body.singleResult;
  if (answered.errors !== undefined) result.errors = answered.errors.map((error) => present(error, audience, logger));
  reportIncompleteValues(result, audience, answered, logger);
}

function present(error: GraphQLError, audience: Audience, logger: Logger) {
  const presented = presentError(error, audience);
  if (presented.masked) {
    const subgraph = error.extensions['serviceName'];
    logger.error({ requestId: audience.requestId, subgraph, error, path: error.path }, 'fault masked');
  }
  return presented.error;
}

/**
 * The gateway library puts promised values that a subgraph left out into `extensions.valueCompletion`, where no client looks. A caller
 * must be told that an object is null because of a fault and not because nobody published it.
 */
function reportIncompleteValues(
  result: FormattedExecutionResult,
  audience: Audience,
  answered: Answered,
  logger: Logger,
): void {
  const incomplete: unknown = result.extensions?.['valueCompletion'];
  if (!Array.isArray(incomplete)) return;
  delete result.extensions?.['valueCompletion'];
  if (Object.keys(result.extensions ?? {}).length === 0) delete result.extensions;
  const errors = incomplete.filter((error) => error instanceof GraphQLError).map((error) => toIncomplete(error));
  logger.error(
    { requestId: audience.requestId, operation: answered.operationName, places: errors.map(({ path }) => path) },
    'answer incomplete',
  );
  result.errors = [...(result.errors ?? []), ...errors.map((error) => presentError(error, audience).error)];
}

function toIncomplete(error: GraphQLError): GraphQLError {
  const place = (error.path ?? []).join('.');
  return new GraphQLError(error.message, { path: error.path, originalError: answerIncomplete({ place }) });
}
