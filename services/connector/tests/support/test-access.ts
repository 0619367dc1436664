import { notAuthenticated } from '@lientinh/identity';
import type { Access } from '../../src/http/access-port';
import type { RowScope } from '../../src/plan/plan';

/** Sees what is published, of every province and data set. */
export const VIEWER_SCOPE: RowScope = { provinceCode: null, datasets: null, unpublished: 'NONE' };

/** Rights as the header `x-test-scope` (JSON) says, else those of a viewer; 401 for every `Authorization`. */
export const testAccess: Access = {
  authenticate: ({ authorization, 'x-test-scope': scope }) => {
    if (authorization !== undefined) return Promise.reject(notAuthenticated({}));
    const rights = typeof scope === 'string' ? (JSON.parse(scope) as Partial<RowScope>) : {};
    return Promise.resolve({ principalName: 'test', scope: { ...VIEWER_SCOPE, ...rights } });
  },
  challenges: ['Basic realm="test", charset="UTF-8"', 'Bearer'],
};
