import { join, resolve } from 'node:path';
import { z } from 'zod';
import { parseEnvironment } from '@lientinh/environment';
import { DEFAULT_AUDIENCE } from '@lientinh/identity';
import type { Language } from '@lientinh/contracts';

/** What the command line reads from its environment. */
export interface CliEnvironment {
  /** LIENTINH_URL: the gateway. */
  readonly url: string;
  /** OIDC_ISSUER: who gives tokens. */
  readonly issuer: string;
  /** OIDC_AUDIENCE: the service that tokens are for. */
  readonly audience: string;
  /** LIENTINH_DATA: the platform's data folder; its `issuer` folder holds the secrets of the local clients. */
  readonly issuerFolder: string;
  /** LIENTINH_CLIENT_SECRET: the secret of the client named by --as; else it is looked up in the data folder. */
  readonly clientSecret: string | null;
  /** LIENTINH_LANGUAGE: vi or en, of messages. */
  readonly language: Language;
}

const address = (fallback: string) =>
  z
    .string()
    .regex(/^https?:\/\/[^/\s]+/, 'must be an http:// or https:// address')
    .default(fallback)
    .transform((text) => text.replace(/\/+$/, ''));

const SHAPE = {
  LIENTINH_URL: address('http://127.0.0.1:4000'),
  OIDC_ISSUER: address('http://127.0.0.1:4050'),
  OIDC_AUDIENCE: z.url().default(DEFAULT_AUDIENCE),
  LIENTINH_DATA: z.string().default('.data'),
  LIENTINH_CLIENT_SECRET: z.string().optional(),
  LIENTINH_LANGUAGE: z.enum(['vi', 'en']).default('vi'),
};

/** Reads and checks the variables; throws an EnvironmentError that names every wrong one. */
export function readCliEnvironment(variables: Readonly<Record<string, string | undefined>>): CliEnvironment {
  const read = parseEnvironment(variables, SHAPE);
  return {
    url: read.LIENTINH_URL,
    issuer: read.OIDC_ISSUER,
    audience: read.OIDC_AUDIENCE,
    issuerFolder: join(resolve(read.LIENTINH_DATA), 'issuer'),
    clientSecret: read.LIENTINH_CLIENT_SECRET ?? null,
    language: read.LIENTINH_LANGUAGE === 'en' ? 'EN' : 'VI',
  };
}
