import { join } from 'node:path';
import { httpSection, logSection, parseEnvironment } from '@lientinh/environment';
import { identitySection } from '@lientinh/identity';
import { z } from 'zod';
import { packageRoot } from './package-root';
import { DEFAULT_SUBGRAPH_URLS } from './subgraphs/owners';

const baseUrl = (fallback: string) =>
  z
    .string()
    .regex(/^https?:\/\/[^/\s]+(\/[^\s?#]*)?$/, 'must be an http:// or https:// address')
    .default(fallback)
    .transform((url) => url.replace(/\/+$/, ''));

const milliseconds = (fallback: number) => z.coerce.number().int().min(1).max(86_400_000).default(fallback);
const count = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

const SHAPE = {
  ...httpSection(4000),
  ...logSection,
  ...identitySection,
  SUPERGRAPH_FILE: z.string().default(join(packageRoot, 'supergraph.graphql')),
  AGENCIES_URL: baseUrl(DEFAULT_SUBGRAPH_URLS.agencies),
  INDICATORS_URL: baseUrl(DEFAULT_SUBGRAPH_URLS.indicators),
  PLANS_URL: baseUrl(DEFAULT_SUBGRAPH_URLS.plans),
  PROCEDURES_URL: baseUrl(DEFAULT_SUBGRAPH_URLS.procedures),
  PUBLICATIONS_URL: baseUrl(DEFAULT_SUBGRAPH_URLS.publications),
  SUBGRAPH_TIMEOUT_MS: milliseconds(10_000),
  MUTATION_TIMEOUT_MS: milliseconds(120_000),
  PUBLISH_TIMEOUT_MS: milliseconds(600_000),
  SHUTDOWN_TIMEOUT_MS: milliseconds(10_000),
  MAX_BODY_BYTES: count(16 * 1024 * 1024),
  MAX_OPERATION_DEPTH: count(16),
  MAX_OPERATION_ALIASES: count(100),
  MAX_OPERATION_ROOT_FIELDS: count(20),
  MAX_OPERATION_TOKENS: count(10_000),
  MAX_CHANGE_STREAMS: count(100),
};

type Variables = Readonly<Record<string, string | undefined>>;

/** What the gateway reads from its environment, checked. Throws an EnvironmentError that names every wrong variable. */
export function readGatewayEnvironment(variables: Variables = process.env) {
  return parseEnvironment(variables, SHAPE);
}

/** See `readGatewayEnvironment`. */
export type GatewayEnvironment = ReturnType<typeof readGatewayEnvironment>;
