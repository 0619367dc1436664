import { z } from 'zod';
import { isTrustedAddress } from './trusted-address';

const description = z.object({
  issuer: z.string(),
  jwks_uri: z.string().refine(isTrustedAddress, 'not a trusted address'),
  token_endpoint: z.string().refine(isTrustedAddress, 'not a trusted address').optional(),
});

/** What an OpenID Connect issuer says of itself (OpenID Connect Discovery 1.0, section 3), as far as needed here. */
export interface IssuerDescription {
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly tokenEndpoint: string | null;
}

/**
 * Reads `<issuer>/.well-known/openid-configuration`. Rejects with a plain Error when it cannot be read, is not what the
 * specification says, or speaks for another issuer (section 4.3).
 */
export async function discoverIssuer(issuer: string, timeoutMs: number): Promise<IssuerDescription> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    redirect: 'manual',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.status !== 200) throw new Error(`the issuer's description answered ${response.status}`);
  const read = description.parse(await response.json());
  if (read.issuer !== issuer) throw new Error(`the description is of issuer ${read.issuer}, not of ${issuer}`);
  return { issuer: read.issuer, jwksUrl: read.jwks_uri, tokenEndpoint: read.token_endpoint ?? null };
}
