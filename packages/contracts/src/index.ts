export * from './codes';
export * from './dates';
