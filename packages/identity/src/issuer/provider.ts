import type { Logger } from '@lientinh/logger';
import Provider, { type Adapter, type ClientMetadata, type Configuration, errors } from 'oidc-provider';
import { LOCAL_CLIENTS } from './clients';
import { type IssuerState, TOKEN_LIFETIME_SECONDS } from './state';

type ResourceIndicators = NonNullable<NonNullable<Configuration['features']>['resourceIndicators']>;

export interface ProviderSettings {
  /** The identifier written into `iss`. */
  readonly issuer: string;
  /** The one audience it issues tokens for. */
  readonly audience: string;
  readonly state: IssuerState;
  readonly logger: Logger;
}

/** An OpenID provider that hands out signed access tokens by client credentials, and does nothing else. */
export function createProvider({ issuer, audience, state, logger }: ProviderSettings): Provider {
  const provider = new Provider(issuer, configuration(audience, state));
  provider.on('grant.success', (context) => logger.info({ client: context.oidc.client?.clientId }, 'token issued'));
  provider.on('grant.error', (context, error) =>
    logger.warn({ client: context.oidc.client?.clientId, reason: error.message }, 'token request refused'),
  );
  provider.on('server_error', (_context, error) => logger.error({ error }, 'request failed'));
  provider.app.on('error', (error: unknown) => logger.error({ error }, 'request failed'));
  return provider;
}

function configuration(audience: string, state: IssuerState): Configuration {
  return {
    adapter: () => STATELESS,
    clients: clientMetadata(state),
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    clientBasedCORS: () => false,
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    cookies: { keys: state.cookieKeys },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    extraTokenClaims: (_context, token) => ({ ...LOCAL_CLIENTS.find(({ id }) => id === token.clientId)?.claims }),
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: resourceIndicators(audience, state.keys[0]?.jwk.kid),
    },
    findAccount: () => undefined,
    jwks: { keys: state.keys.map(({ jwk }) => jwk) },
    renderError: (context, out) => {
      context.type = 'json';
      context.body = out;
    },
    responseTypes: [],
    scopes: [],
    ttl: { ClientCredentials: TOKEN_LIFETIME_SECONDS },
  };
}

/** Tokens are for one audience, the platform; it is meant when a client names none. `keyId` is the key that signs. */
function resourceIndicators(audience: string, keyId: string | undefined): ResourceIndicators {
  return {
    enabled: true,
    defaultResource: () => audience,
    getResourceServerInfo: (_context, resource) => {
      if (resource !== audience) throw new errors.InvalidTarget(`this issuer serves ${audience} only`);
      return {
        audience,
        scope: '',
        accessTokenFormat: 'jwt',
        accessTokenTTL: TOKEN_LIFETIME_SECONDS,
        jwt: { sign: { alg: 'ES256', kid: keyId } },
      };
    },
  };
}

function clientMetadata({ clientSecrets }: IssuerState): ClientMetadata[] {
  return LOCAL_CLIENTS.map(({ id, name }) => ({
    client_id: id,
    client_name: name.vi,
    client_secret: clientSecrets[id],
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
  }));
}

/** Signed tokens are kept by whoever holds them, so this provider has nothing to store; to be asked to would be a fault. */
const STATELESS: Adapter = {
  find: () => Promise.resolve(undefined),
  findByUid: () => Promise.resolve(undefined),
  findByUserCode: () => Promise.resolve(undefined),
  upsert: () => Promise.reject(new Error('this issuer keeps no state')),
  consume: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
  revokeByGrantId: () => Promise.resolve(),
};
