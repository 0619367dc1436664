import { createClient, type TypedOperation } from '@lientinh/client';
import { defineError } from '@lientinh/errors';

export const graphRequestFailed = defineError<{ reason: string }>({
  code: 'GRAPH_REQUEST_FAILED',
  status: 502,
  meaning: 'The gateway answered a request of the platform itself with errors, or not at all.',
  message: ({ reason }) => ({
    vi: `Cổng GraphQL trả lỗi: ${reason}`,
    en: `The gateway answered with errors: ${reason}`,
  }),
});

/** The gateway's own time limits end a request before. */
const TIMEOUT_MS = 600_000;

/** Asks the gateway like any of its clients, with the token's rights; throws GRAPH_REQUEST_FAILED unless the answer is whole. */
export async function askGraph<Data, Variables extends object>(
  gateway: string,
  asked: TypedOperation<Data, Variables>,
  variables: Variables,
  token?: string,
): Promise<Data> {
  const client = createClient({
    url: gateway,
    language: 'en',
    timeoutMs: TIMEOUT_MS,
    ...(token === undefined ? {} : { token }),
  });
  try {
    return await client.query(asked, variables);
  } catch (error) {
    throw graphRequestFailed({ reason: (error as Error).message }, { cause: error });
  }
}
