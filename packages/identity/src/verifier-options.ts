import type { z } from 'zod';
import type { identitySection } from './identity-section';
import type { TokenVerifierOptions } from './verifier';

type IdentityEnvironment = z.infer<z.ZodObject<typeof identitySection>>;

/** The verifier's options, from the variables that `identitySection` reads. */
export function verifierOptions(environment: IdentityEnvironment): TokenVerifierOptions {
  return {
    issuer: environment.OIDC_ISSUER,
    audience: environment.OIDC_AUDIENCE,
    jwksUrl: environment.OIDC_JWKS_URL,
    clockToleranceSeconds: environment.OIDC_CLOCK_TOLERANCE_SECONDS,
  };
}
