import { RemoteGraphQLDataSource } from '@apollo/gateway';
import { CodedError } from '@lientinh/errors';
import type { Logger } from '@lientinh/logger';
import { OperationTypeNode } from 'graphql';
import { errorCode } from '../error-code';
import { subgraphTimeout, subgraphUnavailable } from '../gateway.errors';
import type { OutgoingHeaders } from '../hooks/headers';
import { withDeadline } from '../hooks/timeout';
import type { GatewayMetrics } from '../metrics/metrics';
import type { SubgraphConnection } from '../subgraphs/connections';
import type { GatewayContext } from './context';
import { missingFields } from './missing-fields';

type ProcessOptions = Parameters<RemoteGraphQLDataSource<GatewayContext>['process']>[0];
type ProcessResult = Awaited<ReturnType<RemoteGraphQLDataSource<GatewayContext>['process']>>;

/** How a data source reaches its subgraph. */
export interface SubgraphDataSourceOptions {
  readonly connection: SubgraphConnection;
  readonly queryTimeoutMs: number;
  readonly mutationTimeoutMs: number;
  readonly metrics: GatewayMetrics;
  readonly logger: Logger;
}

interface Fetch {
  readonly body: string;
  readonly headers: OutgoingHeaders;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** A query may be sent again when a kept-alive connection turns out to be closed. */
  readonly repeatable: boolean;
}

/**
 * Sends the fetches of a query plan to one subgraph over kept-alive connections. The stock source builds node-fetch requests for each
 * fetch, which is the largest single cost of the gateway; this one writes the body and reads the answer, nothing more. A fetch never
 * throws: a failure becomes a coded error beside the data of the other subgraphs, naming the fields that are missing.
 */
export class SubgraphDataSource extends RemoteGraphQLDataSource<GatewayContext> {
  readonly #options: SubgraphDataSourceOptions;

  constructor(options: SubgraphDataSourceOptions) {
    super();
    this.#options = options;
  }

  override async process(options: ProcessOptions): Promise<ProcessResult> {
    const { connection, metrics, logger } = this.#options;
    const context = 'incomingRequestContext' in options ? options.context : undefined;
    const stop = metrics.startFetch(connection.service);
    if (context !== undefined) context.fetches += 1;
    try {
      const answer = await this.#fetch(toFetch(options, context, this.#options));
      stop('answered');
      return answer;
    } catch (error) {
      const coded = error instanceof CodedError ? error : subgraphUnavailable({ service: connection.service });
      stop(coded.code === subgraphTimeout.code ? 'timeout' : 'unavailable');
      logger.warn(
        { requestId: context?.requestId, code: coded.code, subgraph: connection.service, error },
        'fetch failed',
      );
      return failedFetch(coded, connection.service, options);
    }
  }

  #fetch(fetch: Fetch): Promise<object> {
    const { service } = this.#options.connection;
    return withDeadline(
      fetch.timeoutMs,
      () => subgraphTimeout({ service, timeoutMs: fetch.timeoutMs }),
      async (signal) => {
        try {
          return await this.#send(fetch, signal);
        } catch (error) {
          if (fetch.repeatable && isClosedConnection(error)) return this.#send(fetch, signal);
          throw error;
        }
      },
      fetch.signal,
    );
  }

  async #send({ body, headers }: Fetch, signal: AbortSignal): Promise<object> {
    const { requests, prefix } = this.#options.connection;
    const response = await requests.request({ method: 'POST', path: `${prefix}/graphql`, headers, body, signal });
    const text = await response.body.text();
    const answer: unknown = JSON.parse(text);
    if (isGraphQLAnswer(answer)) return answer;
    throw new Error(`status ${response.statusCode} without a GraphQL answer`);
  }
}

function toFetch(
  options: ProcessOptions,
  context: GatewayContext | undefined,
  limits: SubgraphDataSourceOptions,
): Fetch {
  const { query, variables, operationName } = options.request;
  const isMutation =
    'incomingRequestContext' in options &&
    options.incomingRequestContext.operation.operation === OperationTypeNode.MUTATION;
  return {
    body: JSON.stringify({ query, variables, operationName }),
    headers: { ...context?.headers, 'content-type': 'application/json', accept: 'application/json' },
    timeoutMs: isMutation ? limits.mutationTimeoutMs : limits.queryTimeoutMs,
    signal: isMutation ? undefined : context?.signal,
    repeatable: !isMutation,
  };
}

function failedFetch(coded: CodedError, service: string, options: ProcessOptions): ProcessResult {
  const path = 'pathInIncomingRequest' in options ? options.pathInIncomingRequest : undefined;
  const missing = missingFields(options.request.query ?? '{ __typename }', path);
  const error = { message: coded.message, extensions: { code: coded.code, coded, service, missing } };
  return { errors: [error] };
}

const CLOSED_CONNECTION = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

function isClosedConnection(error: unknown): boolean {
  return CLOSED_CONNECTION.has(errorCode(error));
}

function isGraphQLAnswer(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    ('data' in value || ('errors' in value && Array.isArray(value.errors)))
  );
}
