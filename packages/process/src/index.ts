export { runProcess, type Stoppable } from './run-process';
export { describeStartFailure } from './start-failure';
