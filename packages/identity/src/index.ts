export {
  type Admin,
  type Analyst,
  type Principal,
  type Publisher,
  type Role,
  ROLES,
  type Viewer,
  VIEWER,
} from './principal';
export {
  hasRole,
  mayAdminister,
  mayPublish,
  mayPublishDataset,
  maySeeEverything,
  maySeeSelfAssessed,
  type PublishRequest,
  requireRole,
  rolesOf,
  selfAssessedScope,
  throwIfRefused,
} from './rights';
export { type MissingRight, notAuthenticated, notPermitted, type Refusal } from './rights-errors';
export { principalFromClaims, type RightsClaims } from './claims';
export {
  createTokenVerifier,
  SIGNING_ALGORITHMS,
  type SigningAlgorithm,
  type TokenVerifier,
  type TokenVerifierOptions,
} from './verifier';
export type { KeyTimes } from './issuer-keys';
export { DEFAULT_AUDIENCE, identitySection, MAXIMUM_CLOCK_TOLERANCE_SECONDS } from './identity-section';
export { verifierOptions } from './verifier-options';
export { type IssuedToken, requestToken, type TokenRequest } from './request-token';
export { LOCAL_CLIENTS, type LocalClient, type LocalClientId } from './issuer/clients';
export { type LocalCredentials, readLocalClients } from './issuer/local-clients';
export {
  issuerUnreachable,
  tokenAlgorithmRefused,
  tokenAudienceWrong,
  tokenClaimsInvalid,
  tokenExpired,
  tokenIssuerWrong,
  tokenMalformed,
  tokenNotYetValid,
  tokenRequestRefused,
  tokenSignatureInvalid,
} from './token-errors';
