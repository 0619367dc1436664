import { CodedError } from '@lientinh/errors';
import { errors } from 'jose';
import {
  issuerUnreachable,
  tokenAlgorithmRefused,
  tokenAudienceWrong,
  tokenClaimsInvalid,
  tokenExpired,
  tokenIssuerWrong,
  tokenMalformed,
  tokenNotYetValid,
  tokenSignatureInvalid,
} from './token-errors';

/** What tokens are held against. */
export interface Expectations {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
}

/**
 * The coded error for a failed verification. Refusals of a token carry no cause: the library's errors hold its claims.
 * Whatever is not about the token is the issuer's failure to hand out its keys.
 */
export function tokenRefusal(error: unknown, expectations: Expectations): CodedError {
  if (error instanceof CodedError) return error;
  if (error instanceof errors.JWTExpired) return tokenExpired({});
  if (error instanceof errors.JWTClaimValidationFailed) return claimRefusal(error, expectations);
  if (error instanceof errors.JOSEAlgNotAllowed) return tokenAlgorithmRefused({ accepted: expectations.algorithms });
  if (isUnknownSigner(error)) return tokenSignatureInvalid({});
  if (isUnreadable(error)) return tokenMalformed({});
  return issuerUnreachable({ issuer: expectations.issuer }, { cause: error });
}

function claimRefusal({ claim, reason }: errors.JWTClaimValidationFailed, expectations: Expectations): CodedError {
  if (claim === 'aud') return tokenAudienceWrong({ expected: expectations.audience });
  if (claim === 'iss') return tokenIssuerWrong({ expected: expectations.issuer });
  if ((claim === 'nbf' || claim === 'iat') && reason === 'check_failed') return tokenNotYetValid({});
  return tokenClaimsInvalid({ claim });
}

function isUnknownSigner(error: unknown): boolean {
  return (
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  );
}

function isUnreadable(error: unknown): boolean {
  return (
    error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid || error instanceof errors.JOSENotSupported
  );
}
