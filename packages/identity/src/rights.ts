import type { Dataset, ProvinceCode } from '@lientinh/contracts';
import type { Principal, Publisher, Role } from './principal';
import { notAuthenticated, notPermitted, type Refusal } from './rights-errors';

/** What somebody wants to publish. A field left out is a right not shown: the rules refuse rather than assume. */
export interface PublishRequest {
  readonly dataset: Dataset;
  /** GSO code of the province that the rows are about; absent or null: the whole country. */
  readonly province?: ProvinceCode | null;
  /** Code of the index; needed for SCORES. */
  readonly index?: string;
  /** Status of the scores; needed for SCORES. */
  readonly status?: string;
}

/** What stands in a refusal where the request named nothing. */
const NOT_NAMED = '(none)';

/**
 * Which statuses of scores each kind of publisher gives. A province claims points for itself and does no more; whoever speaks for the
 * country appraises and publishes, and prints the claims beside. DERIVED is computed by the platform: nobody publishes it.
 */
const SCORE_STATUSES: Readonly<Record<'PROVINCE' | 'COUNTRY', readonly string[]>> = {
  PROVINCE: ['SELF_ASSESSED'],
  COUNTRY: ['SELF_ASSESSED', 'APPRAISED', 'PUBLISHED'],
};

/** Every role whose rights the principal has. Everybody may do what a viewer may. */
export function rolesOf(principal: Principal): readonly Role[] {
  switch (principal.role) {
    case 'viewer':
      return ['viewer'];
    case 'publisher':
      return principal.seesEverything ? ['viewer', 'analyst', 'publisher'] : ['viewer', 'publisher'];
    default:
      return ['viewer', principal.role];
  }
}

export function hasRole(principal: Principal, role: Role): boolean {
  return rolesOf(principal).includes(role);
}

/** Null when the principal has the role; NOT_AUTHENTICATED without a token, else NOT_PERMITTED naming the role. */
export function requireRole(principal: Principal, role: Role): Refusal | null {
  if (hasRole(principal, role)) return null;
  return principal.role === 'viewer' ? notAuthenticated({}) : notPermitted({ right: 'ROLE', subject: role });
}

/** Whether data that is not published for everybody may be read: the ministry's right. */
export function maySeeEverything(principal: Principal): boolean {
  return hasRole(principal, 'analyst');
}

/** Null when the publishers' registry may be changed. */
export function mayAdminister(principal: Principal): Refusal | null {
  return requireRole(principal, 'admin');
}

/** Whose self-assessed scores the principal sees: every province's, or those of the codes listed (perhaps none). */
export function selfAssessedScope(principal: Principal): 'EVERY_PROVINCE' | readonly ProvinceCode[] {
  if (maySeeEverything(principal)) return 'EVERY_PROVINCE';
  return principal.role === 'publisher' && principal.provinceCode !== null ? [principal.provinceCode] : [];
}

/** Self-assessed scores are seen by their own province and by the ministry only. */
export function maySeeSelfAssessed(principal: Principal, provinceCode: ProvinceCode): boolean {
  const scope = selfAssessedScope(principal);
  return scope === 'EVERY_PROVINCE' || scope.includes(provinceCode);
}

/**
 * Null when the principal publishes this data set at all. For a first look, before the rows are known;
 * `mayPublish` must still be asked for each province, index and status that the rows name.
 */
export function mayPublishDataset(principal: Principal, dataset: Dataset): Refusal | null {
  if (principal.role !== 'publisher') return requireRole(principal, 'publisher');
  return principal.datasets.includes(dataset) ? null : notPermitted({ right: 'DATASET', subject: dataset });
}

/** Null when the principal may publish just this; else the first right that is missing. */
export function mayPublish(principal: Principal, request: PublishRequest): Refusal | null {
  const refusal = mayPublishDataset(principal, request.dataset);
  if (refusal !== null || principal.role !== 'publisher') return refusal;
  return refuseProvince(principal, request) ?? (request.dataset === 'SCORES' ? refuseScores(principal, request) : null);
}

function refuseProvince({ provinceCode }: Publisher, { province }: PublishRequest): Refusal | null {
  if (provinceCode === null || provinceCode === province) return null;
  return notPermitted({ right: 'PROVINCE', subject: province ?? NOT_NAMED });
}

function refuseScores(publisher: Publisher, { index, status }: PublishRequest): Refusal | null {
  if (index === undefined || !publisher.indices.includes(index)) {
    return notPermitted({ right: 'INDEX', subject: index ?? NOT_NAMED });
  }
  const allowed = SCORE_STATUSES[publisher.provinceCode === null ? 'COUNTRY' : 'PROVINCE'];
  if (status === undefined || !allowed.includes(status)) {
    return notPermitted({ right: 'STATUS', subject: status ?? NOT_NAMED });
  }
  return null;
}

/** Turns a refusal into a throw. */
export function throwIfRefused(refusal: Refusal | null): void {
  if (refusal !== null) throw refusal;
}
