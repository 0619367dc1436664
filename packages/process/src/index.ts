export { runProcess, type ProcessOptions, type Stoppable } from './run-process';
export { describeStartFailure } from './start-failure';
export { trackUnusedConnections } from './unused-connections';
