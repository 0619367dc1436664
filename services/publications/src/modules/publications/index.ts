export { ListedPublicationResolver, resolveListedPublication } from './publication.resolver';
export { loadListedPublication } from './publication.loaders';
export { provinceCondition } from './publication.rules';
