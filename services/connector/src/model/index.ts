export { createModel } from './create-model';
export type { EdmType, EntitySet, Model, NamesLanguage, Navigation, Property } from './edm';
export { findNavigation, findProperty, findSet, targetOf } from './lookup';
