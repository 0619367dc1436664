import type { Dataset, ProvinceCode } from '@lientinh/contracts';
import { type Principal, requireRole, rolesOf, selfAssessedScope, type Refusal } from '@lientinh/identity';
import type { RowScope } from '../plan/plan';

/** Who may make keys: whoever reads or gives more than everybody. A viewer needs none, an admin reads no more than a viewer. */
export type KeyMaker = Exclude<Principal, { readonly role: 'viewer' | 'admin' }>;

/** A key that a person puts into a workbook as the password, without its secret. Instants are ISO 8601 in UTC. */
export interface WorkbookKey {
  readonly id: string;
  readonly name: string;
  /** Rights of the maker as they were when the key was made; the key never has more. */
  readonly maker: KeyMaker;
  /** GSO code: rows about this province only; null: every province. */
  readonly provinceCode: ProvinceCode | null;
  /** Sets of these data sets only; null: all. */
  readonly datasets: readonly Dataset[] | null;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly revokedBy: string | null;
  /** To the minute; null: never used. */
  readonly lastUsedAt: string | null;
}

type Unpublished = RowScope['unpublished'];

/** What a principal may read: published rows of everything, and unpublished ones as the rule table of the platform says. */
export function scopeOf(principal: Principal): RowScope {
  return { provinceCode: null, datasets: null, unpublished: unpublishedOf(principal) };
}

/** What a key may read: what its maker might, narrowed by the key. */
export function scopeOfKey(key: Pick<WorkbookKey, 'maker' | 'provinceCode' | 'datasets'>): RowScope {
  const { provinceCode, datasets } = key;
  return { provinceCode, datasets, unpublished: narrow(unpublishedOf(key.maker), provinceCode) };
}

function unpublishedOf(principal: Principal): Unpublished {
  const scope = selfAssessedScope(principal);
  return scope === 'EVERY_PROVINCE' || scope.length > 0 ? scope : 'NONE';
}

function narrow(unpublished: Unpublished, provinceCode: ProvinceCode | null): Unpublished {
  if (provinceCode === null || unpublished === 'NONE') return unpublished;
  const own = unpublished === 'EVERY_PROVINCE' || unpublished.includes(provinceCode);
  return own ? [provinceCode] : 'NONE';
}

/** Null when the principal may make keys; else NOT_AUTHENTICATED, or NOT_PERMITTED naming the role. */
export function mayMakeKeys(principal: Principal): Refusal | null {
  return isKeyMaker(principal) ? null : requireRole(principal, 'analyst');
}

export function isKeyMaker(principal: Principal): principal is KeyMaker {
  return rolesOf(principal).some((role) => role === 'analyst' || role === 'publisher');
}

/** Whether the principal may see and revoke this key: its maker, or an admin. */
export function mayManageKey(principal: Principal, maker: string): boolean {
  return principal.role === 'admin' || (isKeyMaker(principal) && principal.client === maker);
}

/** What a key is at an instant (ms since 1970). */
export function keyStanding(key: WorkbookKey, nowMs: number): 'USABLE' | 'EXPIRED' | 'REVOKED' {
  if (key.revokedAt !== null) return 'REVOKED';
  return Date.parse(key.expiresAt) <= nowMs ? 'EXPIRED' : 'USABLE';
}
