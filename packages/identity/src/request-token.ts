import { z } from 'zod';
import { discoverIssuer } from './discovery';
import { issuerUnreachable, tokenRequestRefused } from './token-errors';

export interface TokenRequest {
  /** Issuer identifier. */
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  /** The service that the token is for. */
  readonly audience: string;
  /** Patience with each of the two requests; 10,000 when absent. */
  readonly timeoutMs?: number;
}

export interface IssuedToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

const answer = z.object({
  access_token: z.string(),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive(),
});
const refusal = z.object({ error: z.string(), error_description: z.string().optional() });

/**
 * Asks an issuer for an access token by client credentials (RFC 6749, section 4.4; audience as in RFC 8707, section 2).
 * Rejects with TOKEN_REQUEST_REFUSED when the issuer says no, ISSUER_UNREACHABLE when it cannot be asked.
 */
export async function requestToken(request: TokenRequest): Promise<IssuedToken> {
  const { issuer, timeoutMs = 10_000 } = request;
  const reply = await send(request, timeoutMs).catch((error: unknown) => {
    throw issuerUnreachable({ issuer }, { cause: error });
  });
  if (reply.status === 200) {
    const read = answer.safeParse(reply.body);
    if (!read.success) throw issuerUnreachable({ issuer }, { cause: read.error });
    return { token: read.data.access_token, expiresInSeconds: read.data.expires_in };
  }
  const read = refusal.safeParse(reply.body);
  if (!read.success) throw issuerUnreachable({ issuer }, { cause: new Error(`the issuer answered ${reply.status}`) });
  const { error, error_description: description } = read.data;
  throw tokenRequestRefused({ issuer, reason: description === undefined ? error : `${error} (${description})` });
}

async function send(request: TokenRequest, timeoutMs: number): Promise<{ status: number; body: unknown }> {
  const { tokenEndpoint } = await discoverIssuer(request.issuer, timeoutMs);
  if (tokenEndpoint === null) throw new Error('the issuer has no token endpoint');
  const credentials = [request.client, request.secret].map(encodeURIComponent).join(':');
  const response = await fetch(tokenEndpoint, {
    method: 'POST',
    redirect: 'manual',
    headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}`, accept: 'application/json' },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource: request.audience }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  return { status: response.status, body: await response.json() };
}
