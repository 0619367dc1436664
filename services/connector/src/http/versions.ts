import type { IncomingHttpHeaders } from 'node:http';
import { versionNotSupported } from './http.errors';

/** The versions of the protocol that are spoken. */
export type ProtocolVersion = '4.0' | '4.01';

const VERSION = /^\s*(\d{1,3})\.(\d{1,3})\s*$/;

/**
 * The version of the answer: 4.01 for those who ask for it (`OData-MaxVersion`, else `OData-Version`, 4.01 or later), else 4.0, which
 * every client reads. ODATA_VERSION_NOT_SUPPORTED below 4.0, and for text that is no version.
 */
export function negotiateVersion(headers: IncomingHttpHeaders): ProtocolVersion {
  const own = read(headers, 'odata-version');
  const maximum = read(headers, 'odata-maxversion');
  if (own !== null && own > 401)
    throw versionNotSupported({ header: 'odata-version', value: text(headers, 'odata-version') });
  return (maximum ?? own ?? 400) >= 401 ? '4.01' : '4.0';
}

const text = (headers: IncomingHttpHeaders, name: string): string => String(headers[name] ?? '');

/** 4.0 is 400, 4.01 is 401, 4.1 would be 410 (the minor part is a decimal fraction: 4.01 comes before 4.1); null when absent. */
function read(headers: IncomingHttpHeaders, name: string): number | null {
  const value = text(headers, name);
  if (value === '') return null;
  const match = VERSION.exec(value);
  const [, major = '', minor = ''] = match ?? [];
  const number = Number(major) * 100 + Number(minor.padEnd(2, '0').slice(0, 2));
  if (match === null || number < 400) throw versionNotSupported({ header: name, value });
  return number;
}
