import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse, type GraphQLSchema } from 'graphql';

type SubgraphResolvers = NonNullable<Parameters<typeof buildSubgraphSchema>[0] & { resolvers?: unknown }>['resolvers'];

/** Answers a request instead of GraphQL; returns false to leave it to GraphQL. */
export type Intercept = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A real subgraph on a free port. */
export interface TestSubgraph {
  readonly name: string;
  readonly sdl: string;
  readonly url: string;
  /** Headers of the GraphQL requests so far. */
  readonly received: IncomingHttpHeaders[];
  intercept: Intercept;
  close(): Promise<void>;
  /** Listens again on the same port after `close`. */
  reopen(): Promise<void>;
}

/** Starts a subgraph from its SDL and resolvers. */
export async function startSubgraph(name: string, sdl: string, resolvers: SubgraphResolvers): Promise<TestSubgraph> {
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers } as Parameters<typeof buildSubgraphSchema>[0]);
  const state = { intercept: (() => false) as Intercept };
  const received: IncomingHttpHeaders[] = [];
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    if (state.intercept(request, response)) return;
    if (request.url === '/health/ready') return void response.end('{}');
    received.push(request.headers);
    void answer(schema, request, response);
  };
  let server = createServer(handle);
  const port = await listen(server, 0);
  return {
    name,
    sdl,
    url: `http://127.0.0.1:${port}`,
    received,
    get intercept() {
      return state.intercept;
    },
    set intercept(value) {
      state.intercept = value;
    },
    close: () => close(server),
    reopen: async () => {
      server = createServer(handle);
      await listen(server, port);
    },
  };
}

async function answer(schema: GraphQLSchema, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = JSON.parse(await readText(request)) as { query: string; variables?: Record<string, unknown> };
  const result = await graphql({ schema, source: body.query, variableValues: body.variables });
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
}

/** The whole body as text. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
