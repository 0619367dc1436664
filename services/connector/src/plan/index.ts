export type { OutputColumn, PageRequest, RowScope, RowsPlan } from './plan';
export { planDeletions } from './deletions';
export { planResource } from './plan-resource';
export { isAllowed } from './row-scope';
