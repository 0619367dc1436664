export { connectRoutes, type ConnectRouteOptions } from './connect-routes';
export type { ConnectRoots } from './connection';
