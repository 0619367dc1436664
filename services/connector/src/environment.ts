import { z } from 'zod';
import { booleanFlag, httpSection, logSection, parseEnvironment, postgresSection } from '@lientinh/environment';
import { identitySection } from '@lientinh/identity';

const database = z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address');
const count = (fallback: number, most: number) => z.coerce.number().int().min(1).max(most).default(fallback);

const address = z
  .string()
  .regex(/^https?:\/\/[^/\s?#]+(\/[^\s?#]*)?$/, 'must be an http:// or https:// address without a query')
  .transform((text) => text.replace(/\/+$/, ''));

const origins = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((origin) => origin.trim()))
  .transform((all) => all.filter((origin) => origin !== ''))
  .refine(
    (all) => all.every((origin) => /^https?:\/\/[^/\s]+$/.test(origin)),
    'must be origins like https://page.vn, with commas between',
  );

/**
 * `DATABASE_URL`: the connector's own database, for workbook keys. `BI_…_URL`: the five databases with `bi` views, or replicas of them, as
 * a login that is a member of `lientinh_bi` and `lientinh_bi_ministry` and of nothing else. `PUBLIC_ADDRESS`: absolute address for links,
 * where callers come through a proxy; without it links are made from the request, and from `X-Forwarded-…` when `TRUST_PROXY` is set.
 * `CORS_ORIGINS`: origins whose pages may read the service; nobody's by default.
 */
const SHAPE = {
  ...httpSection(4100),
  ...logSection,
  ...identitySection,
  ...postgresSection,
  BI_AGENCIES_URL: database,
  BI_INDICATORS_URL: database,
  BI_PLANS_URL: database,
  BI_PROCEDURES_URL: database,
  BI_PUBLICATIONS_URL: database,
  BI_POOL_SIZE: count(12, 200),
  MAXIMUM_PAGE_SIZE: count(50_000, 1_000_000),
  STATEMENT_TIMEOUT_SECONDS: count(600, 86_400),
  PUBLIC_ADDRESS: address.optional(),
  TRUST_PROXY: booleanFlag(false),
  CORS_ORIGINS: origins,
};

/** What the connector reads from its environment, checked. Throws an EnvironmentError that names every wrong variable. */
export function readConnectorEnvironment(variables: Readonly<Record<string, string | undefined>>) {
  return parseEnvironment(variables, SHAPE);
}

/** See `readConnectorEnvironment`. */
export type ConnectorEnvironment = ReturnType<typeof readConnectorEnvironment>;
