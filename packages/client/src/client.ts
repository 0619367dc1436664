/** A GraphQL operation as text that knows what it gives and takes. */
export type TypedOperation<Data, Variables> = string & {
  /** Never there; carries the types. */
  readonly __types?: (variables: Variables) => Data;
};

/** Gives the text of an operation its types (those of `./generated/schema`, cut to what it selects). */
export function operation<Data, Variables = Record<string, never>>(text: string): TypedOperation<Data, Variables> {
  return text;
}

/** One error of a GraphQL answer, or of a door beside it. */
export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly requestId?: string; readonly [key: string]: unknown };
}

/** The platform answered with errors; `data` is what it gave beside them. */
export class GraphAnswerError extends Error {
  override readonly name = 'GraphAnswerError';
  constructor(
    readonly errors: readonly GraphError[],
    readonly data: unknown,
    readonly status: number,
  ) {
    super(errors.map(({ message }) => message).join('\n') || `the platform answered ${status}`);
  }

  /** Codes of the errors, each once. */
  get codes(): readonly string[] {
    return [...new Set(this.errors.flatMap(({ extensions }) => extensions?.code ?? []))];
  }
}

/** The platform could not be reached, or what answered is not the platform. The request may be sent again. */
export class PlatformUnreachable extends Error {
  override readonly name = 'PlatformUnreachable';
}

export interface ClientOptions {
  /** Address of the gateway, for example http://127.0.0.1:4000. */
  readonly url: string;
  /** A bearer token, or what gets one for each request; nobody in particular when absent. */
  readonly token?: string | (() => Promise<string>);
  /** Language of messages: vi unless en is asked for. */
  readonly language?: 'vi' | 'en';
  /** Patience with one request; 60,000 when absent. */
  readonly timeoutMs?: number;
}

/** Asks one gateway. */
export interface Client {
  /** Sends an operation; all of its data, or a GraphAnswerError / PlatformUnreachable. */
  query<Data, Variables extends object>(
    operation: TypedOperation<Data, Variables>,
    variables?: Variables,
  ): Promise<Data>;
  /** Sends a request to a door beside GraphQL (`/publish/…`, `/changes`) with the token and language. PlatformUnreachable when nobody answers. */
  request(path: string, init?: RequestInit & { readonly duplex?: 'half' }): Promise<Response>;
}

/** A client of the platform's public API. */
export function createClient(options: ClientOptions): Client {
  const { language = 'vi', timeoutMs = 60_000 } = options;
  const base = options.url.replace(/\/+$/, '');
  const request: Client['request'] = async (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('accept-language', language);
    const token = typeof options.token === 'function' ? await options.token() : options.token;
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    try {
      return await fetch(base + path, { ...init, headers });
    } catch (error) {
      throw new PlatformUnreachable(`nobody answers at ${base}: ${reasonOf(error)}`, { cause: error });
    }
  };
  return {
    request,
    async query(operation, variables) {
      const response = await request('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query: operation, variables }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      return readAnswer(response);
    },
  };
}

async function readAnswer<Data>(response: Response): Promise<Data> {
  const answer = await readJson(response);
  const { data, errors } = answer as { data?: Data; errors?: readonly GraphError[] };
  if (errors !== undefined && errors.length > 0) throw new GraphAnswerError(errors, data, response.status);
  if (data === undefined || data === null) throw new GraphAnswerError([], data, response.status);
  return data;
}

/** The JSON object of an answer; PlatformUnreachable when it is none, for then something else answered. */
export async function readJson(response: Response): Promise<object> {
  try {
    const answer: unknown = await response.json();
    if (typeof answer === 'object' && answer !== null) return answer;
  } catch (error) {
    throw new PlatformUnreachable(`${response.url} answered ${response.status} without JSON`, { cause: error });
  }
  throw new PlatformUnreachable(`${response.url} answered ${response.status} without a JSON object`);
}

/** What the system says beneath fetch's "fetch failed". */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? (error instanceof Error ? error.message : String(error));
}
