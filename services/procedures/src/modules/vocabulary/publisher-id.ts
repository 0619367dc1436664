import { requireRole, throwIfRefused, type Principal } from '@lientinh/identity';

/** Id of the publisher who asks; throws NOT_AUTHENTICATED or NOT_PERMITTED for anybody else. */
export function publisherId(principal: Principal): string {
  throwIfRefused(requireRole(principal, 'publisher'));
  return principal.role === 'publisher' ? principal.publisherId : '';
}
