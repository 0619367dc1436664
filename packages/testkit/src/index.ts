export { createTestDatabase, type TestDatabase } from './test-database';
export { countStatements } from './count-statements';
export { silentLogger } from './silent-logger';
export { testServerUrl } from './test-server';
export { sharedFolder, describeWithShared } from './shared-folder';
export { freePort } from './free-port';
export { startProcess, type RunningProcess } from './processes';
