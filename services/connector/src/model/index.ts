export { createModel } from './create-model';
export { metadataJson } from './csdl/metadata-json';
export { metadataXml, type ODataVersion } from './csdl/metadata-xml';
export { serviceDocument, type ServiceDocument, type ServiceDocumentItem } from './csdl/service-document';
export type { EdmType, EntitySet, Model, NamesLanguage, Navigation, Property } from './edm';
export { findNavigation, findProperty, findSet, targetOf } from './lookup';
