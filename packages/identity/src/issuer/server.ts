import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '@lientinh/logger';
import { LOCAL_CLIENTS } from './clients';
import type { IssuerEnvironment } from './environment';
import { createProvider } from './provider';
import { openState } from './state-file';

/** An issuer that listens. */
export interface RunningIssuer {
  readonly issuer: string;
  /** Answers what is being asked, then closes. Safe to repeat. */
  stop(): Promise<void>;
}

/** Starts the local issuer: opens its state, listens, answers OpenID Connect and `/health/live`. */
export async function startIssuer(environment: IssuerEnvironment, logger: Logger): Promise<RunningIssuer> {
  const { host, port, dataDir, audience } = environment;
  const state = await openState(
    dataDir,
    LOCAL_CLIENTS.map(({ id }) => id),
    new Date(),
  );
  let answer: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  const boundPort = await listen(server, host, port);
  const issuer = environment.issuer ?? `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`;
  const provider = createProvider({ issuer, audience, state, logger }).callback();
  answer = (request, response) => {
    if (request.url === '/health/live') response.writeHead(200, { 'content-type': 'text/plain' }).end('live\n');
    else void provider(request, response);
  };
  logger.info({ issuer, audience }, 'issuer listens');
  return { issuer, stop: () => stop(server) };
}

/** Returns the port that was got. */
function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
