import { isIP } from 'node:net';

/**
 * Whether keys and secrets may travel to this address: `https` anywhere; `http` only to this machine, or to a bare service name
 * (`http://issuer:4050`) or cluster name (`*.svc`, `*.svc.cluster.local`) that a private network alone can resolve.
 */
export function isTrustedAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isPrivateName(hostname));
}

function isPrivateName(hostname: string): boolean {
  if (hostname === '[::1]' || /^127\./.test(hostname)) return true;
  if (isIP(hostname) !== 0 || hostname.startsWith('[')) return false;
  return !hostname.includes('.') || /\.svc(\.cluster\.local)?$/.test(hostname);
}
