export * from './vocabulary.types';
