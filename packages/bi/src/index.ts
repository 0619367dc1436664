export * from './contract';
export { installBi, sharedSets, type BiInstallation } from './database/install';
export { BI_MINISTRY_ROLE, BI_ROLE } from './database/roles';
export { ensureBiLogin, type BiLogin } from './database/login';
export type { BiView, BiViews } from './database/view';
export { ledgerIndexesSql, ledgerPublicationsView } from './database/shared-views';
