import type { FastifyRequest } from 'fastify';

/** How the addresses of links are made. */
export interface PublicAddressOptions {
  /** Absolute address under which callers know this server, without a slash at the end; null: as the request says. */
  readonly publicAddress: string | null;
  /** `X-Forwarded-Proto`, `-Host` and `-Prefix` are believed: only behind a proxy that sets them. */
  readonly trustProxy: boolean;
}

/** RFC 3986: reg-name or IP literal, with a port. Anything else would put the caller's text into links. */
const HOST = /^(?:[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/;
const PREFIX = /^(?:\/[A-Za-z0-9._~-]+)+$/;

/** Where callers find this server: absolute, without a slash at the end. */
export function publicAddressOf(request: FastifyRequest, { publicAddress, trustProxy }: PublicAddressOptions): string {
  if (publicAddress !== null) return publicAddress.replace(/\/+$/, '');
  const host = isHost(request.host) ? request.host : `localhost:${request.socket.localPort ?? 80}`;
  const protocol = request.protocol === 'https' ? 'https' : 'http';
  return `${protocol}://${host}${trustProxy ? forwardedPrefix(request) : ''}`;
}

/** What looks like a host may still be none: a port above 65535, `256.1.1.1`. */
const isHost = (text: string): boolean => HOST.test(text) && URL.canParse(`http://${text}`);

function forwardedPrefix({ headers }: FastifyRequest): string {
  const prefix = headers['x-forwarded-prefix'];
  const text = typeof prefix === 'string' ? prefix.replace(/\/+$/, '') : '';
  return PREFIX.test(text) ? text : '';
}
