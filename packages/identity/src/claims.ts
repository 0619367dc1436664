import { DATASETS } from '@lientinh/contracts';
import { z } from 'zod';
import { type Principal, type Publisher, ROLES } from './principal';
import { tokenClaimsInvalid } from './token-errors';

/**
 * The claims that carry rights, as an issuer must write them into its access tokens:
 *
 * - `roles`: list of role names. Names that are no role of this platform are passed over. After that it must hold exactly
 *   `analyst`, `publisher`, `admin`, or `publisher` and `analyst` together: who keeps the registry does not publish.
 * - `publisher`: id in the publishers' registry; the client id when absent. Publishers only, like the rest.
 * - `province`: two-digit GSO code, when the publisher speaks for one province; absent or null otherwise.
 * - `datasets`: list of data sets. Required, not empty.
 * - `indices`: list of index codes. Required with the data set SCORES.
 *
 * The client is `client_id` (RFC 9068), else `azp`, else `sub`.
 */
export interface RightsClaims {
  readonly roles: readonly string[];
  readonly publisher?: string;
  readonly province?: string | null;
  readonly datasets?: readonly string[];
  readonly indices?: readonly string[];
}

const identifier = z.string().min(1).max(200);
const code = z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/);

const clientClaims = z.object({
  client_id: identifier.optional(),
  azp: identifier.optional(),
  sub: identifier.optional(),
});
const roleClaims = z.object({ roles: z.array(z.string()).max(100) });
const publisherClaims = z.object({
  publisher: identifier.optional(),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .nullish(),
  datasets: z.array(z.enum(DATASETS)).min(1),
  indices: z.array(code).max(100).default([]),
});

/** The principal that verified claims describe. Throws TOKEN_CLAIMS_INVALID naming the first claim that is missing or wrong. */
export function principalFromClaims(claims: Readonly<Record<string, unknown>>): Principal {
  const client = clientFromClaims(claims);
  const roles = new Set(read(roleClaims, claims).roles.filter((role) => (ROLES as readonly string[]).includes(role)));
  const seesEverything = roles.has('analyst');
  const wanted = [...roles].sort().join(' ');
  if (wanted === 'analyst') return Object.freeze({ role: 'analyst', client });
  if (wanted === 'admin') return Object.freeze({ role: 'admin', client });
  if (wanted === 'publisher' || wanted === 'analyst publisher')
    return publisherFromClaims(claims, client, seesEverything);
  throw tokenClaimsInvalid({ claim: 'roles' });
}

function clientFromClaims(claims: Readonly<Record<string, unknown>>): string {
  const { client_id: clientId, azp, sub } = read(clientClaims, claims);
  const client = clientId ?? azp ?? sub;
  if (client === undefined) throw tokenClaimsInvalid({ claim: 'client_id' });
  return client;
}

function publisherFromClaims(
  claims: Readonly<Record<string, unknown>>,
  client: string,
  seesEverything: boolean,
): Publisher {
  const { publisher, province, datasets, indices } = read(publisherClaims, claims);
  if (datasets.includes('SCORES') && indices.length === 0) throw tokenClaimsInvalid({ claim: 'indices' });
  return Object.freeze({
    role: 'publisher',
    client,
    publisherId: publisher ?? client,
    provinceCode: province ?? null,
    datasets: Object.freeze(datasets),
    indices: Object.freeze(indices),
    seesEverything,
  });
}

function read<Output>(schema: z.ZodType<Output>, claims: Readonly<Record<string, unknown>>): Output {
  const result = schema.safeParse(claims);
  if (result.success) return result.data;
  throw tokenClaimsInvalid({ claim: String(result.error.issues[0]?.path[0] ?? 'roles') });
}
