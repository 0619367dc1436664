import { credentialsMalformed } from './access.errors';

/** What an Authorization header says (RFC 9110, section 11.6.2). */
export type Credentials =
  | { readonly kind: 'NONE' }
  /** The whole header, for the verifier of tokens. */
  | { readonly kind: 'BEARER'; readonly header: string }
  | { readonly kind: 'BASIC'; readonly user: string; readonly password: string };

/** Longest header that is read, in characters: what the verifier of tokens takes. */
const MAXIMUM_LENGTH = 8192;
const BASIC = /^basic +([A-Za-z0-9+/]+={0,2})$/i;
const hasControlCharacter = (text: string): boolean => /\p{Cc}/u.test(text);

/**
 * Reads `Basic` as RFC 7617 with charset UTF-8 says: everything up to the first colon is the user. ODATA_CREDENTIALS_MALFORMED for any
 * other scheme than Basic and Bearer, and for what cannot be decoded. An empty user is allowed: a workbook key needs none.
 */
export function readAuthorization(header: string | undefined): Credentials {
  if (header === undefined) return { kind: 'NONE' };
  if (/^bearer\b/i.test(header)) return { kind: 'BEARER', header };
  const encoded = header.length > MAXIMUM_LENGTH ? undefined : BASIC.exec(header)?.[1];
  const text = encoded === undefined ? null : decode(encoded);
  const colon = text?.indexOf(':') ?? -1;
  if (text === null || colon < 0 || hasControlCharacter(text)) throw credentialsMalformed({});
  return { kind: 'BASIC', user: text.slice(0, colon), password: text.slice(colon + 1) };
}

function decode(base64: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));
  } catch {
    return null;
  }
}
