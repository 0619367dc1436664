import type { onRequestAsyncHookHandler } from 'fastify';

/**
 * Checks the `Authorization` header of a caller; rejects with a coded 401. The gateway refuses bad tokens early and passes good ones
 * on: each subgraph checks them again, for nobody trusts the network.
 */
export interface TokenVerifier {
  verify(authorizationHeader: string): Promise<unknown>;
}

/** Refuses a request with a bad token. A request without one goes on as that of a viewer, who sees what is public. */
export function authenticate(verifier: TokenVerifier): onRequestAsyncHookHandler {
  return async function checkToken(request) {
    const header = request.headers.authorization;
    if (header !== undefined) await verifier.verify(header);
  };
}
