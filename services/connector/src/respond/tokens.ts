import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { BiOwner } from '@lientinh/bi';
import { DATASETS } from '@lientinh/contracts';
import type { LedgerPosition } from '../source/source';
import type { OwnerPositions } from './owner-positions';
import { tokenMalformed, tokenOfOtherQuery } from './token.errors';

/** Values of the order of a row, as PostgreSQL's text. */
export type OrderValues = readonly (string | null)[];

/** What a `$skiptoken` carries: everything that the next page needs to belong to the same data as the first. */
export interface PageToken {
  /** Where the ledgers stood at the first page. */
  readonly positions: OwnerPositions;
  /** Pages of changes: where the ledgers stood before them; null: pages of all rows. */
  readonly since: OwnerPositions | null;
  /** Which of the statements of the answer comes next, from 0. */
  readonly segment: number;
  /** The last row that was given. */
  readonly after: OrderValues;
  /** Rows that `$top` still allows; null without `$top`. */
  readonly remaining: number | null;
}

/** What a `$deltatoken` carries: the state that the caller has. */
export interface DeltaToken {
  readonly positions: OwnerPositions;
}

/** Changes when tokens of before can no longer be read. */
const VERSION = 1;
const DIGEST_BYTES = 9;
const LONGEST_TOKEN = 8192;
const OWNERS = ['agencies', 'indicators', 'plans', 'procedures', 'publications'] as const satisfies readonly BiOwner[];

const instant = z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/);
const positions = z.array(z.tuple([z.enum(OWNERS), z.enum(DATASETS), z.int().min(0), instant])).max(60);
const pageShape = z.tuple([
  z.literal(VERSION),
  z.literal('p'),
  z.string(),
  positions,
  positions.nullable(),
  z.int().min(0).max(100),
  z.array(z.string().nullable()).max(50),
  z.int().min(0).nullable(),
]);
const deltaShape = z.tuple([z.literal(VERSION), z.literal('d'), z.string(), positions]);

/** The text of a `$skiptoken`, url-safe. `query`: hash of what it belongs to (`queryIdentity`). */
export function writePageToken(token: PageToken, query: string): string {
  const { since, segment, after, remaining } = token;
  return seal([
    VERSION,
    'p',
    query,
    flat(token.positions),
    since === null ? null : flat(since),
    segment,
    after,
    remaining,
  ]);
}

/** The text of a `$deltatoken`, url-safe. */
export function writeDeltaToken(token: DeltaToken, query: string): string {
  return seal([VERSION, 'd', query, flat(token.positions)]);
}

/** Reads a `$skiptoken`. ODATA_TOKEN_MALFORMED, ODATA_TOKEN_OF_OTHER_QUERY. */
export function readPageToken(text: string, query: string): PageToken {
  const parsed = pageShape.safeParse(unseal(text));
  if (!parsed.success) throw tokenMalformed({ option: '$skiptoken' });
  const [, , owner, at, since, segment, after, remaining] = parsed.data;
  if (owner !== query) throw tokenOfOtherQuery({ option: '$skiptoken' });
  return { positions: grouped(at), since: since === null ? null : grouped(since), segment, after, remaining };
}

/** Reads a `$deltatoken`. ODATA_TOKEN_MALFORMED, ODATA_TOKEN_OF_OTHER_QUERY. */
export function readDeltaToken(text: string, query: string): DeltaToken {
  const parsed = deltaShape.safeParse(unseal(text));
  if (!parsed.success) throw tokenMalformed({ option: '$deltatoken' });
  const [, , owner, at] = parsed.data;
  if (owner !== query) throw tokenOfOtherQuery({ option: '$deltatoken' });
  return { positions: grouped(at) };
}

/** A hash of anything that is JSON: which query a token belongs to, or which state an ETag names. */
export function identityOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}

/** Guards against accidents (cut links, changed letters). It is no secret: a token gives no right that the caller does not have. */
const digest = (content: Buffer): Buffer => createHash('sha256').update(content).digest().subarray(0, DIGEST_BYTES);

function seal(parts: readonly unknown[]): string {
  const content = Buffer.from(JSON.stringify(parts));
  return Buffer.concat([digest(content), content]).toString('base64url');
}

function unseal(text: string): unknown {
  if (text.length > LONGEST_TOKEN || !/^[A-Za-z0-9_-]+$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  const content = bytes.subarray(DIGEST_BYTES);
  if (content.length === 0 || !digest(content).equals(bytes.subarray(0, DIGEST_BYTES))) return null;
  try {
    return JSON.parse(content.toString()) as unknown;
  } catch {
    return null;
  }
}

type FlatPosition = readonly [BiOwner, LedgerPosition['dataset'], number, string];

const flat = (all: OwnerPositions): readonly FlatPosition[] =>
  [...all].flatMap(([owner, of]) =>
    of.map(({ dataset, sequence, recordedAt }): FlatPosition => [owner, dataset, sequence, recordedAt]),
  );

function grouped(all: readonly FlatPosition[]): OwnerPositions {
  const byOwner = new Map<BiOwner, LedgerPosition[]>();
  for (const [owner, dataset, sequence, recordedAt] of all) {
    const list = byOwner.get(owner) ?? [];
    list.push({ dataset, sequence, recordedAt });
    byOwner.set(owner, list);
  }
  return byOwner;
}
