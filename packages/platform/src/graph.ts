import { defineError } from '@lientinh/errors';

export const graphRequestFailed = defineError<{ reason: string }>({
  code: 'GRAPH_REQUEST_FAILED',
  status: 502,
  meaning: 'The gateway answered a request of the platform itself with errors.',
  message: ({ reason }) => ({
    vi: `Cổng GraphQL trả lỗi: ${reason}`,
    en: `The gateway answered with errors: ${reason}`,
  }),
});

interface GraphAnswer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** Asks the gateway; throws GRAPH_REQUEST_FAILED when the answer has errors. */
export async function askGraph<T>(gateway: string, query: string, variables: object, token?: string): Promise<T> {
  const response = await fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': 'en',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as GraphAnswer<T>;
  if (answer.errors !== undefined || answer.data === null || answer.data === undefined) {
    throw graphRequestFailed({
      reason: answer.errors?.map(({ message }) => message).join('; ') ?? `status ${response.status}`,
    });
  }
  return answer.data;
}
