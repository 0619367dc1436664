import { EnvironmentError, httpSection, logSection, parseEnvironment } from '@lientinh/environment';
import { z } from 'zod';
import { DEFAULT_AUDIENCE } from '../identity-section';
import { isTrustedAddress } from '../trusted-address';

const WILDCARD_HOSTS = ['0.0.0.0', '::', '[::]'];

/** How the local issuer runs. */
export interface IssuerEnvironment {
  readonly host: string;
  /** 0 asks the system for a free one. */
  readonly port: number;
  /** Holds the signing keys and the clients' secrets. */
  readonly dataDir: string;
  /** The identifier to write into `iss`; null: the address listened on. */
  readonly issuer: string | null;
  readonly audience: string;
}

/** Reads HOST, PORT (4050), ISSUER_DATA_DIR (required), OIDC_ISSUER (needed when HOST is a wildcard), OIDC_AUDIENCE and LOG_LEVEL. */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): IssuerEnvironment {
  const read = parseEnvironment(variables, {
    ...httpSection(4050),
    ...logSection,
    ISSUER_DATA_DIR: z.string(),
    OIDC_ISSUER: z
      .string()
      .refine(isTrustedAddress, 'must be an https address (http only within a private network)')
      .optional(),
    OIDC_AUDIENCE: z.url().default(DEFAULT_AUDIENCE),
  });
  if (read.OIDC_ISSUER === undefined && WILDCARD_HOSTS.includes(read.HOST)) {
    throw new EnvironmentError(['OIDC_ISSUER: needed when HOST is a wildcard, for nobody can reach such an address']);
  }
  return {
    host: read.HOST,
    port: read.PORT,
    dataDir: read.ISSUER_DATA_DIR,
    issuer: read.OIDC_ISSUER ?? null,
    audience: read.OIDC_AUDIENCE,
  };
}
