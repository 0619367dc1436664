import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '@lientinh/logger';
import { type Stoppable, trackUnusedConnections } from '@lientinh/process';
import { LOCAL_CLIENTS } from './clients';
import type { IssuerEnvironment } from './environment';
import { createProvider } from './provider';
import { openState } from './state-file';

/** Starts the local issuer: opens its state, listens, answers OpenID Connect and `/health/…`. Its stop answers what is being asked first. */
export async function startIssuer(environment: IssuerEnvironment, logger: Logger): Promise<Stoppable> {
  const { host, port, dataDir, audience } = environment;
  const state = await openState(
    dataDir,
    LOCAL_CLIENTS.map(({ id }) => id),
    new Date(),
  );
  let answer: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  const closeUnusedConnections = trackUnusedConnections(server);
  const boundPort = await listen(server, host, port);
  const issuer = environment.issuer ?? `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`;
  const provider = createProvider({ issuer, audience, state, logger }).callback();
  answer = (request, response) => {
    if (request.url === '/health/live') sendText(response, 200, 'live');
    else if (request.url !== '/health/ready') void provider(request, response);
    else if (server.listening) sendText(response, 200, 'ready');
    else sendText(response, 503, 'stopping');
  };
  logger.info({ issuer, audience }, 'issuer listens');
  return { stop: () => stop(server, closeUnusedConnections) };
}

function sendText(response: ServerResponse, status: number, word: string): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(`${word}\n`);
}

/** Returns the port that was got. */
function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function stop(server: Server, closeUnusedConnections: () => void): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    closeUnusedConnections();
  });
}
