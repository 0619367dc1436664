export { run } from './run';
export { readCliEnvironment, type CliEnvironment } from './environment';
export { EXIT, type ExitStatus, type Terminal } from './terminal';
