export { createSubgraph, type Subgraph, type SubgraphDefinition } from './create-subgraph';
export { runSubgraph, subgraphSections, type SubgraphProcess } from './run-subgraph';
export {
  buildFederatedSchema,
  printSubgraphSchema,
  type SchemaDefinition,
  type ReferenceResolver,
} from './federated-schema';
export { CalendarDate, Instant } from './scalars';
export { Node, PageInfo, SourceReference } from './shared-types';
export { connectionTypes, type Connection, type Edge } from './connection-types';
export { decodeCursor, encodeCursor, pageSize, toConnection, type Page } from './paging';
export { defineLoader } from './loaders';
export { Access, accessRules, type AccessRule } from './access';
export { requestLanguage } from './language';
export { principalOf } from './http';
export type { RequestContext } from './request-context';
export { cursorInvalid, pageSizeInvalid } from './subgraph.errors';
