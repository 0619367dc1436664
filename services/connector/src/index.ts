export { type Connector, type ConnectorOptions, createConnector, DEFAULT_PAGE_SIZE } from './connector';
export { type ConnectorEnvironment, readConnectorEnvironment } from './environment';
export { openConnector } from './open-connector';
