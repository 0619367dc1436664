/** The processes of one platform and the ports they listen on (docs/architecture.md). */
export const SUBGRAPHS = [
  { name: 'agencies', port: 4001 },
  { name: 'indicators', port: 4002 },
  { name: 'plans', port: 4003 },
  { name: 'procedures', port: 4004 },
  { name: 'publications', port: 4005 },
] as const;

export type SubgraphName = (typeof SUBGRAPHS)[number]['name'];

const GATEWAY_PORT = 4000;
const CONNECTOR_PORT = 4100;
const ISSUER_PORT = 4050;
const POSTGRES_PORT = 5433;

/** Where everything of one platform is. */
export interface Topology {
  readonly gateway: string;
  readonly gatewayPort: number;
  /** The OData connector for BI tools. */
  readonly connector: string;
  readonly connectorPort: number;
  readonly issuer: string;
  readonly issuerPort: number;
  readonly postgresPort: number;
  readonly subgraphs: readonly { readonly name: SubgraphName; readonly port: number; readonly url: string }[];
}

/** The addresses of a platform whose ports are all moved by `offset`. */
export function topology(offset: number): Topology {
  const address = (port: number): string => `http://127.0.0.1:${port}`;
  return {
    gateway: address(GATEWAY_PORT + offset),
    gatewayPort: GATEWAY_PORT + offset,
    connector: address(CONNECTOR_PORT + offset),
    connectorPort: CONNECTOR_PORT + offset,
    issuer: address(ISSUER_PORT + offset),
    issuerPort: ISSUER_PORT + offset,
    postgresPort: POSTGRES_PORT + offset,
    subgraphs: SUBGRAPHS.map(({ name, port }) => ({ name, port: port + offset, url: address(port + offset) })),
  };
}
