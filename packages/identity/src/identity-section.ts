import { z } from 'zod';
import { isTrustedAddress } from './trusted-address';

/** The audience of the platform's tokens, unless the environment names another. A URI, as resource indicators (RFC 8707) must be. */
export const DEFAULT_AUDIENCE = 'urn:lientinh:api';

/** The most that clocks may differ, in seconds. More would keep expired tokens alive. */
export const MAXIMUM_CLOCK_TOLERANCE_SECONDS = 300;

const address = z
  .string()
  .refine(isTrustedAddress, 'must be an https address (http only within this machine or a private network)');

/**
 * `OIDC_ISSUER`: the issuer identifier exactly as it stands in the tokens' `iss` (required: trust has no default).
 * `OIDC_AUDIENCE`: what stands in their `aud`. `OIDC_JWKS_URL`: where the keys are, if the issuer's own description of itself
 * (`/.well-known/openid-configuration`) is not to be asked. `OIDC_CLOCK_TOLERANCE_SECONDS`: 0 to 300.
 */
export const identitySection = {
  OIDC_ISSUER: address,
  OIDC_AUDIENCE: z.string().min(1).default(DEFAULT_AUDIENCE),
  OIDC_JWKS_URL: address.optional(),
  OIDC_CLOCK_TOLERANCE_SECONDS: z.coerce.number().int().min(0).max(MAXIMUM_CLOCK_TOLERANCE_SECONDS).default(30),
};
