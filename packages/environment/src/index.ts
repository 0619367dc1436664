export { EnvironmentError, parseEnvironment } from './parse';
export { httpSection, logSection, postgresSection, booleanFlag, port } from './sections';
