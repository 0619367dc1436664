import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../graphql/context';
import type { GatewayMetrics } from './metrics';

/** Counts operations and the fetches that each needed. */
export function operationMetricsPlugin(metrics: GatewayMetrics): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ operation, contextValue, errors }) => {
          metrics.observeOperation(operation?.operation ?? 'invalid', contextValue.fetches, errors?.length ?? 0);
          return Promise.resolve();
        },
      }),
  };
}
